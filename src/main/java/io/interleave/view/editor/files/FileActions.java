package io.interleave.view.editor.files;

import io.interleave.view.fx.FileDialogs;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.OpenKinds;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Window;

/// What the menu of files and its keys do, with the dialogs that this takes.
public final class FileActions {

    private final WorkingCopies copies;
    private final Saver saver;
    private final OutsideChanges outside;
    private final FileDialogs dialogs;
    private final BooleanProperty choosing = new SimpleBooleanProperty();

    public FileActions(WorkingCopies copies, Saver saver, OutsideChanges outside, FileDialogs dialogs) {
        this.copies = copies;
        this.saver = saver;
        this.outside = outside;
        this.dialogs = dialogs;
    }

    /// Whether the templates are offered.
    public BooleanProperty choosingProperty() {
        return choosing;
    }

    public void offerTemplates() {
        choosing.set(true);
    }

    void create(Template template) {
        choosing.set(false);
        copies.create(template);
    }

    public void open(Window owner) {
        dialogs.file(owner, Messages.text("gallery.chooser"), OpenKinds.scenariosFirst())
                .ifPresent(copies.workbench()::open);
    }

    void open(Path file) {
        copies.workbench().open(file);
    }

    /// Asks where to, if that is not known.
    public void save(Window owner) {
        if (!saver.save()) {
            saveAs(owner);
        }
    }

    public void saveAs(Window owner) {
        dialogs.save(owner, Messages.text("files.save.title"), saver.suggestion(), OpenKinds.scenarios())
                .ifPresent(saver::saveAs);
    }

    void revert() {
        outside.revert();
    }
}
