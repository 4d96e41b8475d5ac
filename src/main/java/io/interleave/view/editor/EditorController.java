package io.interleave.view.editor;

import io.interleave.view.fx.Fxml;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Panes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

/// The editor on the right: which view of the scenario is shown, and undoing, which is the same in all of them.
/// A view is made when it is first looked at.
public final class EditorController {

    private final Draft draft;
    private final Panes panes;
    private final Fxml views;
    private final Map<Panes.View, Node> made = new EnumMap<>(Panes.View.class);

    @FXML
    private ToggleButton blocks;

    @FXML
    private ToggleButton text;

    @FXML
    private ToggleButton java;

    @FXML
    private ToggleButton python;

    @FXML
    private ToggleButton words;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Label notice;

    @FXML
    private StackPane place;

    public EditorController(Draft draft, Panes panes, Fxml views) {
        this.draft = draft;
        this.panes = panes;
        this.views = views;
    }

    @FXML
    private void initialize() {
        var buttons = Map.of(
                Panes.View.BLOCKS,
                blocks,
                Panes.View.TEXT,
                text,
                Panes.View.JAVA,
                java,
                Panes.View.PYTHON,
                python,
                Panes.View.WORDS,
                words);
        buttons.forEach((view, button) -> button.setOnAction(_ -> {
            panes.viewProperty().set(view);
            button.setSelected(true);
        }));
        panes.viewProperty().subscribe(view -> {
            buttons.forEach((its, button) -> button.setSelected(its == view));
            place.getChildren().setAll(made.computeIfAbsent(view, this::make));
        });
        offers(undo, "editor.undo", draft.undoableProperty());
        offers(redo, "editor.redo", draft.redoableProperty());
        notice.textProperty().bind(draft.noticeProperty());
        var there = draft.noticeProperty().isNotEmpty();
        notice.visibleProperty().bind(there);
        notice.managedProperty().bind(there);
    }

    /// The same program view serves both languages.
    private Node make(Panes.View view) {
        return switch (view) {
            case BLOCKS -> views.load("blocks");
            case TEXT -> views.load("text");
            case WORDS -> views.load("words");
            case JAVA -> made.containsKey(Panes.View.PYTHON) ? made.get(Panes.View.PYTHON) : views.load("code");
            case PYTHON -> made.containsKey(Panes.View.JAVA) ? made.get(Panes.View.JAVA) : views.load("code");
        };
    }

    private static void offers(Button button, String key, ObservableValue<Optional<String>> what) {
        what.subscribe(it -> {
            button.setDisable(it.isEmpty());
            button.getTooltip().setText(Messages.text(key, it.orElse("")).strip());
        });
    }

    @FXML
    private void undo() {
        draft.undo();
    }

    @FXML
    private void redo() {
        draft.redo();
    }
}
