package io.interleave.view.editor.files;

import io.interleave.edit.Change;

/// Where two texts differ: all from the first line that does to the last, as whole lines.
///
/// @param first from 1
/// @param last in the first text; `first - 1` where lines were only added
/// @param lines what the second text has there; empty where it has none
record Differing(int first, int last, String lines) {

    /// More would hide too much of the window.
    private static final int MOST = 6;

    /// @param mine other than `theirs`
    static Differing between(String mine, String theirs) {
        var place = Change.between(mine, theirs).replacements().getFirst();
        int start = startOfLine(mine, place.offset());
        // A change that ends where a line does has not touched the next one.
        boolean whole = start == place.offset() && endsLine(place.removed()) && endsLine(place.inserted());
        int mineEnd = whole ? place.removedEnd() : endOfLine(mine, place.removedEnd());
        int theirsEnd = whole ? place.insertedEnd() : endOfLine(theirs, place.insertedEnd());
        int first = 1 + breaks(mine, 0, start);
        String before = mine.substring(start, mineEnd);
        int last = first - 1 + breaks(before, 0, before.length()) + (endsLine(before) ? 0 : 1);
        return new Differing(first, last, theirs.substring(start, theirsEnd).stripTrailing());
    }

    /// The beginning of the second text's lines, as much as is worth showing.
    String glimpse() {
        var all = lines.lines().toList();
        var shown = String.join("\n", all.subList(0, Math.min(MOST, all.size())));
        return all.size() > MOST ? shown + "\n…" : shown;
    }

    private static boolean endsLine(String text) {
        return text.isEmpty() || text.endsWith("\n");
    }

    private static int startOfLine(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static int endOfLine(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    private static int breaks(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(it -> it == '\n').count();
    }
}
