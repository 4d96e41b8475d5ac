package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /// How a query finds it, the nearest first.
    private enum Found {
        /// Its word begins like that.
        CALLED,
        /// Its chapter or its meaning says it.
        DESCRIBED,
        /// It may have such a value, as a `timeout`.
        GIVEN,
        NOT
    }

    /// All that may be put into a body of this kind, or all there is, by chapter. First come those that are
    /// called so, then those that are described so, and then those that may be given what is called so.
    static Map<String, List<PaletteEntry>> all(List<Block.Kind> kinds, String query) {
        var chapters = new LinkedHashMap<String, List<PaletteEntry>>();
        var sorted = ALL.stream()
                .filter(it -> kinds.contains(it.kind))
                .collect(Collectors.groupingBy(it -> it.found(query), TreeMap::new, Collectors.toList()));
        sorted.remove(Found.NOT);
        sorted.values().stream()
                .flatMap(List::stream)
                .forEach(it -> chapters.merge(it.word.chapter(), List.of(it), PaletteEntry::joined));
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

    private Found found(String query) {
        String asked = query.strip().toLowerCase(Locale.ROOT);
        String described = "%s %s %s".formatted(word.word(), word.chapter(), meaning());
        if (isIn(described, asked)) {
            return word.word().startsWith(asked.replace(' ', '_')) ? Found.CALLED : Found.DESCRIBED;
        }
        String given = Stream.of(word.keys(), word.beside())
                .flatMap(List::stream)
                .map(Word.Key::name)
                .collect(Collectors.joining(" ", described + " ", ""));
        return isIn(given, asked) ? Found.GIVEN : Found.NOT;
    }

    /// Whether every word that is asked for begins one of the text.
    private static boolean isIn(String text, String asked) {
        var all = List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return Stream.of(asked.split("[\\s_]+")).allMatch(part -> all.stream().anyMatch(it -> it.startsWith(part)));
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
