package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypingTest {

    /// The text after a key, where `|` is the caret or `[` and `]` the ends of the selection.
    private interface Key {
        Typing press(String text, int start, int end);
    }

    private static String after(Key key, String shown) {
        String marked = shown.contains("|")
                ? shown.replace("|", "«»")
                : shown.replace("<", "«").replace(">", "»");
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        String text = marked.replace("«", "").replace("»", "");
        var typing = key.press(text, start, end);
        String changed = typing.edit().applyTo(text);
        return changed.substring(0, typing.anchor())
                + (typing.anchor() == typing.caret()
                        ? "|"
                        : "<" + changed.substring(typing.anchor(), typing.caret()) + ">")
                + changed.substring(typing.caret());
    }

    private static String enter(String shown) {
        return after((text, start, end) -> Typing.enter(text, start, end, "\n"), shown);
    }

    @Test
    void a_new_line_is_as_deep_as_what_goes_on_there() {
        assertThat(enter("  a: 1|")).isEqualTo("  a: 1\n  |");
        assertThat(enter("units:|")).isEqualTo("units:\n  |");
        assertThat(enter("    steps:|")).isEqualTo("    steps:\n      - |");
        assertThat(enter("  - read: x|")).isEqualTo("  - read: x\n  - |");
        assertThat(enter("  - forever:|")).isEqualTo("  - forever:\n    |");
        assertThat(enter("  - read: |x")).isEqualTo("  - read: \n    |x");
        assertThat(enter("  - a\n  - |")).isEqualTo("  - a\n|");
        assertThat(enter("a: <b> c")).isEqualTo("a: \n| c");
    }

    @Test
    void tab_and_shift_tab_move_the_lines_of_the_selection() {
        assertThat(after(Typing::indent, "a|")).isEqualTo("a |");
        assertThat(after(Typing::indent, "<a\n\nb>\nc")).isEqualTo("  <a\n\n  b>\nc");
        assertThat(after(Typing::outdent, "  <a\n b>\nc")).isEqualTo("<a\nb>\nc");
        assertThat(after(Typing::outdent, "    a|")).isEqualTo("  a|");
        assertThat(after(Typing::indent, "<a\n>b")).isEqualTo("  <a\n>b");
    }

    @Test
    void comments_come_and_go() {
        assertThat(after(Typing::comment, "  <a: 1\n    b: 2>")).isEqualTo("  # <a: 1\n  #   b: 2>");
        assertThat(after(Typing::comment, "  # <a: 1\n  #   b: 2>")).isEqualTo("  <a: 1\n    b: 2>");
        assertThat(after(Typing::comment, "a|")).isEqualTo("# a|");
    }

    @Test
    void brackets_come_in_pairs_and_the_second_is_typed_over() {
        assertThat(after((t, s, e) -> Typing.pair(t, s, e, "{").getFirst(), "a: |"))
                .isEqualTo("a: {|}");
        assertThat(after((t, s, e) -> Typing.pair(t, s, e, "}").getFirst(), "a: {|}"))
                .isEqualTo("a: {}|");
        assertThat(after((t, s, e) -> Typing.pair(t, s, e, "(").getFirst(), "a: <b>"))
                .isEqualTo("a: (<b>)");
        assertThat(Typing.pair("a: b", 3, 3, "{")).isEmpty();
        assertThat(Typing.pair("it", 2, 2, "'")).isEmpty();
        assertThat(Typing.pair("a: ", 3, 3, "x")).isEmpty();
    }
}
