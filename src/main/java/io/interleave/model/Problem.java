package io.interleave.model;

import java.util.Locale;
import java.util.Optional;

/// Something wrong with a scenario: where, what was found, what was expected there, and the known word nearest to
/// the one found.
///
/// @param message what is wrong, a sentence without a full stop, naming the word at fault
/// @param expected what would have been right, or an empty string where the message says it all
/// @param nearest a known word that the one found was perhaps meant to be
public record Problem(Severity severity, Place place, String message, String expected, Optional<String> nearest) {

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
