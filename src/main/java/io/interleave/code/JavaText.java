package io.interleave.code;

import io.interleave.model.Place;

/// The lines of a Java program, with comments beside them in one column.
final class JavaText {

    /// Where comments beside lines begin, if the line has ended by then.
    private static final int COLUMN = 56;

    private static final int STEP = 4;

    private final Lines lines;
    private int depth;

    JavaText(Lines lines) {
        this.lines = lines;
    }

    void add(String code) {
        lines.add(code);
    }

    /// A line, and beside it what it is in the scenario.
    void add(String code, String comment) {
        int gap = Math.max(1, COLUMN - depth * STEP - code.length());
        lines.add(comment.isEmpty() ? code : code + " ".repeat(gap) + "// " + comment(comment));
    }

    /// Java reads a backslash and a `u` as the beginning of a character even in a comment, two backslashes not.
    private static String comment(String text) {
        return Prose.comment(text).replace("\\u", "\\\\u");
    }

    void blank() {
        lines.blank();
    }

    void indented(Runnable body) {
        depth++;
        lines.indented(body);
        depth--;
    }

    /// `head {`, the body, and `}`.
    void block(String head, String comment, Runnable body) {
        add(head + " {", comment);
        indented(body);
        add("}");
    }

    void block(String head, Runnable body) {
        block(head, "", body);
    }

    void from(Place place, Runnable body) {
        if (place.equals(Place.NOWHERE)) {
            body.run();
        } else {
            lines.from(place, body);
        }
    }

    /// What has no equivalent, as a comment here and for the window.
    void gap(Place place, String words) {
        wrapped("// ", words);
        lines.gap(place, words);
    }

    /// A comment over as many lines as it takes.
    void wrapped(String mark, String words) {
        Prose.wrap(comment(words), 100 - depth * STEP - mark.length()).forEach(it -> lines.add(mark + it));
    }
}
