package io.interleave.model;

import java.util.regex.Pattern;

/// Writes single values such that YAML reads the same text back, wherever they stand.
final class YamlScalar {

    private static final Pattern PLAIN = Pattern.compile("-?[\\p{L}\\p{Nd}_]+([ .+-]?[\\p{L}\\p{Nd}_]+)*");

    private YamlScalar() {}

    /// The text bare where that is safe, otherwise in quotes, on one line.
    static String write(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return text.codePoints().allMatch(YamlScalar::isOrdinary)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    private static boolean isOrdinary(int c) {
        return c >= ' ' && c <= '~' || Character.isLetterOrDigit(c);
    }

    private static String doubleQuoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isOrdinary(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }
}
