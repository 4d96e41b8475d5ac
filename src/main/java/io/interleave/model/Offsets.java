package io.interleave.model;

import org.snakeyaml.engine.v2.exceptions.Mark;

/// Converts the parser's positions, which count code points, into positions in a `String`. Positions must be asked
/// for mostly in ascending order to be found quickly.
final class Offsets {

    private final String text;
    private final boolean direct;
    private int lastIndex;
    private int lastOffset;

    Offsets(String text) {
        this.text = text;
        this.direct = text.codePointCount(0, text.length()) == text.length();
    }

    /// The `char` at which the code point of this mark begins.
    int of(Mark mark) {
        return of(mark.getIndex());
    }

    private int of(int index) {
        if (direct) {
            return Math.min(index, text.length());
        }
        lastOffset = text.offsetByCodePoints(lastOffset, index - lastIndex);
        lastIndex = index;
        return lastOffset;
    }

    /// The place of the code point with this index.
    Place place(int index) {
        int offset = of(Math.min(index, text.codePointCount(0, text.length())));
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int column = text.codePointCount(lineStart, offset) + 1;
        return new Place(line, column, line, column + 1);
    }
}
