package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Slot;
import io.interleave.model.Form;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final String LETTERS = "ab,' =\\x";

    private static Slot.Content back(String key, Slot.Content content) {
        return Texts.content(form(key), Texts.of(form(key), content));
    }

    private static Form form(String key) {
        return Vocabulary.find(Word.Family.UNIT, "process").orElseThrow().beside().stream()
                .filter(it -> it.name().equals(key))
                .findFirst()
                .orElseThrow()
                .form();
    }

    @Test
    void a_list_of_any_texts_is_typed_as_it_is_shown() {
        var random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            var texts = random.ints(1 + random.nextInt(4), 0, Integer.MAX_VALUE)
                    .mapToObj(seed -> new Random(seed)
                            .ints(seed % 6, 0, LETTERS.length())
                            .mapToObj(it -> String.valueOf(LETTERS.charAt(it)))
                            .reduce("", String::concat))
                    .toList();
            var content = new Slot.Several(texts);
            assertThat(back("command", content)).as("%s", texts).isEqualTo(content);
        }
    }

    @Test
    void a_command_is_typed_as_in_a_terminal() {
        assertThat(Texts.content(form("command"), " sleep  10 ")).isEqualTo(new Slot.Several(List.of("sleep", "10")));
        assertThat(Texts.of(form("command"), new Slot.Several(List.of("sh", "-c", "echo a, b"))))
                .isEqualTo("sh -c 'echo a, b'");
    }

    @Test
    void entries_keep_their_names_and_values() {
        var content = new Slot.Entries(List.of(Map.entry("LANG", "C"), Map.entry("PATH", "a,b='c'")));
        assertThat(back("environment", content)).isEqualTo(content);
    }

    @Test
    void nothing_typed_is_no_value() {
        assertThat(back("directory", new Slot.Absent())).isEqualTo(new Slot.Absent());
    }
}
