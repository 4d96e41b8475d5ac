package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every word of the scenario language, as data. The keys that the reader knows, the reference and the JSON
/// Schema are made from this one table, so that none of them can lag behind another.
public final class Vocabulary {

    private static final Map<Family, Map<String, Word>> WORDS = new LinkedHashMap<>();

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
                        .put(it.word(), it));
    }

    private Vocabulary() {}

    /// All words of a family, in the order in which the reference lists them.
    public static List<Word> all(Family family) {
        return List.copyOf(of(family).values());
    }

    /// What is known of a word; nothing if it is none.
    public static Optional<Word> find(Family family, String word) {
        return Optional.ofNullable(of(family).get(word));
    }

    /// Which of its keys says of what kind a knob, a resource or a unit group is, or which step a step is.
    public static Optional<Word> kind(Family family, List<String> keys) {
        return Kinds.words(keys, family).stream().findFirst().map(it -> word(family, it));
    }

    static List<String> words(Family family) {
        return List.copyOf(of(family).keySet());
    }

    static Word word(Family family, String word) {
        var found = of(family).get(word);
        if (found == null) {
            throw new IllegalArgumentException("no word '%s'".formatted(word));
        }
        return found;
    }

    private static Map<String, Word> of(Family family) {
        return WORDS.getOrDefault(family, Map.of());
    }
}
