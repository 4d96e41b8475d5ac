package io.interleave.view.editor.files;

import io.interleave.view.editor.text.EditorModel;
import io.interleave.view.editor.text.TextEdit;
import io.interleave.view.editor.text.TextEditor;
import io.interleave.view.fx.Focus;
import io.interleave.view.fx.Pulse;
import io.interleave.view.fx.Themes;
import io.interleave.view.session.Panes;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// Offers, over the window, the templates that a new scenario may begin with.
public final class TemplatesController {

    /// Which frame of the list is followed by the preview, and which by the editor: painting the preview takes some.
    private static final int PREVIEW = 2;

    private static final int EDITOR = 8;

    private final FileActions actions;
    private final Panes panes;
    private final Themes themes;
    private final EditorModel preview = new EditorModel(new Untouched());

    /// The first editor of a program takes long to be made and painted: it comes when the list is in sight, and then
    /// that of the scenario, which is not seen yet.
    private final Pulse inSight = new Pulse(this::prepare);

    private int frames;

    @FXML
    private BorderPane templates;

    @FXML
    private ListView<Template> list;

    @FXML
    private StackPane place;

    /// @param panes of which the editor is shown for what is new
    public TemplatesController(FileActions actions, Panes panes, Themes themes) {
        this.actions = actions;
        this.panes = panes;
        this.themes = themes;
    }

    /// The preview cannot be edited.
    private static final class Untouched implements EditorModel.Host {

        @Override
        public void edited(TextEdit edit, int caretBefore, int caretAfter) {
            throw new IllegalStateException("the preview was edited");
        }

        @Override
        public void undo() {}

        @Override
        public void redo() {}
    }

    @FXML
    private void initialize() {
        preview.readOnlyProperty().set(true);
        list.setCellFactory(_ -> new TemplateCell(this::create));
        list.getItems().setAll(Template.all());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                preview.show(chosen.text());
            }
        });
        templates.visibleProperty().bind(actions.choosingProperty());
        templates.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        inSight.start();
        actions.choosingProperty().subscribe(shown -> {
            if (shown) {
                list.getSelectionModel().selectFirst();
                list.scrollTo(0);
                Focus.give(list);
            } else {
                panes.editorAwaitedProperty().set(false);
            }
        });
    }

    private void prepare() {
        frames++;
        if (frames == PREVIEW) {
            placePreview();
        } else if (frames == EDITOR) {
            inSight.stop();
            panes.editorAwaitedProperty().set(actions.choosingProperty().get());
        }
    }

    private void placePreview() {
        var editor = new TextEditor(preview);
        themes.darkProperty().subscribe(editor::setDark);
        place.getChildren().add(editor);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
            create();
            event.consume();
        }
    }

    @FXML
    private void create() {
        panes.editorProperty().set(true);
        actions.create(list.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void close() {
        actions.choosingProperty().set(false);
    }
}
