package io.interleave.edit;

import io.interleave.model.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a longer text as a person would: on one line if it is short, else folded over several.
final class Paragraph {

    private static final int WIDTH = 118;

    private static final int SHORT = 100;

    /// Lines that neither begin nor end with a blank, and have nothing in them that cannot be written bare.
    private static final Pattern FOLDS = Pattern.compile("[^\\s\\p{C}]([^\\p{C}\\p{Zl}\\p{Zp}]*[^\\s\\p{C}])?");

    private Paragraph() {}

    /// @param indent of the lines behind the first
    static String write(String text, int indent) {
        var parts = text.split("\n+", -1);
        boolean folds = text.length() > SHORT || parts.length > 1;
        for (var it : parts) {
            folds &= FOLDS.matcher(it).matches();
        }
        if (!folds) {
            return YamlScalar.write(text, false);
        }
        var written = new StringBuilder(">-");
        int at = 0;
        for (var part : parts) {
            for (var line : lines(part, WIDTH - indent)) {
                written.append('\n').append(" ".repeat(indent)).append(line);
            }
            at += part.length();
            for (; at < text.length() && text.charAt(at) == '\n'; at++) {
                written.append('\n');
            }
        }
        return written.toString();
    }

    /// Broken at single blanks, which folding joins again.
    private static List<String> lines(String part, int width) {
        var lines = new ArrayList<String>();
        int start = 0;
        int last = -1;
        for (int i = 0; i < part.length(); i++) {
            boolean breaks = part.charAt(i) == ' ' && part.charAt(i - 1) != ' ' && part.charAt(i + 1) != ' ';
            if (breaks) {
                if (i - start > width && last > start) {
                    lines.add(part.substring(start, last));
                    start = last + 1;
                }
                last = i;
            }
        }
        if (part.length() - start > width && last > start) {
            lines.add(part.substring(start, last));
            start = last + 1;
        }
        lines.add(part.substring(start));
        return lines;
    }
}
