package io.interleave.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Edits scenarios at random, and compares what comes of each edit with what should. The seed is said where
/// something is wrong, and taken from `-Dinterleave.seed`.
class RandomEditsTest {

    private static final long SEED = Long.getLong("interleave.seed", 20261128);
    private static final int EDITS = 12;

    /// @param small above which a text is read in parts
    @ParameterizedTest
    @ValueSource(ints = {0, Script.SMALL})
    void every_edit_does_what_it_is_about_and_is_undone_to_the_very_bytes(int small) {
        int number = 0;
        for (var text : Texts.all()) {
            long seed = SEED + number++;
            var random = new Random(seed);
            var history = new History(Script.of(text, small));
            assertThat(history.script().isSound()).isTrue();
            var shapes = new ArrayList<String>();
            for (int i = 0; i < EDITS; i++) {
                var before = history.script();
                var operation = RandomOperations.next(random, before.outline());
                String what = "seed %d, edit %d: %s of%n%s".formatted(seed, i, operation, before.text());
                if (before.edit(operation) instanceof Edit.Done done) {
                    shapes.add(Shape.of(before.outline()).exactly());
                    check(what, before, operation, done);
                    history.perform("edit", done);
                    history.pause();
                    if (done.change().isNothing()) {
                        shapes.removeLast();
                    }
                }
            }
            String last = history.script().text();
            String lastShape = Shape.of(history.script().outline()).exactly();
            while (history.undo().isPresent()) {
                assertThat(Shape.of(history.settle().outline()).exactly())
                        .as("seed %d", seed)
                        .isEqualTo(shapes.removeLast());
            }
            assertThat(history.script().text()).as("seed %d", seed).isEqualTo(text);
            assertThat(history.isSaved()).isTrue();
            while (history.redo().isPresent()) {
                assertThat(history.settle().isSound()).isTrue();
            }
            assertThat(history.script().text()).as("seed %d", seed).isEqualTo(last);
            assertThat(Shape.of(history.script().outline()).exactly())
                    .as("seed %d", seed)
                    .isEqualTo(lastShape);
        }
    }

    private static void check(String what, Script before, Operation operation, Edit.Done done) {
        var after = done.script();
        assertThat(done.change().applyTo(before.text())).as(what).isEqualTo(after.text());
        assertThat(done.change().inverse().applyTo(after.text())).as(what).isEqualTo(before.text());
        assertThat(after.outline().root()).as("read in parts: " + what).isEqualTo(Tree.read(after.text(), 0));
        assertThat(after.text().contains("\r\n")
                        && after.text().replace("\r\n", "").contains("\n"))
                .as("line ends of two kinds: " + what)
                .isFalse();
        var shape = Shape.of(before.outline());
        switch (operation) {
            case Operation.Delete(var blocks) -> {
                blocks.forEach(it -> shape.listOf(it.id()).removeIf(gone -> gone.id == it.id()));
                assertThat(Shape.of(after.outline()).exactly()).as(what).isEqualTo(shape.exactly());
                assertThat(Texts.comments(before.text())).as(what).containsAll(Texts.comments(after.text()));
            }
            case Operation.Move(var blocks, var to) -> {
                move(shape, blocks.getFirst(), to);
                assertThat(Shape.of(after.outline()).exactly()).as(what).isEqualTo(shape.exactly());
                assertThat(Texts.comments(after.text())).as(what).isEqualTo(Texts.comments(before.text()));
            }
            case Operation.Copy(var blocks, var to) -> copy(what, shape, blocks.getFirst(), to, after);
            case Operation.Duplicate(var blocks) ->
                copy(what, shape, blocks.getFirst(), Spot.behind(blocks.getFirst()), after);
            case Operation.Wrap(var blocks, var word) -> {
                var now = Shape.of(after.outline());
                var list = now.listOf(blocks.getFirst().id());
                assertThat(list).as(what).hasSize(blocks.size());
                var wrapper = done.selection().blocks().getFirst();
                var outside = now.listOf(wrapper);
                int at = outside.indexOf(now.find(wrapper));
                assertThat(outside.get(at).word).isEqualTo(word);
                outside.remove(at);
                outside.addAll(at, list);
                assertThat(now.exactly()).as(what).isEqualTo(shape.exactly());
                assertThat(Texts.comments(after.text())).as(what).isEqualTo(Texts.comments(before.text()));
            }
            case Operation.Unwrap(var block) -> {
                var list = shape.listOf(block.id());
                int at = list.indexOf(shape.find(block.id()));
                var gone = list.remove(at);
                var inner = new ArrayList<Shape>();
                block.bodies().forEach(it -> inner.addAll(gone.bodies.get(it.key())));
                list.addAll(at, inner);
                assertThat(Shape.of(after.outline()).exactly()).as(what).isEqualTo(shape.exactly());
            }
            case Operation.Set(var block, var key, var content) -> {
                var now = after.outline().find(block.id()).orElseThrow();
                if (content instanceof Slot.Absent) {
                    assertThat(now.slot(key).filter(it -> !it.isAbsent()))
                            .as(what)
                            .isEmpty();
                } else {
                    assertThat(now.slot(key).orElseThrow().text())
                            .as(what)
                            .isEqualTo(new Slot("", io.interleave.model.Form.PLAIN, false, true, "", content, 0, 0)
                                    .text());
                }
                var there = Shape.of(after.outline());
                there.find(block.id()).slots.clear();
                shape.find(block.id()).slots.clear();
                assertThat(there.exactly()).as(what).isEqualTo(shape.exactly());
            }
            case Operation.Rename(var block, var name) -> {
                assertThat(after.outline().find(block.id()).orElseThrow().name())
                        .as(what)
                        .isEqualTo(name);
                assertThat(after.outline().uses(name).size())
                        .as(what)
                        .isEqualTo(before.outline().uses(block.name()).size());
                assertThat(Texts.comments(after.text())).as(what).isEqualTo(Texts.comments(before.text()));
                assertThat(after.reading().errors().size())
                        .as(what)
                        .isEqualTo(before.reading().errors().size());
            }
            case Operation.Comment(var block, var lines) -> {
                var now = after.outline().find(block.id()).orElseThrow();
                assertThat(after.outline().comments(now).lines()).as(what).isEqualTo(lines);
                assertThat(Shape.of(after.outline()).exactly()).as(what).isEqualTo(shape.exactly());
            }
            case Operation.MakeKnob(var block, var key, var name) -> {
                assertThat(after.outline().uses(name)).as(what).hasSize(1);
                assertThat(Texts.comments(after.text())).as(what).isEqualTo(Texts.comments(before.text()));
            }
            case Operation.DissolveKnob(var knob) -> {
                assertThat(after.outline().named(knob.name())).as(what).isEmpty();
                assertThat(after.outline().uses(knob.name())).as(what).isEmpty();
            }
            case Operation.Add(var at, var word) -> {
                int added = done.selection().blocks().getFirst();
                var now = Shape.of(after.outline());
                assertThat(now.find(added).word)
                        .as(what)
                        .isEqualTo(at.body().kind() == Block.Kind.EXPECTATION ? "" : word);
                now.listOf(added).removeIf(it -> it.id == added);
                assertThat(now.exactly()).as(what).isEqualTo(shape.exactly());
                assertThat(Texts.comments(after.text())).as(what).isEqualTo(Texts.comments(before.text()));
            }
            case Operation.Paste _, Operation.Start _ -> throw new AssertionError("copying pastes");
        }
    }

    private static void move(Shape shape, Block block, Spot to) {
        var target = shape.find(to.body().owner().id()).bodies.get(to.body().key());
        var from = shape.listOf(block.id());
        var moved = shape.find(block.id());
        int at = from == target && from.indexOf(moved) < to.index() ? to.index() - 1 : to.index();
        from.remove(moved);
        target.add(at, moved);
    }

    private static void copy(String what, Shape shape, Block block, Spot to, Script after) {
        var target = shape.find(to.body().owner().id()).bodies.get(to.body().key());
        var now = Shape.of(after.outline());
        var list = now.find(to.body().owner().id()).bodies.get(to.body().key());
        assertThat(list).as(what).hasSize(target.size() + 1);
        var copied = list.remove(to.index());
        assertThat(now.exactly()).as(what).isEqualTo(shape.exactly());
        if (block.kind().isNamed()) {
            assertThat(copied.name).as(what).isNotEqualTo(block.name());
        } else {
            assertThat(copied.toString())
                    .as(what)
                    .isEqualTo(shape.find(block.id()).toString());
        }
    }
}
