package io.interleave.analysis;

import java.util.Locale;

/// What is sought where it ends in a number: a unit that is called by its group's name and that number, or one
/// that begins with it.
///
/// @param text before the number, with the space between them
/// @param number -1 for none
record Numbered(String text, long number) {

    /// @param sought in lower case
    static Numbered of(String sought) {
        int at = sought.length();
        while (at > 0 && Character.isDigit(sought.charAt(at - 1))) {
            at--;
        }
        boolean number = at < sought.length() && sought.length() - at < 10 && sought.charAt(at) != '0';
        return new Numbered(sought.substring(0, at), number ? Long.parseLong(sought.substring(at)) : -1);
    }

    boolean isNumber() {
        return number >= 0;
    }

    /// How well the unit of just this number fits, of a group of this name.
    Match match(String group) {
        if (text.isBlank()) {
            return Match.WORD;
        }
        var before = group.toLowerCase(Locale.ROOT) + " ";
        if (!before.endsWith(text) && !before.endsWith(text + " ")) {
            return Match.NONE;
        }
        int missing = before.strip().length() - text.strip().length();
        return missing == 0 ? Match.WHOLE : before.charAt(missing - 1) == ' ' ? Match.WORD : Match.PART;
    }
}
