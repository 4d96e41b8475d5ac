package io.interleave.view.timeline;

/// Measures text as it will be drawn.
interface TextRuler {

    double width(String text, Face face);

    /// As much of `text` as fits into `room`, ended with an ellipsis if that is not all; empty where not even that
    /// fits.
    default String fitted(String text, Face face, double room) {
        if (width(text, face) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle).stripTrailing() + "…", face) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
    }
}
