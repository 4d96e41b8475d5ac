package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Block;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteEntryTest {

    private static final List<Block.Kind> ALL =
            List.of(Block.Kind.UNIT, Block.Kind.RESOURCE, Block.Kind.STEP, Block.Kind.KNOB);

    private static Stream<PaletteEntry> found(String query) {
        return PaletteEntry.all(ALL, query).values().stream().flatMap(List::stream);
    }

    @Test
    void every_word_of_the_language_is_offered_and_says_what_it_does() {
        var words = Stream.of(Word.Family.values())
                .flatMap(it -> Vocabulary.all(it).stream())
                .toList();
        assertThat(found("").map(PaletteEntry::word)).containsExactlyInAnyOrderElementsOf(words);
        assertThat(found(""))
                .noneMatch(it -> it.meaning().isBlank() || it.word().example().isBlank());
    }

    @Test
    void whoever_types_a_word_finds_it_first() {
        for (var it : found("").toList()) {
            var first = found(it.title().replace('_', ' ')).findFirst().orElseThrow();
            assertThat(first.title()).startsWith(it.title());
        }
    }

    @Test
    void what_something_is_for_finds_it_too() {
        assertThat(found("wait signal").map(PaletteEntry::title)).contains("await", "signal_all");
        assertThat(found("no such thing")).isEmpty();
    }

    @Test
    void what_may_be_given_to_something_finds_it_last() {
        assertThat(found("timeout").map(PaletteEntry::title)).contains("await", "hold", "put", "take");
        assertThat(found("timeout").findFirst().orElseThrow().meaning()).contains("timeout");
        assertThat(found("await timeout").map(PaletteEntry::title)).contains("await");
    }

    @Test
    void every_word_has_a_colour() {
        assertThat(found("")).noneMatch(it -> it.category() == Category.UNKNOWN);
    }
}
