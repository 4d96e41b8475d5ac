package io.interleave.view.editor.files;

import io.interleave.view.fx.Messages;
import io.interleave.view.store.DraftOrigin;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// Says in the editor's head what is edited, and whether it is saved.
public final class FileStateController {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final WorkingCopies copies;
    private final FileActions actions;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private Label name;

    @FXML
    private Label state;

    @FXML
    private Button save;

    public FileStateController(WorkingCopies copies, FileActions actions) {
        this.copies = copies;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        save.managedProperty().bind(save.visibleProperty());
        copies.currentProperty().subscribe(copy -> {
            following.unsubscribe();
            following = copy.titleProperty()
                    .subscribe(_ -> show())
                    .and(copy.originProperty().subscribe(_ -> show()));
            show();
        });
        copies.autosave().stateProperty().subscribe(_ -> show());
        copies.unsaved().subscribe(this::show);
    }

    private void show() {
        var copy = copies.current();
        boolean unsaved = copy.isUnsaved();
        var title = copy.file()
                .map(it -> it.getFileName().toString())
                .orElse(copy.titleProperty().get());
        name.setText(unsaved ? Messages.text("files.dot", title) : title);
        state.setText(unsaved ? keeping() : at(copy));
        state.pseudoClassStateChanged(
                FAILED, unsaved && copies.autosave().stateProperty().get() instanceof Autosave.State.Failed);
        save.setVisible(unsaved);
    }

    private String keeping() {
        return switch (copies.autosave().stateProperty().get()) {
            case Autosave.State.Kept _, Autosave.State.Keeping _ -> Messages.text("files.state.kept");
            case Autosave.State.Failed(var why) -> Messages.text("files.state.not-kept", why);
        };
    }

    private static String at(WorkingCopy copy) {
        return switch (copy.origin()) {
            case DraftOrigin.Gallery _ -> Messages.text("files.state.gallery");
            case DraftOrigin.OfFile _ -> Messages.text("files.state.saved");
            case DraftOrigin.Loose _ -> Messages.text("files.state.loose");
        };
    }

    @FXML
    private void save() {
        actions.save(save.getScene().getWindow());
    }
}
