package io.interleave.view.editor.text;

import io.interleave.model.Form;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The vocabulary, by its words.
final class Language {

    static final List<String> SECTIONS =
            List.of("interleave", "title", "about", "knobs", "resources", "units", "expect");

    private static final Map<Family, Map<String, Word>> WORDS = Arrays.stream(Family.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    family -> Vocabulary.all(family).stream()
                            .collect(Collectors.toMap(Word::word, Function.identity()))));

    /// Keys whose value is a text as it stands.
    private static final Set<String> TEXTS = Stream.concat(
                    Stream.of("title", "about"),
                    WORDS.values().stream().flatMap(it -> it.values().stream()).flatMap(Language::texts))
            .collect(Collectors.toUnmodifiableSet());

    private Language() {}

    static Optional<Word> word(Family family, String word) {
        return Optional.ofNullable(WORDS.get(family)).map(it -> it.get(word));
    }

    static boolean isText(String key) {
        return TEXTS.contains(key);
    }

    private static Stream<String> texts(Word word) {
        return Stream.concat(
                word.alone().filter(Language::isText).map(_ -> word.word()).stream(),
                Stream.concat(word.keys().stream(), word.beside().stream())
                        .filter(it -> isText(it.form()))
                        .map(Word.Key::name)
                        // of a process; of all else it is an expression or a name
                        .filter(it -> !it.equals("input")));
    }

    private static boolean isText(Form form) {
        return form.kind() == Form.Kind.TEXT || form.kind() == Form.Kind.PLAIN;
    }
}
