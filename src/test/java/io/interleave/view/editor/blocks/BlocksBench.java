package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.trace.Clock;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// What the benchmark of the blocks measures: one edit after the other, each at a place that is in sight, with the
/// pauses
/// of a person who works fast: what is found out in the background sometimes meets the next edit, and mostly does not.
public final class BlocksBench extends Application {

    private static final int WARM = 200;
    private static final int EDITS = 50;
    /// Nanoseconds between two edits, at least and at most: it takes that long to pick up a block or to type a value.
    private static final long SHORTEST = 200_000_000;

    private static final long LONGEST = 700_000_000;
    private static final long WARMING = 20_000_000;

    private static final int UNITS = 4;
    private static final long SEED = 20261128;

    private final Random random = new Random(SEED);
    private final Draft draft = new Draft(
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("background").daemon().factory()),
            new Ui());

    private enum Kind {
        DROP("a step dropped"),
        MOVE("a step moved"),
        VALUE("a value typed"),
        UNDO("an edit undone");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public void start(Stage stage) {
        new Themes(Themes.Choice.LIGHT);
        int steps = getParameters().getRaw().isEmpty()
                ? 5_000
                : Integer.parseInt(getParameters().getRaw().getFirst());
        draft.open(scenario(steps));
        var scene = BlocksDemo.scene(
                draft,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("users").daemon().factory()),
                400,
                1000);
        stage.setScene(scene);
        stage.show();
        var list = (BlockList) scene.lookup("#blocks");
        var model = list.model();
        System.out.printf(
                "%,d steps, %,d characters, %,d rows%n",
                model.outline().blocks().stream()
                        .filter(it -> it.kind() == Block.Kind.STEP)
                        .count(),
                draft.script().text().length(),
                model.rows().size());
        list.show(model.rows().size() / 2);
        new Edits(model).next();
    }

    private static String scenario(int steps) {
        var text = new StringBuilder("""
                interleave: 1
                title: Many steps

                resources:
                  count: { variable: 0 }
                  mutex: { lock: mutex }

                units:
                """);
        for (int unit = 0; unit < UNITS; unit++) {
            text.append("  unit").append(unit).append(":\n    thread: 2\n    steps:\n");
            for (int i = 0; i < steps / UNITS; i += 5) {
                text.append("      - hold: mutex\n        steps:\n");
                text.append("          - read: count\n          - compute: ")
                        .append(i % 9 + 1)
                        .append("us\n");
                text.append("          - write: { to: count, value: count + 1 }\n");
                text.append("      - sleep: 1us\n");
            }
        }
        return text.toString();
    }

    private final class Edits extends AnimationTimer {
        private final BlocksModel model;
        private final Deeds deeds;
        private final double[] wall = new double[EDITS];
        private final double[] processor = new double[EDITS];
        private final double[] deed = new double[EDITS];
        private int kind;
        private int frames;
        private long pause;
        private int edit = -WARM;
        private long begun;
        private long used;

        private Edits(BlocksModel model) {
            this.model = model;
            this.deeds = new Deeds(model);
        }

        @Override
        public void handle(long pulse) {
            if (++frames == 2) {
                stop();
                editShown();
                // nothing is drawn meanwhile, as in a window that nobody touches
                CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS)
                        .execute(() -> Platform.runLater(this::next));
            }
        }

        private void editShown() {
            long now = Clock.now();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (edit > 0) {
                wall[edit - 1] = (now - begun) / 1e6;
                processor[edit - 1] = (cpu - used) / 1e6;
            }
            pause = edit > 0 ? random.nextLong(SHORTEST, LONGEST) : WARMING;
        }

        private void next() {
            if (edit == EDITS) {
                print();
                edit = -WARM;
                if (++kind == Kind.values().length) {
                    Platform.exit();
                    return;
                }
            }
            begun = Clock.now();
            used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            edit(Kind.values()[kind]);
            if (edit >= 0 && edit < EDITS) {
                deed[edit] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e6;
            }
            edit++;
            frames = 0;
            start();
        }

        private void edit(Kind wanted) {
            int row = model.rows().size() / 2 + random.nextInt(20);
            switch (wanted) {
                case DROP -> deeds.drop(new Carried.Fresh(Block.Kind.STEP, "sleep"), target(row, false), false);
                case MOVE -> {
                    var block = step(row, "");
                    var target = target(model.rows().indexOf(block.id()).orElseThrow() + 12, true);
                    deeds.drop(new Carried.Blocks(List.of(block)), target, false);
                }
                case VALUE -> {
                    var block = step(row, "compute");
                    deeds.set(block, "", 1 + random.nextInt(900) + "us");
                }
                case UNDO -> draft.undo();
            }
        }

        /// The next step behind the row that nothing is in, of this word if it is one.
        private Block step(int row, String word) {
            int at = row;
            while (!(model.rows().row(at) instanceof Row.Step step
                    && step.shape() == Row.Shape.WHOLE
                    && (word.isEmpty() || model.rows().block(at).word().equals(word)))) {
                at++;
            }
            return model.rows().block(at);
        }

        private Aim.Target target(int row, boolean lower) {
            var aim = new Aim(model.rows(), new Carried.Fresh(Block.Kind.STEP, "sleep"));
            return aim.at(new Aim.Place(row, lower ? 0.8 : 0.2, 20));
        }

        private void print() {
            System.out.printf(
                    "%-16s to the next frame: p50 %5.1f, p95 %5.1f, p99 %5.1f ms;"
                            + " of them the window's thread used a processor: p50 %5.1f, p95 %5.1f, p99 %5.1f ms,"
                            + " and of these for the edit itself p50 %5.1f, p95 %5.1f ms%n",
                    Kind.values()[kind].words,
                    at(wall, 50),
                    at(wall, 95),
                    at(wall, 99),
                    at(processor, 50),
                    at(processor, 95),
                    at(processor, 99),
                    at(deed, 50),
                    at(deed, 95));
        }

        private static double at(double[] millis, int percent) {
            var sorted = millis.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length * percent / 100];
        }
    }
}
