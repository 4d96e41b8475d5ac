package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextEditTest {

    @Test
    void the_change_between_two_texts_makes_the_one_of_the_other_and_back() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String before = text(random);
            String after = text(random);
            var edit = TextEdit.between(before, after);
            assertThat(edit.applyTo(before)).isEqualTo(after);
            assertThat(edit.inverse().applyTo(after)).isEqualTo(before);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(9), 0, 4)
                .mapToObj(it -> List.of("a", "b", "\n", "😀").get(it))
                .reduce("", String::concat);
    }

    @Test
    void it_is_the_smallest_one() {
        assertThat(TextEdit.between("- read: a\n- log: x\n", "- read: b\n- log: x\n"))
                .isEqualTo(new TextEdit(8, "a", "b"));
        assertThat(TextEdit.between("same", "same").isNothing()).isTrue();
    }

    @Test
    void no_character_is_cut_in_two() {
        var edit = TextEdit.between("😀", "😁");
        assertThat(edit).isEqualTo(new TextEdit(0, "😀", "😁"));
    }

    @Test
    void it_is_refused_by_a_text_that_it_is_not_about() {
        assertThatThrownBy(() -> new TextEdit(0, "a", "b").applyTo("c")).isInstanceOf(IllegalArgumentException.class);
    }
}
