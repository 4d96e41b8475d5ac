package io.interleave.view.editor.text;

/// Finds the value that is to be filled in first.
final class Values {

    record Range(int start, int end) {}

    private Values() {}

    /// The first value behind `from`: of a mapping in braces that of its first key. Where there is none, the end.
    static Range first(String text, int from) {
        int line = text.indexOf('\n', from);
        int end = line < 0 ? text.length() : line;
        int start = from;
        while (start < end && " {".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int key = Keys.end(text.substring(0, end), start);
        if (key >= 0) {
            start = key + 2;
        }
        if (start >= end) {
            return from >= end && line >= 0 ? lastWord(text) : new Range(text.length(), text.length());
        }
        int stop = start;
        while (stop < end && ",} ".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        return new Range(start, stop);
    }

    private static Range lastWord(String text) {
        return new Range(Math.max(text.lastIndexOf("- ") + 2, 0), text.length());
    }
}
