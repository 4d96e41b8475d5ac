package io.interleave.view.editor.text;

import io.interleave.edit.Selection;
import io.interleave.testkit.Bench;
import io.interleave.trace.Clock;
import io.interleave.view.editor.Draft;
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
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// What the benchmark of the text editor measures: the text of a draft, as the window shows it, with the pauses of a
/// person who types fast, and rests at times.
public final class TypingBench extends Application {

    private static final int STEPS = 5_000;
    private static final int WARM = 400;
    private static final int KEYS = 150;
    /// Nanoseconds between two keys, at least and at most, and where the user rests.
    private static final long SHORTEST = 40_000_000;

    private static final long LONGEST = 200_000_000;
    private static final long REST = 400_000_000;
    private static final long WARMING = 10_000_000;
    private static final long SEED = 20261128;

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
    public void start(Stage stage) throws IOException {
        var themes = new Themes(Themes.Choice.LIGHT);
        var background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("background").daemon().factory());
        var draft = new Draft(background, new Ui());
        var folder = Files.createTempDirectory("interleave-bench");
        folder.toFile().deleteOnExit();
        var steps = new StepsNow(new Bench(folder).workbench, new TimelineView(), new Playback());
        String text = LongScenario.of(STEPS);
        draft.open(text);
        var controllers = new ControllerFactory()
                .with(TextController.class, () -> new TextController(draft, steps, themes, background, new Ui()));
        var scene = new Scene(new Fxml(controllers).load("text"), 760, 900);
        scene.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/io/interleave/view/interleave.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
        int middle = text.indexOf('\n', text.length() / 2);
        draft.select(Selection.caret(middle));
        scene.lookup(".code-area").requestFocus();
        System.out.printf(
                "%,d steps in %,d lines, window of 760 x 900%n",
                STEPS, text.lines().count());
        new Keyboard(scene.lookup(".code-area")).next();
    }

    /// From a key to the next frame's beginning, which waits until this one is painted.
    private static final class Keyboard extends AnimationTimer {

        private final Node area;
        private final List<Typed> order = List.of(Typed.values());
        private final double[] millis = new double[KEYS];
        private int typed;
        private int key = -WARM;
        private int frames;
        private final Random random = new Random(SEED);
        private long at;

        Keyboard(Node area) {
            this.area = area;
        }

        @Override
        public void handle(long pulse) {
            if (++frames < 2) {
                return;
            }
            stop();
            long pause = WARMING;
            if (key >= 0) {
                millis[key] = (Clock.now() - at) / 1e6;
                pause = random.nextInt(10) == 0 ? REST : random.nextLong(SHORTEST, LONGEST);
            }
            key++;
            // nothing is drawn meanwhile but the caret, as in a window that nobody touches
            CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS).execute(() -> Platform.runLater(this::next));
        }

        private void next() {
            if (key == KEYS) {
                report();
                key = -WARM;
                if (++typed == order.size()) {
                    Platform.exit();
                    return;
                }
            }
            frames = 0;
            at = Clock.now();
            String keys = order.get(typed).keys;
            press(keys.charAt(Math.floorMod(key, keys.length())));
            start();
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
