package io.interleave.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something wrong with a scenario: where, what was found, what was expected there, and the known word nearest to
/// the one found.
///
/// @param message what is wrong, a sentence without a full stop, naming the word at fault
/// @param expected what would have been right, or an empty string where the message says it all
/// @param nearest a known word that the one found was perhaps meant to be
/// @param matter what an editor that offers a cure must know of it
public record Problem(
        Severity severity, Place place, String message, String expected, Optional<String> nearest, Matter matter) {

    public Problem(Severity severity, Place place, String message, String expected, Optional<String> nearest) {
        this(severity, place, message, expected, nearest, Matter.OTHER);
    }

    /// What a problem is about, of those problems for which a change of the text is known that puts them right.
    public sealed interface Matter {

        Matter OTHER = new Other();

        /// Nothing of which more is known than the words say.
        record Other() implements Matter {}

        /// A name that nothing has.
        ///
        /// @param kinds words of the vocabulary: what may be named there
        record Undeclared(String name, List<String> kinds) implements Matter {
            public Undeclared {
                kinds = List.copyOf(kinds);
            }
        }

        /// A lock that a step acquires and none releases.
        record Unreleased(Target lock) implements Matter {}

        /// A condition that is used without its lock.
        record Unlocked(String condition, String lock) implements Matter {}

        /// A group that is to be started by a step, and none does.
        record NotStarted(String group) implements Matter {}
    }

    /// An error keeps a scenario from running; a hint does not.
    public enum Severity {
        ERROR,
        HINT
    }

    /// One line as compilers print it: `file:line:column: error: message; expected …; did you mean 'x'?`.
    public String inFile(String file) {
        var text = new StringBuilder("%s:%d:%d: %s: %s"
                .formatted(file, place.line(), place.column(), severity.name().toLowerCase(Locale.ROOT), message));
        if (!expected.isEmpty()) {
            text.append("; expected ").append(expected);
        }
        nearest.ifPresent(word -> text.append("; did you mean '").append(word).append("'?"));
        return text.toString();
    }
}
