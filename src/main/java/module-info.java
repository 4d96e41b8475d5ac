/// Interleave: a desktop laboratory for concurrency.
module io.interleave {
    requires atlantafx.base;
    requires info.picocli;
    requires java.desktop;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.apache.commons.jexl3;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.snakeyaml.engine;
    requires static org.jspecify;
    requires tools.jackson.databind;

    opens io.interleave.run to
            tools.jackson.databind;
    opens io.interleave.trace to
            tools.jackson.databind;
}
