package io.interleave.view.editor.text;

/// Finds keys in a line.
final class Keys {

    private Keys() {}

    /// Where the key ends that begins at `start`: the place of its colon; -1 where no key begins there. A key is a
    /// plain word, and its colon has a space or the end of the line behind it.
    static int end(String line, int start) {
        int end = start;
        while (end < line.length() && isPartOfKey(line.charAt(end))) {
            end++;
        }
        boolean colon = end > start && end < line.length() && line.charAt(end) == ':';
        return colon && (end + 1 == line.length() || line.charAt(end + 1) == ' ') ? end : -1;
    }

    private static boolean isPartOfKey(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
