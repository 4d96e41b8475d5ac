package io.interleave.model;

/// Finds the characters of a quoted value in its source, where one character may be written as several.
final class QuotedText {

    private QuotedText() {}

    /// For each `char` of the value's text the column where it is written, and at the end the column behind the
    /// last. The length differs from that only where the source does not fit the text, as with a value folded over
    /// lines.
    static int[] columns(YamlNode.Scalar scalar) {
        String source = scalar.source();
        boolean doubleQuoted = !scalar.plain() && source.startsWith("\"");
        boolean singleQuoted = !scalar.plain() && source.startsWith("'");
        int at = doubleQuoted || singleQuoted ? 1 : 0;
        var columns = new int[scalar.text().length() + 1];
        int column = scalar.place().column() + at;
        for (int i = 0; i < scalar.text().length(); i++) {
            if (at >= source.length()) {
                return new int[0];
            }
            columns[i] = column;
            boolean secondHalf = i > 0
                    && Character.isSurrogatePair(
                            scalar.text().charAt(i - 1), scalar.text().charAt(i));
            if (secondHalf) {
                continue;
            }
            int written = doubleQuoted && source.charAt(at) == '\\'
                    ? escapeLength(source, at)
                    : singleQuoted && source.charAt(at) == '\'' ? 2 : Character.charCount(source.codePointAt(at));
            int end = Math.min(source.length(), at + written);
            column += source.codePointCount(at, end);
            at = end;
        }
        columns[scalar.text().length()] = column;
        return columns;
    }

    private static int escapeLength(String source, int backslash) {
        if (backslash + 1 >= source.length()) {
            return 1;
        }
        return switch (source.charAt(backslash + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
