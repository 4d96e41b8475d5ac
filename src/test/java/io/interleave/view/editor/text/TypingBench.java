package io.interleave.view.editor.text;

import io.interleave.edit.Selection;
import io.interleave.testkit.Bench;
import io.interleave.testkit.ManySteps;
import io.interleave.testkit.PaintedEdits;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Background;
import io.interleave.view.fx.ControllerFactory;
import io.interleave.view.fx.Fxml;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import io.interleave.view.reading.Playback;
import io.interleave.view.reading.StepsNow;
import io.interleave.view.timeline.TimelineView;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Objects;
import javafx.application.Application;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// What the benchmark of the text editor measures: keys in the text of a draft, as the window shows it, with the pauses
/// of a person who types, and rests at times.
public final class TypingBench extends Application {

    private static final int STEPS = 5_000;
    private static final int WARM = 200;
    private static final int KEYS = 120;
    /// Milliseconds between two keys; the longest are rests, in which the text is read.
    private static final int SHORTEST = 40;

    private static final int LONGEST = 400;

    /// What is typed, again and again: at the end of a line, without and with completions below the caret.
    private enum Typed {
        LINE("a new line", "\n"),
        COMMENT("in a comment", "\n# a note that is longer"),
        STEP("a step, with its completions", "\nincrement"),
        BACKSPACE("taking back what was typed", "\b");

        final String words;
        final String keys;

        Typed(String words, String keys) {
            this.words = words;
            this.keys = keys;
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        var themes = new Themes(Themes.Choice.LIGHT);
        var background = Background.behindWindow("background");
        var draft = new Draft(background, new Ui());
        var folder = Files.createTempDirectory("interleave-bench");
        folder.toFile().deleteOnExit();
        var steps = new StepsNow(new Bench(folder).workbench, new TimelineView(), new Playback());
        String text = ManySteps.of(STEPS);
        draft.open(text);
        var controllers = new ControllerFactory()
                .with(TextController.class, () -> new TextController(draft, steps, themes, background, new Ui()));
        var scene = new Scene(new Fxml(controllers).load("text"), 760, 900);
        scene.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/io/interleave/view/interleave.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
        int middle = text.indexOf('\n', text.indexOf("- compute", text.length() / 2));
        draft.select(Selection.caret(middle));
        var area = scene.lookup(".code-area");
        area.requestFocus();
        System.out.printf(
                "%,d steps in %,d lines, window of 760 x 900%n",
                STEPS, text.lines().count());
        var kinds = Arrays.stream(Typed.values())
                .map(it -> new PaintedEdits.Kind(
                        it.words, key -> press(area, it.keys.charAt(Math.floorMod(key, it.keys.length())))))
                .toList();
        new PaintedEdits(scene, kinds, WARM, KEYS, SHORTEST, LONGEST).next();
    }

    private static void press(Node area, char c) {
        switch (c) {
            case '\n' -> {
                fire(area, KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE);
                fire(area, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
            }
            case '\b' -> fire(area, KeyEvent.KEY_PRESSED, "", KeyCode.BACK_SPACE);
            default -> fire(area, KeyEvent.KEY_TYPED, Character.toString(c), KeyCode.UNDEFINED);
        }
    }

    private static void fire(Node area, EventType<KeyEvent> type, String character, KeyCode code) {
        area.fireEvent(new KeyEvent(type, character, "", code, false, false, false, false));
    }
}
