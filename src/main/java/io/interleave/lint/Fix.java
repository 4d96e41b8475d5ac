package io.interleave.lint;

import java.util.Comparator;
import java.util.List;

/// A change of a scenario's text that puts a problem or a hint right, and leaves all else as it is.
///
/// @param words what it does, as a menu says it
/// @param replacements in the order of the text; none overlaps another
public record Fix(String words, List<Replacement> replacements) {

    public Fix {
        replacements = replacements.stream()
                .sorted(Comparator.comparingInt(Replacement::start))
                .toList();
    }

    /// The text after the change.
    ///
    /// @param text the one that the fix was made for
    public String apply(String text) {
        var changed = new StringBuilder(text);
        for (var it : replacements.reversed()) {
            changed.replace(it.start(), it.end(), it.text());
        }
        return changed.toString();
    }
}
