package io.interleave.view.editor.text;

import io.interleave.edit.Change;
import io.interleave.edit.Script;
import io.interleave.model.Reading;
import io.interleave.view.editor.Draft;
import io.interleave.view.editor.SelectedLines;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Themes;
import io.interleave.view.reading.StepsNow;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;

/// The draft as text.
public final class TextController {

    private final Draft draft;
    private final StepsNow steps;
    private final Themes themes;
    private final Latest fixing;
    private final EditorModel model;

    /// Whether a change or a selection is being told to the draft: it came from here.
    private boolean telling;

    /// Which scenario is shown, as the draft counts them.
    private int opened = -1;

    @FXML
    private StackPane place;

    public TextController(Draft draft, StepsNow steps, Themes themes, Executor background, Executor ui) {
        this.draft = draft;
        this.steps = steps;
        this.themes = themes;
        fixing = new Latest(background, ui);
        model = new EditorModel(new ToDraft());
    }

    /// Tells the draft what is done here.
    private final class ToDraft implements EditorModel.Host {

        @Override
        public void edited(TextEdit edit, int caretBefore, int caretAfter) {
            tell(() -> draft.type(
                    Messages.text("editor.typing"),
                    Change.of(draft.script().text(), edit.offset(), edit.end(), edit.inserted()),
                    caretAfter));
        }

        @Override
        public void undo() {
            draft.undo();
            reveal();
        }

        @Override
        public void redo() {
            draft.redo();
            reveal();
        }
    }

    private void tell(Runnable what) {
        telling = true;
        what.run();
        telling = false;
    }

    @FXML
    private void initialize() {
        var editor = new TextEditor(model);
        themes.darkProperty().subscribe(editor::setDark);
        place.getChildren().add(editor);
        draft.scriptProperty().subscribe(this::show);
        draft.readingProperty().subscribe(this::annotate);
        draft.hintsProperty().subscribe(_ -> annotate(draft.readingProperty().get()));
        draft.selectionProperty().subscribe(_ -> selected());
        model.caretProperty().subscribe(_ -> moved());
        steps.linesProperty().subscribe(lines -> {
            mark();
            lines.keySet().stream().findFirst().ifPresent(model::revealLine);
        });
    }

    private void show(Script script) {
        if (telling) {
            return;
        }
        tell(() -> {
            if (draft.opened() != opened) {
                opened = draft.opened();
                model.show(script.text());
            } else {
                model.update(script.text());
            }
        });
    }

    private void annotate(Optional<Reading> reading) {
        String text = draft.script().text();
        var hints = draft.hintsProperty().get();
        reading.ifPresent(it -> {
            model.annotate(Annotations.of(text, it.problems(), hints));
            fixing.ask(
                    draft.script().isLarge(),
                    wanted -> Annotations.withFixes(text, it.problems(), hints, wanted),
                    model::annotate);
        });
        if (reading.isEmpty()) {
            fixing.forget();
        }
    }

    /// The caret is in another block: that is what is selected, in all views.
    private void moved() {
        if (!telling) {
            tell(() -> draft.select(draft.at(model.caretProperty().get())));
        }
    }

    private void selected() {
        mark();
        if (!telling) {
            tell(this::reveal);
        }
    }

    private void reveal() {
        var selection = draft.selectionProperty().get();
        model.reveal(selection.anchor(), selection.caret());
    }

    /// The lines of the blocks that are selected, and over them those that units are at.
    private void mark() {
        Map<Integer, String> lines = new TreeMap<>();
        SelectedLines.of(draft.script(), draft.selectionProperty().get()).stream()
                .forEach(it -> lines.put(it, ""));
        lines.putAll(steps.linesProperty().get());
        model.marksProperty().set(lines);
    }
}
