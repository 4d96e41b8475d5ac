package io.interleave.analysis;

import java.util.Locale;

/// How well something fits what is searched for, the best first.
enum Match {
    /// It is just that.
    WHOLE,
    /// It begins so.
    BEGINNING,
    /// A word in it begins so.
    WORD,
    /// It contains that.
    PART,
    NONE;

    /// @param sought in lower case, not empty
    static Match of(String name, String sought) {
        var lower = name.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(sought);
        if (at < 0) {
            return NONE;
        }
        if (at == 0) {
            return lower.length() == sought.length() ? WHOLE : BEGINNING;
        }
        while (at >= 0) {
            if (!Character.isLetterOrDigit(lower.charAt(at - 1))) {
                return WORD;
            }
            at = lower.indexOf(sought, at + 1);
        }
        return PART;
    }

    Match or(Match other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
