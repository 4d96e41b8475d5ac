package io.interleave.model;

import java.util.Set;

/// What may be the name of a knob, a resource, a unit group or a local: a word that Java and Python know as an
/// identifier too.
public final class Names {

    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private static final int SHOWN = 40;

    static final String RULE = "letters, digits and '_', beginning with a letter";

    private Names() {}

    static boolean mayStart(int codePoint) {
        return Character.isLetter(codePoint) || codePoint == '_';
    }

    static boolean mayContain(int codePoint) {
        return mayStart(codePoint) || Character.isDigit(codePoint);
    }

    static boolean isOperator(String word) {
        return OPERATORS.contains(word);
    }

    /// A word that an expression already gives a meaning.
    public static boolean isReserved(String word) {
        return isOperator(word) || Literals.truth(word).isPresent();
    }

    /// Whether a word has the letters, and the length, of a name.
    public static boolean isName(String word) {
        return !word.isEmpty()
                && word.length() <= Limits.NAME_LENGTH
                && mayStart(word.codePointAt(0))
                && word.codePoints().allMatch(Names::mayContain);
    }

    /// What someone wrote as a message quotes it: the beginning of a long text, and nothing that would break the
    /// line.
    static String shown(String text) {
        String beginning = text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return beginning
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// A name as a label: `workersPerCore` and `workers_per_core` both give `Workers per core`.
    public static String readable(String name) {
        var label = new StringBuilder();
        int before = ' ';
        for (int c : name.codePoints().toArray()) {
            if (c == '_') {
                c = ' ';
            } else if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
                label.append(' ');
                c = Character.toLowerCase(c);
            }
            label.appendCodePoint(label.isEmpty() ? Character.toUpperCase(c) : c);
            before = c;
        }
        return label.toString().strip();
    }
}
