package io.interleave.model;

import java.util.Optional;
import java.util.stream.Stream;

/// Reads a word that must be one of a few.
final class Choices {

    private Choices() {}

    /// The constant that the word names.
    ///
    /// @param what such as `kind of lock`, for a message
    static <E extends Enum<E>> Optional<E> read(YamlNode.Scalar scalar, Class<E> type, String what, Problems problems) {
        var constants = Stream.of(type.getEnumConstants()).toList();
        var found = constants.stream()
                .filter(it -> Form.word(it).equals(scalar.text()))
                .findFirst();
        if (found.isEmpty()) {
            var words = constants.stream().map(Form::word).toList();
            problems.unknown(
                    scalar.place(),
                    "'%s' is no %s".formatted(scalar.shown(), what),
                    Fields.oneOf(words),
                    scalar.text(),
                    words);
        }
        return found;
    }
}
