package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Block;
import io.interleave.edit.Operation;
import io.interleave.edit.Selection;
import io.interleave.edit.Spot;
import io.interleave.model.Gallery;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Latest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlocksModelTest {

    private final Draft draft = new Draft(Runnable::run, Runnable::run);
    private BlocksModel model;
    private Deeds deeds;

    @BeforeEach
    void open() {
        draft.open(Gallery.find("lost-update").orElseThrow().text());
        model = new BlocksModel(draft, new Latest(Runnable::run, Runnable::run));
        deeds = new Deeds(model);
    }

    private Block step(String word) {
        return model.outline().blocks().stream()
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private int row(Block block) {
        return model.rows().indexOf(block.id()).orElseThrow();
    }

    @Test
    void what_is_selected_elsewhere_is_unfolded_and_gets_the_focus() {
        model.fold(Set.of(step("repeat").id()), true);
        var inner = step("compute");
        assertThat(model.rows().indexOf(inner.id())).isEmpty();
        draft.select(Selection.of(List.of(inner)));
        assertThat(model.focused()).isEqualTo(row(inner));
    }

    @Test
    void the_focus_stays_at_its_block_while_others_come_and_go() {
        var compute = step("compute");
        model.choose(row(compute));
        draft.perform("", new Operation.Add(Spot.atEnd(model.outline().section("resources")), "queue"));
        draft.select(Selection.of(List.of(step("compute"))));
        assertThat(model.rows().block(model.focused()).id()).isEqualTo(compute.id());
    }

    @Test
    void a_resource_shows_who_uses_it() {
        assertThat(model.face(row(step("lock"))).users()).containsExactly("worker");
        deeds.add(new Carried.Fresh(Block.Kind.RESOURCE, "queue"));
        assertThat(model.face(row(step("queue"))).users()).isEmpty();
    }

    @Test
    void what_is_wrong_is_told_at_the_block() {
        deeds.set(step("compute"), "", "nonsense + ");
        var face = model.face(row(step("compute")));
        assertThat(face.broken()).isTrue();
        assertThat(face.problems()).isNotEmpty();
        draft.undo();
        assertThat(model.face(row(step("compute"))).problems()).isEmpty();
    }

    @Test
    void each_value_that_is_set_is_undone_by_itself() {
        deeds.set(step("compute"), "", "3us");
        var first = draft.script().text();
        deeds.set(step("compute"), "", "4us");
        deeds.set(step("compute"), "", "5us");
        draft.undo();
        draft.undo();
        assertThat(draft.script().text()).isEqualTo(first);
    }

    @Test
    void a_knob_made_of_a_value_stands_in_its_place_and_can_be_put_back() {
        deeds.add(new Carried.Fresh(Block.Kind.RESOURCE, "queue"));
        var text = draft.script().text();
        deeds.put(step("queue"), step("queue").slot("capacity").orElseThrow());
        deeds.set(step("queue"), "capacity", "12");
        var made = draft.script().text();
        assertThat(deeds.makeKnob(step("queue"), step("queue").slot("capacity").orElseThrow()))
                .isTrue();
        assertThat(step("queue").slot("capacity").orElseThrow().text()).isEqualTo("$capacity");
        assertThat(model.selected())
                .singleElement()
                .satisfies(it -> assertThat(it.slot("").orElseThrow().text()).isEqualTo("12"));
        draft.undo();
        assertThat(draft.script().text()).isEqualTo(made);
        draft.undo();
        draft.undo();
        assertThat(draft.script().text()).isEqualTo(text);
    }

    @Test
    void a_step_in_a_scenario_without_units_brings_its_thread_and_both_are_undone_as_one() {
        String empty = "interleave: 1\ntitle: Empty\n";
        draft.open(empty);
        deeds.add(new Carried.Fresh(Block.Kind.STEP, "sleep"));
        assertThat(step("sleep").parent().orElseThrow().word()).isEqualTo("thread");
        draft.undo();
        assertThat(draft.script().text()).isEqualTo(empty);
    }

    @Test
    void a_new_resource_for_a_step_is_made_and_named_as_one() {
        String text = draft.script().text();
        assertThat(deeds.setToNew(step("hold"), "lock", "semaphore")).isTrue();
        assertThat(step("hold").slot("lock").orElseThrow().text())
                .isEqualTo(step("semaphore").name());
        draft.undo();
        assertThat(draft.script().text()).isEqualTo(text);
    }

    @Test
    void moving_up_leaves_the_step_around_at_its_beginning_and_down_at_its_end() {
        model.choose(row(step("read")));
        deeds.moveUp();
        assertThat(step("read").parent().orElseThrow().word()).isEqualTo("repeat");
        assertThat(model.selected()).containsExactly(step("read"));
        deeds.moveDown();
        assertThat(step("read").index()).isEqualTo(1);
    }

    @Test
    void what_is_copied_can_be_pasted_behind_what_is_selected() {
        model.choose(row(step("hold")));
        String copied = deeds.copied();
        model.choose(row(step("repeat")));
        deeds.paste(copied);
        assertThat(model.selected()).singleElement().satisfies(it -> {
            assertThat(it.word()).isEqualTo("hold");
            assertThat(it.parent().orElseThrow().word()).isEqualTo("thread");
            assertThat(it.index()).isEqualTo(1);
        });
    }
}
