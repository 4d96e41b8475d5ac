package io.interleave.view.editor.text;

import io.interleave.model.Form;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The least that is in order behind a word or a key, with what the scenario has declared already.
final class Body {

    /// Keys that the table of words calls optional and without which their step is none.
    private static final Map<String, List<String>> NEEDED =
            Map.of("for_each", List.of("from", "to"), "write", List.of("value"));

    /// Steps on units that do not start by themselves.
    private static final Set<String> STARTING = Set.of("start", "gather");

    private static final String STEP = "compute: 1ms";

    private final Outline outline;

    Body(Outline outline) {
        this.outline = outline;
    }

    /// The word with all that it needs, over several lines.
    ///
    /// @param column where the word stands
    String block(Word word, int column) {
        return word.word() + ":" + lead(word.word(), behind(word))
                + required(word)
                        .map(it -> "\n" + " ".repeat(column) + it.name() + ":" + lead(it.name(), value(it, column)))
                        .collect(Collectors.joining());
    }

    /// The word with all that it needs, on one line, as it stands between braces.
    String inline(Word word) {
        return word.word() + ":" + lead(word.word(), behind(word))
                + required(word)
                        .map(it -> ", " + it.name() + ":" + lead(it.name(), inlineValue(it)))
                        .collect(Collectors.joining());
    }

    /// What can stand behind a key; of steps the list of them, on lines of its own.
    String value(Word.Key key, int column) {
        if (key.form().kind() == Form.Kind.STEPS) {
            return "\n" + " ".repeat(column + 2) + "- " + STEP;
        }
        return of(key.name(), key.form());
    }

    String inlineValue(Word.Key key) {
        return key.form().kind() == Form.Kind.STEPS ? "[ { " + STEP + " } ]" : of(key.name(), key.form());
    }

    private static Stream<Word.Key> required(Word word) {
        return word.beside().stream().filter(Word.Key::required);
    }

    private String behind(Word word) {
        if (word.alone().isPresent()) {
            return of(word.word(), word.alone().get());
        }
        var needed = NEEDED.getOrDefault(word.word(), List.of());
        return word.keys().stream()
                .filter(it -> it.required() || needed.contains(it.name()))
                .map(it -> it.name() + ": " + of(it.name(), it.form()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String lead(String key, String value) {
        return value.isEmpty() || value.startsWith("\n") ? value : " " + value;
    }

    /// A value of this form.
    private String of(String key, Form form) {
        return switch (form.kind()) {
            case EXPRESSION ->
                switch (form.words()) {
                    case "a duration" -> "1ms";
                    case "a condition" -> "on";
                    default -> "1";
                };
            case LITERAL -> key.equals("min") ? "0" : key.equals("max") ? "10" : "1";
            case LOCAL -> outline.unused(key.equals("as") || key.equals("task") ? "n" : "result");
            case NAME, NAMES ->
                outline.ofKinds(form.choices()).stream()
                        .sorted(Comparator.comparing((Outline.Declaration it) -> !it.manual() && STARTING.contains(key))
                                .thenComparing(it -> form.choices().indexOf(it.kind())))
                        .map(Outline.Declaration::name)
                        .findFirst()
                        .orElse(form.choices().getFirst());
            case TEXT -> "here";
            case TEXTS -> "[echo, hello]";
            case ENTRIES -> "{ NAME: value }";
            case PLAIN -> key.equals("choice") ? "one" : "Label";
            case PLAINS -> "[one, two]";
            case CHOICE -> form.choices().getFirst();
            case SWITCH -> "on";
            case ASSIGNMENT -> "{ " + outline.unused("x") + ": 1 }";
            case STEPS, NOTHING -> "";
        };
    }

    /// A thing of this kind with a name of its own, as a section declares it.
    String declaration(Word word, String name, int column) {
        return word.family() == Family.UNIT
                ? name + ":\n" + " ".repeat(column + 2) + block(word, column + 2)
                : name + ": { " + inline(word) + " }";
    }
}
