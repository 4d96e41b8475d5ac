package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Something that the palette offers.
record PaletteEntry(Block.Kind kind, Word word) {

    private static final List<PaletteEntry> ALL = Stream.of(
                    Block.Kind.UNIT, Block.Kind.RESOURCE, Block.Kind.STEP, Block.Kind.KNOB)
            .flatMap(kind -> Vocabulary.all(family(kind)).stream().map(it -> new PaletteEntry(kind, it)))
            .toList();

    private static Word.Family family(Block.Kind kind) {
        return switch (kind) {
            case UNIT -> Word.Family.UNIT;
            case RESOURCE -> Word.Family.RESOURCE;
            case KNOB -> Word.Family.KNOB;
            case STEP, SCENARIO, PRESET, EXPECTATION -> Word.Family.STEP;
        };
    }

    /// All that may be put into a body of this kind, or all there is, by chapter. First come those that are called so,
    /// and then those that are only described so.
    static Map<String, List<PaletteEntry>> all(List<Block.Kind> kinds, String query) {
        var chapters = new LinkedHashMap<String, List<PaletteEntry>>();
        for (boolean called : new boolean[] {true, false}) {
            for (var it : ALL) {
                if (kinds.contains(it.kind) && it.matches(query) && it.isCalled(query) == called) {
                    chapters.merge(it.word.chapter(), List.of(it), PaletteEntry::joined);
                }
            }
        }
        return chapters;
    }

    static PaletteEntry find(Block.Kind kind, String word) {
        return ALL.stream()
                .filter(it -> it.kind == kind && it.word.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static List<PaletteEntry> joined(List<PaletteEntry> some, List<PaletteEntry> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private boolean isCalled(String query) {
        return word.word().startsWith(query.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    }

    /// Whether every word of the query begins one of its word, its chapter or its meaning.
    private boolean matches(String query) {
        var all = List.of("%s %s %s"
                .formatted(word.word(), word.chapter(), meaning())
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+"));
        return Stream.of(query.strip().toLowerCase(Locale.ROOT).split("[\\s_]+"))
                .allMatch(part -> all.stream().anyMatch(it -> it.startsWith(part)));
    }

    Category category() {
        return Category.of(word);
    }

    /// As it is shown, in the language's own word.
    String title() {
        return word.word();
    }

    /// What it does, in one or more plain sentences.
    String meaning() {
        return word.meaning().replace("`", "");
    }

    /// Its first sentence.
    String gist() {
        return meaning().replaceFirst("(?<=\\.) .*", "");
    }

    Carried.Fresh carried() {
        return new Carried.Fresh(kind, word.word());
    }
}
