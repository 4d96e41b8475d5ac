package io.interleave.lint;

import io.interleave.model.Place;
import java.util.ArrayList;
import java.util.List;

/// Finds places in a text, and the lines that they are on. Offsets are in `char`s.
final class Lines {

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final String lineEnd;

    Lines(String text) {
        this.text = text;
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                starts.add(i + 1);
            }
        }
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// What ends a line of this text.
    String lineEnd() {
        return lineEnd;
    }

    int start(Place place) {
        return offset(place.line(), place.column());
    }

    int end(Place place) {
        return offset(place.endLine(), place.endColumn());
    }

    String at(Place place) {
        return text.substring(start(place), end(place));
    }

    private int offset(int line, int column) {
        if (line > starts.size()) {
            return text.length();
        }
        int start = starts.get(line - 1);
        int length = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(column - 1, length));
    }

    /// Where the line begins that this place begins on.
    int lineStart(Place place) {
        return starts.get(place.line() - 1);
    }

    /// Behind the last character of the line that this place ends on, before what ends the line. Where the
    /// place ends at the beginning of a line, as a text over several lines does, of the line before.
    int lastLineEnd(Place place) {
        int line = place.endColumn() == 1 && place.endLine() > place.line() ? place.endLine() - 1 : place.endLine();
        int end = line < starts.size() ? starts.get(line) : text.length();
        while (end > 0 && end > starts.get(Math.min(line, starts.size()) - 1) && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /// What stands on the line before this place begins.
    String before(Place place) {
        return text.substring(lineStart(place), start(place));
    }
}
