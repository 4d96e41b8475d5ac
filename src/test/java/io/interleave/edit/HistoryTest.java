package io.interleave.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final String TEXT = """
            interleave: 1
            title: T
            units:
              w:
                thread: 1
                steps:
                  - sleep: 1ms
                  - compute: 2ms
            """;

    private final History history = new History(Script.of(TEXT));

    private void type(int at, String typed) {
        var text = history.script().text();
        history.type("Typing", Change.of(text, at, at, typed), Selection.caret(at + typed.length()));
    }

    private Block step(int index) {
        return history.script()
                .outline()
                .section("units")
                .blocks()
                .getFirst()
                .bodies()
                .getFirst()
                .blocks()
                .get(index);
    }

    private Edit.Done done(Operation operation) {
        return switch (history.script().edit(operation)) {
            case Edit.Done done -> done;
            case Edit.Refused(String message) -> throw new AssertionError(message);
        };
    }

    @Test
    void characters_typed_one_behind_the_other_are_undone_together() {
        int title = TEXT.indexOf("T\n") + 1;
        type(title, "w");
        type(title + 1, "o");
        type(title + 2, " ");
        assertThat(history.script().text()).contains("title: Two \n");
        assertThat(history.undo()).isPresent();
        assertThat(history.script().text()).isEqualTo(TEXT);
        assertThat(history.canUndo()).isFalse();
        assertThat(history.redo().orElseThrow().selection().caret()).isEqualTo(title + 3);
        assertThat(history.script().text()).contains("title: Two \n");
    }

    @Test
    void what_is_typed_elsewhere_or_after_a_pause_or_on_a_new_line_is_undone_by_itself() {
        type(0, "#");
        type(TEXT.indexOf("T\n") + 1, "x");
        history.pause();
        type(TEXT.indexOf("T\n") + 2, "y");
        type(TEXT.indexOf("T\n") + 3, "\n");
        for (int i = 0; i < 4; i++) {
            assertThat(history.undo()).isPresent();
        }
        assertThat(history.undo()).isEmpty();
        assertThat(history.script().text()).isEqualTo(TEXT);
    }

    @Test
    void edits_of_one_group_are_undone_together_and_others_by_themselves() {
        for (var time : List.of("3ms", "4ms", "5ms")) {
            history.perform("Set", "sleep", done(new Operation.Set(step(0), "", time)));
        }
        history.perform("Set", "compute", done(new Operation.Set(step(1), "", "7ms")));
        assertThat(history.undoable()).contains("Set");
        history.undo();
        assertThat(history.script().text()).isEqualTo(TEXT.replace("1ms", "5ms"));
        history.undo();
        assertThat(history.script().text()).isEqualTo(TEXT);
    }

    @Test
    void edits_in_blocks_and_in_the_text_are_undone_in_one_order() {
        history.perform("Delete", done(new Operation.Delete(List.of(step(0)))));
        type(history.script().text().length(), "# end");
        history.perform("Duplicate", done(new Operation.Duplicate(List.of(step(0)))));
        history.undo();
        history.undo();
        assertThat(history.script().text()).isEqualTo(TEXT.replace("      - sleep: 1ms\n", ""));
        history.undo();
        assertThat(history.script().text()).isEqualTo(TEXT);
    }

    @Test
    void a_deleted_block_is_the_same_one_when_it_is_back_and_what_was_selected_is_so_again() {
        var block = step(0);
        history.select(Selection.of(List.of(block)));
        history.perform("Delete", done(new Operation.Delete(List.of(block))));
        assertThat(history.selection().blocks()).containsExactly(step(0).id()).doesNotContain(block.id());
        history.undo();
        assertThat(history.selection().blocks()).containsExactly(block.id());
        assertThat(step(0).id()).isEqualTo(block.id());
    }

    @Test
    void something_new_leaves_nothing_to_be_done_again() {
        type(0, "#");
        history.undo();
        assertThat(history.canRedo()).isTrue();
        type(0, "# ");
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void it_is_saved_where_its_text_is_the_file_s_again() {
        assertThat(history.isSaved()).isTrue();
        type(0, "#");
        assertThat(history.isSaved()).isFalse();
        history.undo();
        assertThat(history.isSaved()).isTrue();
        history.redo();
        history.saved(history.script().text());
        assertThat(history.isSaved()).isTrue();
        history.undo();
        assertThat(history.isSaved()).isFalse();
    }

    @Test
    void a_text_that_is_no_yaml_keeps_the_last_blocks_and_refuses_operations_until_it_is_mended() {
        var block = step(0);
        int quote = TEXT.indexOf("1ms");
        type(quote, "\"");
        assertThat(history.script().standing()).isEqualTo(Script.Standing.BROKEN);
        assertThat(history.script().outline().find(block.id())).isPresent();
        assertThat(Edits.refused(history.script().edit(new Operation.Delete(List.of(block)))))
                .isNotEmpty();
        type(quote + 4, "\"");
        assertThat(history.script().isSound()).isTrue();
        assertThat(step(0).id()).isEqualTo(block.id());
        assertThat(step(0).slot("").orElseThrow().text()).isEqualTo("1ms");
        history.undo();
        history.undo();
        assertThat(history.script().text()).isEqualTo(TEXT);
    }
}
