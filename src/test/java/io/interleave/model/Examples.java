package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The examples of the vocabulary as whole scenarios.
public final class Examples {

    private static final Map<Family, String> SECTIONS =
            Map.of(Family.KNOB, "knobs", Family.RESOURCE, "resources", Family.UNIT, "units");

    private Examples() {}

    public static List<Word> words() {
        return Stream.of(Family.values())
                .flatMap(it -> Vocabulary.all(it).stream())
                .toList();
    }

    /// A scenario with all that examples of steps name, and in it the example of this word.
    public static String scenario(Word word) {
        var text = new StringBuilder("interleave: 1\ntitle: Example of %s\n".formatted(word.word()));
        for (var family : List.of(Family.KNOB, Family.RESOURCE, Family.UNIT)) {
            text.append(SECTIONS.get(family)).append(":\n");
            text.append(Vocabulary.all(family).stream()
                    .map(Word::example)
                    .collect(Collectors.joining("\n"))
                    .indent(2));
        }
        if (word.family() == Family.STEP) {
            String kind = switch (word.word()) {
                case "yield" -> "generator: 1";
                case "return" -> "task: n";
                default -> "thread: 1";
            };
            text.append("  example:\n    ").append(kind).append("\n    steps:\n");
            text.append(word.example().indent(6));
        }
        return text.toString();
    }
}
