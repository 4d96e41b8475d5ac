package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.testkit.ManySteps;
import io.interleave.testkit.PaintedEdits;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Background;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.stage.Stage;

/// What the benchmark of the blocks measures: one edit after the other, each at a place that is in sight, with the
/// pauses of a person who works fast: what is found out in the background sometimes meets the next edit, and mostly
/// does not.
///
/// Arguments: how many steps (5000), and of what kind the edits are, where not of all.
public final class BlocksBench extends Application {

    private static final int WARM = 200;
    private static final int EDITS = 120;
    /// Milliseconds between two edits: it takes that long to pick up a block or to type a value.
    private static final int SHORTEST = 200;

    private static final int LONGEST = 700;
    private static final long SEED = 20261128;

    private final Random random = new Random(SEED);
    private final Executor background = Background.behindWindow("background");
    private final Draft draft = new Draft(background, new Ui());

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
        var arguments = getParameters().getRaw();
        int steps = arguments.isEmpty() ? 5_000 : Integer.parseInt(arguments.getFirst());
        draft.open(ManySteps.of(steps));
        var scene = BlocksDemo.scene(draft, background, 400, 1000);
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
        var person = new Person(model);
        var kinds = Arrays.stream(Kind.values())
                .filter(it -> arguments.size() < 2 || arguments.get(1).equalsIgnoreCase(it.name()))
                .map(it -> new PaintedEdits.Kind(it.words, number -> person.edit(it, number)))
                .toList();
        new PaintedEdits(scene, kinds, WARM, EDITS, SHORTEST, LONGEST).next();
    }

    private final class Person {
        private final BlocksModel model;
        private final Deeds deeds;

        Person(BlocksModel model) {
            this.model = model;
            this.deeds = new Deeds(model);
        }

        private void edit(Kind wanted, int number) {
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
                case UNDO -> {
                    for (int i = number; i < EDITS && number == -WARM; i++) {
                        edit(i % 2 == 0 ? Kind.DROP : Kind.MOVE, i);
                    }
                    draft.undo();
                }
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
    }
}
