package io.interleave.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text's lines. A line is known by where it starts; it ends before its break, which is `\n`, `\r\n` or `\r`.
final class Lines {

    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        this.starts = starts(text);
    }

    private static int[] starts(String text) {
        var starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (breaks) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    String text() {
        return text;
    }

    /// From 1.
    int number(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// Where the line starts that this place is on.
    int start(int offset) {
        return starts[number(offset) - 1];
    }

    /// Where the line ends that this place is on: its break, or the end of the text.
    int end(int offset) {
        int end = next(offset);
        while (end > offset && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Where the line below starts; the end of the text if there is none.
    int next(int offset) {
        int number = number(offset);
        return number < starts.length ? starts[number] : text.length();
    }

    /// Where the line above starts; -1 if there is none.
    int above(int offset) {
        int number = number(offset);
        return number < 2 ? -1 : starts[number - 2];
    }

    /// Whether the last line has no break, so that what is to follow must bring one along.
    boolean isOpenEnded() {
        return !text.isEmpty() && !isBreak(text.charAt(text.length() - 1));
    }

    /// The characters between the start of a place's line and the place.
    int column(int offset) {
        return offset - start(offset);
    }

    /// Where the first character of the line stands that is no blank; its end if there is none.
    int content(int line) {
        int at = line;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean isBlankLine(int line) {
        int content = content(line);
        return content == text.length() || isBreak(text.charAt(content));
    }

    boolean isComment(int line) {
        int content = content(line);
        return content < text.length() && text.charAt(content) == '#';
    }

    boolean isTrivia(int line) {
        return isBlankLine(line) || isComment(line);
    }

    /// Whether nothing but spaces stands before this place on its line.
    boolean isFirstOnLine(int offset) {
        int start = start(offset);
        for (int i = start; i < offset; i++) {
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    /// What ends this text's lines: what ends the first one.
    String lineBreak() {
        if (starts.length < 2) {
            return "\n";
        }
        int end = starts[1];
        return text.substring(end(0), end);
    }

    /// The lines of any text, without their breaks.
    static List<String> of(String text) {
        var lines = new Lines(text);
        var all = new ArrayList<String>();
        for (int start : lines.starts) {
            if (start < text.length()) {
                all.add(text.substring(start, lines.end(start)));
            }
        }
        return all;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
