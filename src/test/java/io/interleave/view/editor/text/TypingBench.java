package io.interleave.view.editor.text;

import atlantafx.base.theme.PrimerLight;
import io.interleave.model.ScenarioReader;
import io.interleave.trace.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// What the benchmark of the text editor measures.
public final class TypingBench extends Application {

    private static final int STEPS = 5_000;
    private static final int WARM = 400;
    private static final int KEYS = 300;

    /// What is typed, again and again: at the end of a line, without and with completions below the caret.
    private enum Typed {
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
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        String text = LongScenario.of(STEPS);
        var model = new EditorModel(new EditorModel.Host() {
            @Override
            public void edited(TextEdit edit, int caretBefore, int caretAfter) {}

            @Override
            public void undo() {}

            @Override
            public void redo() {}
        });
        var editor = new TextEditor(model);
        model.show(text);
        model.annotate(Annotations.of(text, ScenarioReader.read(text).problems(), List.of()));
        var scene = new Scene(editor, 760, 900);
        scene.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/io/interleave/view/interleave.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
        editor.requestFocus();
        int middle = text.indexOf('\n', text.length() / 2);
        model.reveal(middle, middle);
        System.out.printf(
                "%,d steps in %,d lines, window of 760 x 900%n",
                STEPS, text.lines().count());
        new Keyboard(editor.lookup(".code-area")).start();
    }

    /// One key a frame: from the key to the next frame's beginning, which waits until this one is painted.
    private static final class Keyboard extends AnimationTimer {

        private final Node area;
        private final List<Typed> order = List.of(Typed.values());
        private final double[] millis = new double[KEYS];
        private int typed;
        private int key = -WARM;
        private boolean waiting;
        private long at;

        Keyboard(Node area) {
            this.area = area;
        }

        @Override
        public void handle(long pulse) {
            if (waiting) {
                waiting = false;
                if (key >= 0) {
                    millis[key] = (Clock.now() - at) / 1e6;
                }
                key++;
                return;
            }
            if (key == KEYS) {
                report();
                key = -WARM;
                if (++typed == order.size()) {
                    stop();
                    Platform.exit();
                    return;
                }
            }
            waiting = true;
            at = Clock.now();
            String keys = order.get(typed).keys;
            press(keys.charAt(Math.floorMod(key, keys.length())));
        }

        private void press(char c) {
            switch (c) {
                case '\n' -> {
                    fire(KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE);
                    fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
                }
                case '\b' -> fire(KeyEvent.KEY_PRESSED, "", KeyCode.BACK_SPACE);
                default -> fire(KeyEvent.KEY_TYPED, Character.toString(c), KeyCode.UNDEFINED);
            }
        }

        private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
            area.fireEvent(new KeyEvent(type, character, "", code, false, false, false, false));
        }

        private void report() {
            Arrays.sort(millis);
            System.out.printf(
                    "%-30s p50 %.1f, p95 %.1f, p99 %.1f ms from key to frame%n",
                    order.get(typed).words, millis[KEYS / 2], millis[KEYS * 95 / 100], millis[KEYS * 99 / 100]);
        }
    }
}
