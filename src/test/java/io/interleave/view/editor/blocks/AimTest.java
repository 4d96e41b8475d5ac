package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Block;
import io.interleave.edit.Edit;
import io.interleave.edit.Operation;
import io.interleave.edit.Script;
import io.interleave.edit.Spot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AimTest {

    private static final int DEEP = 20;

    static Stream<String> gallery() {
        return RowsTest.gallery();
    }

    private static Aim.Place upper(int row) {
        return new Aim.Place(row, 0.2, DEEP);
    }

    private static Aim.Place lower(int row) {
        return new Aim.Place(row, 0.8, DEEP);
    }

    private static Stream<Aim.Place> places(Rows rows) {
        return Stream.iterate(0, it -> it < rows.size(), it -> it + 1)
                .flatMap(it -> Stream.of(upper(it), lower(it), new Aim.Place(it, 0.8, 0)));
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void a_new_step_comes_to_stand_just_where_the_line_is_drawn(String name) {
        var script = RowsTest.script(name);
        var rows = Rows.of(script.outline(), Folds.NONE);
        var aim = new Aim(rows, new Carried.Fresh(Block.Kind.STEP, "pause"));
        places(rows).limit(90).forEach(place -> {
            if (aim.at(place) instanceof Aim.Into(Spot spot, int row, boolean below, int depth)) {
                var done = (Edit.Done) script.edit(new Operation.Add(spot, "pause"));
                var then = Rows.of(done.script().outline(), Folds.NONE);
                int at = then.indexOf(done.selection().blocks().getFirst()).orElseThrow();
                assertThat(at).as("%s in %s", place, name).isEqualTo(below ? row + 1 : row);
                assertThat(then.row(at).depth()).isEqualTo(depth);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void a_resource_and_a_unit_find_their_section_from_anywhere(String name) {
        var script = RowsTest.script(name);
        var rows = Rows.of(script.outline(), Folds.NONE);
        for (var fresh : List.of(
                new Carried.Fresh(Block.Kind.RESOURCE, "queue"), new Carried.Fresh(Block.Kind.UNIT, "thread"))) {
            assertThat(places(rows).map(new Aim(rows, fresh)::at))
                    .allMatch(it ->
                            it instanceof Aim.Into into && into.spot().body().kind() == fresh.kind());
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void nothing_can_be_let_go_of_within_itself(String name) {
        var rows = Rows.of(RowsTest.script(name).outline(), Folds.NONE);
        RowsTest.steps(rows.outline()).limit(8).forEach(step -> {
            var aim = new Aim(rows, new Carried.Blocks(List.of(step)));
            assertThat(places(rows).map(aim::at))
                    .noneMatch(it -> it instanceof Aim.Into into
                            && into.spot().body().owner().isWithin(step));
        });
    }

    @Test
    void a_step_at_the_end_goes_as_far_out_as_is_pointed() {
        var rows = Rows.of(RowsTest.script("lost-update").outline(), Folds.NONE);
        var hold = rows.outline()
                .named("worker")
                .orElseThrow()
                .all()
                .filter(it -> it.word().equals("hold"))
                .findFirst()
                .orElseThrow();
        int end = Stream.iterate(0, it -> it + 1)
                .filter(it -> rows.row(it) instanceof Row.End && rows.block(it) == hold)
                .findFirst()
                .orElseThrow();
        var aim = new Aim(rows, new Carried.Fresh(Block.Kind.STEP, "sleep"));
        assertThat(((Aim.Into) aim.at(lower(end))).spot().body().owner()).isSameAs(hold);
        assertThat(((Aim.Into) aim.at(new Aim.Place(end, 0.8, 1))).spot()).isEqualTo(Spot.behind(hold));
    }

    @Test
    void a_step_over_a_resource_of_its_kind_is_connected_with_it_and_over_others_is_not() {
        var script = Script.of("""
                interleave: 1
                title: Two queues
                resources:
                  raw: { queue: fifo }
                  done: { queue: fifo }
                  mutex: { lock: mutex }
                units:
                  worker:
                    thread: 1
                    steps:
                      - take: { from: raw, into: item }
                """);
        var rows = Rows.of(script.outline(), Folds.NONE);
        var take = RowsTest.steps(script.outline()).findFirst().orElseThrow();
        var aim = new Aim(rows, new Carried.Blocks(List.of(take)));
        var done = script.outline().named("done").orElseThrow();
        var mutex = script.outline().named("mutex").orElseThrow();
        assertThat(aim.at(upper(rows.indexOf(done.id()).orElseThrow())))
                .isEqualTo(
                        new Aim.Onto(take, "from", done, rows.indexOf(done.id()).orElseThrow()));
        assertThat(aim.at(upper(rows.indexOf(mutex.id()).orElseThrow()))).isInstanceOf(Aim.Nowhere.class);
    }
}
