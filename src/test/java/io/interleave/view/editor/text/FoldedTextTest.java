package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.view.editor.text.FoldedText.Position;
import org.junit.jupiter.api.Test;

class FoldedTextTest {

    private static final String TEXT = "units:\n  a:\n    x: 1\n    y: 2\n\n  b:\n    z: 3";

    @Test
    void a_text_is_what_it_was_whatever_is_folded_and_however_its_lines_end() {
        for (var entry : Gallery.entries()) {
            for (String text : new String[] {entry.text(), entry.text().replace("\n", "\r\n")}) {
                var folded = new FoldedText(text);
                for (int row = folded.size() - 1; row >= 0; row--) {
                    folded.fold(row, Folds.length(folded::row, folded.size(), row));
                    assertThat(folded.text()).isEqualTo(text);
                }
                for (int row = 0; row < folded.size(); row++) {
                    folded.unfold(row);
                }
                assertThat(folded.text()).isEqualTo(text);
                assertThat(folded.size()).isEqualTo((int) text.lines().count() + 1);
            }
        }
    }

    @Test
    void what_is_folded_is_the_deeper_lines_without_the_blank_ones_at_their_end() {
        var text = new FoldedText(TEXT);
        assertThat(Folds.length(text::row, text.size(), 0)).isEqualTo(6);
        assertThat(Folds.length(text::row, text.size(), 1)).isEqualTo(2);
        assertThat(Folds.length(text::row, text.size(), 2)).isZero();
        var list = new FoldedText("steps:\n- a\n- b\nmore: 1");
        assertThat(Folds.length(list::row, list.size(), 0)).isEqualTo(2);
        assertThat(Folds.length(list::row, list.size(), 1)).isZero();
    }

    @Test
    void offsets_and_lines_are_those_of_the_whole_text() {
        var text = new FoldedText(TEXT);
        text.fold(1, 2);
        assertThat(text.hiddenLines(1)).isEqualTo(2);
        assertThat(text.row(3)).isEqualTo("  b:");
        assertThat(text.line(3)).isEqualTo(5);
        assertThat(text.offset(3, 2)).isEqualTo(TEXT.indexOf("b:"));
        assertThat(text.position(TEXT.indexOf("b:"))).isEqualTo(new Position(3, 2));
        assertThat(text.isHidden(TEXT.indexOf("y:"))).isTrue();
        assertThat(text.isHidden(TEXT.indexOf("b:"))).isFalse();
        assertThat(text.position(TEXT.indexOf("y:"))).isEqualTo(new Position(1, 4));
    }

    @Test
    void a_fold_at_the_end_of_the_text_comes_back_as_it_was() {
        var text = new FoldedText(TEXT);
        text.fold(5, 1);
        assertThat(text.text()).isEqualTo(TEXT);
        assertThat(text.hiddenLines(5)).isEqualTo(1);
        assertThat(text.unfold(5)).isEqualTo(1);
        assertThat(text.text()).isEqualTo(TEXT);
    }

    @Test
    void what_is_taken_away_takes_along_what_is_folded_within_it() {
        var text = new FoldedText(TEXT);
        text.fold(1, 2);
        text.remove(new Position(1, 2), new Position(3, 2));
        assertThat(text.text()).isEqualTo("units:\n  b:\n    z: 3");
    }

    @Test
    void a_new_line_ends_as_the_others_do() {
        var text = new FoldedText("a: 1\r\nb: 2\r\n");
        text.breakLine(0, 2);
        assertThat(text.text()).isEqualTo("a:\r\n 1\r\nb: 2\r\n");
    }
}
