package io.interleave.view.editor.help;

import io.interleave.edit.Block;
import io.interleave.edit.Script;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The example of a step as a scenario of its own. The examples of all words may name each other's things; of those it
/// takes what this one needs and leaves the rest.
final class MiniScenario {

    private static final Map<Family, String> SECTIONS = sections();

    private final Map<Family, Map<String, String>> needed = new LinkedHashMap<>();

    private MiniScenario(String steps) {
        need(steps);
    }

    private static Map<Family, String> sections() {
        var sections = new LinkedHashMap<Family, String>();
        sections.put(Family.KNOB, "knobs");
        sections.put(Family.RESOURCE, "resources");
        sections.put(Family.UNIT, "units");
        return sections;
    }

    /// @param word a step
    static String of(Word word) {
        return new MiniScenario(word.example()).text(word);
    }

    /// Takes all that is named here, and what that names in turn.
    private void need(String text) {
        SECTIONS.forEach((family, section) -> declared(family, section).forEach((name, declaration) -> {
            boolean named = Pattern.compile("\\b%s\\b".formatted(Pattern.quote(name)))
                    .matcher(text)
                    .find();
            if (named && taken(family).putIfAbsent(name, declaration) == null) {
                need(declaration);
            }
        }));
    }

    private Map<String, String> taken(Family family) {
        return needed.computeIfAbsent(family, _ -> new LinkedHashMap<>());
    }

    private static Map<String, String> declared(Family family, String section) {
        var script = Script.of(section + ":\n"
                + Vocabulary.all(family).stream()
                        .map(Word::example)
                        .collect(Collectors.joining("\n"))
                        .indent(2));
        return script.outline().section(section).blocks().stream()
                .collect(Collectors.toMap(
                        Block::name,
                        it -> script.text().substring(it.start(), it.end()).strip(),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    private String text(Word word) {
        var text = new StringBuilder("interleave: 1\ntitle: The word %s\n".formatted(word.word()));
        text.append("about: >-\n").append(word.meaning().indent(2));
        SECTIONS.forEach((family, section) -> {
            var declarations = taken(family);
            if (!declarations.isEmpty() || family == Family.UNIT) {
                text.append('\n').append(section).append(":\n");
            }
            declarations.values().forEach(it -> text.append("  ").append(it).append('\n'));
        });
        text.append("  example:\n    thread: 1\n    steps:\n");
        text.append(word.example().indent(6));
        return text.toString();
    }
}
