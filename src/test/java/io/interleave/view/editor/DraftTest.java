package io.interleave.view.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Change;
import io.interleave.edit.Operation;
import io.interleave.edit.Selection;
import io.interleave.edit.Spot;
import io.interleave.model.Gallery;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftTest {

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Draft draft = new Draft(waiting::add, Runnable::run);
    private final String text = Gallery.find("lost-update").orElseThrow().text();

    @BeforeEach
    void open() {
        draft.open(text);
        read();
    }

    private void read() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void type(String inserted, int offset) {
        draft.type("typing", Change.of(draft.script().text(), offset, offset, inserted), Selection.caret(offset + 1));
    }

    @Test
    void what_is_done_in_blocks_and_in_the_text_is_undone_one_after_the_other() {
        var steps = draft.script()
                .outline()
                .named("worker")
                .orElseThrow()
                .body("steps")
                .orElseThrow();
        assertThat(draft.perform("Add a step", new Operation.Add(Spot.atEnd(steps), "sleep")))
                .isTrue();
        String added = draft.script().text();
        type("#", 0);
        assertThat(draft.savedProperty().get()).isFalse();

        draft.undo();
        assertThat(draft.script().text()).isEqualTo(added);
        assertThat(draft.undoableProperty().get()).contains("Add a step");
        draft.undo();
        assertThat(draft.script().text()).isEqualTo(text);
        assertThat(draft.savedProperty().get()).isTrue();
        assertThat(draft.undoableProperty().get()).isEmpty();
    }

    @Test
    void what_cannot_be_done_says_why_and_changes_nothing() {
        var steps = draft.script()
                .outline()
                .named("worker")
                .orElseThrow()
                .body("steps")
                .orElseThrow();
        var repeat = steps.blocks().getFirst();
        var inside = Spot.atEnd(repeat.body("steps").orElseThrow());
        assertThat(draft.perform("Move", new Operation.Move(List.of(repeat), inside)))
                .isFalse();
        assertThat(draft.noticeProperty().get()).isNotEmpty();
        assertThat(draft.script().text()).isEqualTo(text);
    }

    @Test
    void a_reading_of_an_older_text_is_not_told() {
        type("x", 0);
        var late = waiting.remove();
        type("y", 0);
        late.run();
        assertThat(draft.readingProperty().get()).isEmpty();
        read();
        assertThat(draft.readingProperty().get().orElseThrow().scenario()).isEmpty();
    }

    @Test
    void a_text_that_is_no_yaml_keeps_the_blocks_that_there_were() {
        type("\"", 0);
        read();
        assertThat(draft.script().isSound()).isFalse();
        assertThat(draft.script().outline().named("worker")).isPresent();
    }
}
