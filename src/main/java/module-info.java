/// Interleave: a desktop laboratory for concurrency.
module io.interleave {
    requires atlantafx.base;
    requires info.picocli;
    requires java.desktop;
    requires javafx.controls;
    requires javafx.fxml;
    requires jfx.incubator.richtext;
    requires org.apache.commons.jexl3;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.snakeyaml.engine;
    requires static org.jspecify;
    requires tools.jackson.databind;

    opens io.interleave.cli to
            info.picocli,
            tools.jackson.databind;
    opens io.interleave.run to
            tools.jackson.databind;
    opens io.interleave.trace to
            tools.jackson.databind;
    opens io.interleave.view to
            javafx.fxml;
    opens io.interleave.view.compare to
            javafx.fxml;
    opens io.interleave.view.details to
            javafx.fxml;
    opens io.interleave.view.editor to
            javafx.fxml;
    opens io.interleave.view.editor.blocks to
            javafx.fxml;
    opens io.interleave.view.editor.code to
            javafx.fxml;
    opens io.interleave.view.editor.files to
            javafx.fxml;
    opens io.interleave.view.editor.help to
            javafx.fxml;
    opens io.interleave.view.editor.text to
            javafx.fxml;
    opens io.interleave.view.gallery to
            javafx.fxml;
    opens io.interleave.view.knobs to
            javafx.fxml;
    opens io.interleave.view.outcome to
            javafx.fxml;
    opens io.interleave.view.picture to
            javafx.fxml;
    opens io.interleave.view.reading to
            javafx.fxml;
    opens io.interleave.view.runs to
            javafx.fxml;
    opens io.interleave.view.status to
            javafx.fxml;
    opens io.interleave.view.tour to
            javafx.fxml;

    exports io.interleave.app to
            javafx.graphics;
}
