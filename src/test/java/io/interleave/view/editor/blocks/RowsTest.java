package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Block;
import io.interleave.edit.Edit;
import io.interleave.edit.Operation;
import io.interleave.edit.Outline;
import io.interleave.edit.Script;
import io.interleave.edit.Spot;
import io.interleave.model.Gallery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {

    static Stream<String> gallery() {
        return Gallery.chapters().stream().flatMap(it -> it.entries().stream()).map(Gallery.Entry::name);
    }

    static Script script(String name) {
        return Script.of(Gallery.find(name).orElseThrow().text());
    }

    static Stream<Block> steps(Outline outline) {
        return outline.blocks().stream().filter(it -> it.kind() == Block.Kind.STEP);
    }

    private static Script after(Script script, Operation operation) {
        return ((Edit.Done) script.edit(operation)).script();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void every_block_has_a_row_of_its_own_and_stands_within_what_is_around_it(String name) {
        var outline = script(name).outline();
        var rows = Rows.of(outline, Folds.NONE);
        for (var block : outline.blocks()) {
            if (block.parent().isPresent()) {
                int row = rows.indexOf(block.id()).orElseThrow();
                assertThat(rows.block(row)).isSameAs(block);
                long around = Stream.iterate(
                                block.parent(),
                                it -> it.isPresent(),
                                it -> it.get().parent())
                        .filter(it -> it.get().kind() == Block.Kind.STEP)
                        .count();
                assertThat(rows.row(row).depth()).isEqualTo((int) around);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void a_step_can_be_put_at_the_end_of_every_body(String name) {
        var outline = script(name).outline();
        var rows = Rows.of(outline, Folds.NONE);
        var ends = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.row(i) instanceof Row.End) {
                ends.add(rows.body(i));
            }
        }
        var bodies = outline.blocks().stream()
                .filter(it -> it.kind() == Block.Kind.STEP || it.kind() == Block.Kind.UNIT)
                .flatMap(it -> it.bodies().stream())
                .filter(it -> it.isPresent())
                .toList();
        assertThat(ends).containsAll(bodies);
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void what_is_folded_takes_one_row_and_nothing_else_changes(String name) {
        var outline = script(name).outline();
        var open = Rows.of(outline, Folds.NONE);
        for (var block : steps(outline).filter(it -> !it.bodies().isEmpty()).toList()) {
            var folded = Rows.of(outline, Folds.NONE.with(Set.of(block.id()), true));
            var within =
                    block.all().map(Block::id).filter(it -> it != block.id()).toList();
            assertThat(within).allMatch(it -> folded.indexOf(it).isEmpty());
            var others = open.all().stream()
                    .filter(it -> it.block() != block.id() && !within.contains(it.block()))
                    .toList();
            assertThat(folded.all().stream().filter(it -> it.block() != block.id()))
                    .containsExactlyElementsOf(others);
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void an_edit_leaves_the_rows_of_all_else_equal(String name) {
        var script = script(name);
        var before = Rows.of(script.outline(), Folds.NONE).all();
        for (var step : steps(script.outline()).limit(12).toList()) {
            var added = Rows.of(
                    after(script, new Operation.Add(Spot.before(step), "pause")).outline(), Folds.NONE);
            var ids = before.stream().map(Row::block).distinct().toList();
            assertThat(added.all().stream().filter(it -> ids.contains(it.block())))
                    .containsExactlyElementsOf(before);
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void a_value_changes_no_row(String name) {
        var script = script(name);
        var before = Rows.of(script.outline(), Folds.NONE).all();
        for (var step : steps(script.outline())
                .filter(it -> List.of("compute", "sleep").contains(it.word()))
                .toList()) {
            if (script.edit(new Operation.Set(step, "", "7ms")) instanceof Edit.Done done) {
                assertThat(Rows.of(done.script().outline(), Folds.NONE).all()).isEqualTo(before);
            }
        }
    }
}
