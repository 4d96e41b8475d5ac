package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every word of the scenario language, as data. The keys that the reader knows, the reference and the JSON
/// Schema are made from this one table, so that none of them can lag behind another.
public final class Vocabulary {

    private static final Map<Family, Map<String, Optional<Word>>> WORDS = new EnumMap<>(Family.class);

    static {
        Stream.of(
                        KnobWords.ALL,
                        ResourceWords.ALL,
                        UnitWords.ALL,
                        FlowWords.ALL,
                        StateWords.ALL,
                        WaitingWords.ALL,
                        UnitStepWords.ALL,
                        PoolWords.ALL)
                .flatMap(List::stream)
                .forEach(it -> WORDS.computeIfAbsent(it.family(), _ -> new LinkedHashMap<>())
                        .put(it.word(), Optional.of(it)));
    }

    private Vocabulary() {}

    /// All words of a family, in the order in which the reference lists them.
    public static List<Word> all(Family family) {
        return of(family).values().stream().flatMap(Optional::stream).toList();
    }

    /// What is known of a word; nothing if it is none.
    public static Optional<Word> find(Family family, String word) {
        return of(family).getOrDefault(word, Optional.empty());
    }

    /// Which of its keys says of what kind a knob, a resource or a unit group is, or which step a step is.
    public static Optional<Word> kind(Family family, List<String> keys) {
        return Kinds.words(keys, family).stream().findFirst().map(it -> word(family, it));
    }

    static List<String> words(Family family) {
        return List.copyOf(of(family).keySet());
    }

    static Word word(Family family, String word) {
        return find(family, word).orElseThrow(() -> new IllegalArgumentException("no word '%s'".formatted(word)));
    }

    private static Map<String, Optional<Word>> of(Family family) {
        return WORDS.getOrDefault(family, Map.of());
    }
}
