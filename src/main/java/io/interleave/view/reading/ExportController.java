package io.interleave.view.reading;

import io.interleave.export.Format;
import io.interleave.export.Picture;
import io.interleave.view.fx.FileDialogs;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Themes;
import io.interleave.view.session.Document;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.TimelineView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/// Gives the run that is shown, or a picture of it, to a file.
public final class ExportController {

    private final Workbench workbench;
    private final TimelineView timeline;
    private final Themes themes;
    private final FileDialogs dialogs;
    private final Exporter exporter;

    @FXML
    private MenuButton menu;

    @FXML
    private Label status;

    public ExportController(
            Workbench workbench,
            TimelineView timeline,
            Themes themes,
            FileDialogs dialogs,
            Executor background,
            Executor ui) {
        this.workbench = workbench;
        this.timeline = timeline;
        this.themes = themes;
        this.dialogs = dialogs;
        exporter = new Exporter(background, ui);
    }

    @FXML
    private void initialize() {
        status.textProperty().bind(exporter.statusProperty());
        status.managedProperty().bind(exporter.statusProperty().isNotEmpty());
        status.tooltipProperty().bind(exporter.statusProperty().map(Tooltip::new));
        for (var kind : Picture.Kind.values()) {
            add(
                    "export.shown",
                    kind.name(),
                    kind.word(),
                    out -> timeline.picture().ifPresent(it -> exporter.shown(it, kind, title(), out)));
        }
        for (var kind : Picture.Kind.values()) {
            add(
                    "export.whole",
                    kind.name(),
                    kind.word(),
                    out -> feed().ifPresent(it -> exporter.whole(
                            it.timeline(), kind, themes.darkProperty().get(), out)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (var format : Format.values()) {
            var item = add(
                    "export." + format.name(),
                    "",
                    format.extension(),
                    out -> ended().ifPresent(directory ->
                            feed().ifPresent(it -> exporter.run(it.timeline(), directory, format, out))));
            item.disableProperty().bind(workbench.session().stateProperty().map(it -> !(it instanceof RunState.Ended)));
        }
    }

    private MenuItem add(String key, String kind, String extension, Consumer<Path> writes) {
        var item = new MenuItem(Messages.text(key, kind));
        item.setOnAction(_ -> ask(item.getText(), extension).ifPresent(writes));
        menu.getItems().add(item);
        return item;
    }

    private Optional<Path> ask(String title, String extension) {
        var name = workbench.documentProperty().get().map(Document::name).orElse("run") + "." + extension;
        var kind = new FileDialogs.Kind(title, List.of("*." + extension));
        return dialogs.save(menu.getScene().getWindow(), title, name, kind);
    }

    private Optional<RunFeed> feed() {
        return workbench.session().feedProperty().get();
    }

    private Optional<Path> ended() {
        return workbench.session().state() instanceof RunState.Ended ended
                ? Optional.of(ended.plan().directory())
                : Optional.empty();
    }

    private String title() {
        return workbench.documentProperty().get().map(Document::title).orElse("");
    }
}
