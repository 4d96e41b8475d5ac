package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;

/// A text's lines. A line is known by where it starts; it ends before its break, which is `\n`, `\r\n` or `\r`.
final class Lines {

    private final String text;

    Lines(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    private boolean isStart(int offset) {
        if (offset == 0) {
            return true;
        }
        char before = text.charAt(offset - 1);
        return before == '\n' || before == '\r' && (offset == text.length() || text.charAt(offset) != '\n');
    }

    /// From 1.
    int number(int offset) {
        int number = 1;
        for (int i = 0; i < offset; i++) {
            if (isBreak(text.charAt(i)) && isStart(i + 1)) {
                number++;
            }
        }
        return number;
    }

    boolean isOneLine(Node node) {
        return start(node.start()) == start(node.end());
    }

    /// Where the line starts that this place is on.
    int start(int offset) {
        int start = offset;
        while (!isStart(start)) {
            start--;
        }
        return start;
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
        int next = offset + 1;
        while (next < text.length() && !isStart(next)) {
            next++;
        }
        return Math.min(next, text.length());
    }

    /// Where the line above starts; -1 if there is none.
    int above(int offset) {
        int start = start(offset);
        return start == 0 ? -1 : start(start - 1);
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
        int next = next(0);
        String found = text.isEmpty() ? "" : text.substring(end(0), next);
        return found.isEmpty() ? "\n" : found;
    }

    /// The lines of any text, without their breaks.
    static List<String> of(String text) {
        var lines = new Lines(text);
        var all = new ArrayList<String>();
        for (int start = 0; start < text.length(); start = lines.next(start)) {
            all.add(text.substring(start, lines.end(start)));
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
