package io.interleave.view.editor.text;

import java.util.List;

/// Something to say about a stretch of the text, and what could be done about it.
///
/// @param start of the stretch, in `char`s of the text
/// @param end of the stretch; behind its last character
/// @param fixes the best first
public record Annotation(int start, int end, Severity severity, String message, List<Fix> fixes) {

    public enum Severity {
        PROBLEM,
        HINT
    }

    /// One way to put it right.
    ///
    /// @param title what it does, as a menu says it
    /// @param edit the one change that it takes
    public record Fix(String title, TextEdit edit) {}

    public Annotation {
        fixes = List.copyOf(fixes);
    }

    boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    /// Where this is after a change of the text; a change within it stretches it.
    Annotation after(TextEdit edit) {
        return new Annotation(
                moved(start, edit), Math.max(moved(end, edit), moved(start, edit)), severity, message, fixes);
    }

    private static int moved(int offset, TextEdit edit) {
        if (offset < edit.offset()) {
            return offset;
        }
        return offset >= edit.end()
                ? offset + edit.inserted().length() - edit.removed().length()
                : Math.min(offset, edit.offset() + edit.inserted().length());
    }
}
