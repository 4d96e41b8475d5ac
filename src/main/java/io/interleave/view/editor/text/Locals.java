package io.interleave.view.editor.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The names of a unit's own that are known at a place: those that its steps before have given a value.
final class Locals {

    private static final Pattern GIVEN =
            Pattern.compile("\\b(?:into|as|clock|task):\\s+(\\w+)|\\blet:\\s+\\{\\s*(\\w+)\\s*:|-\\s+read:\\s+(\\w+)");

    private Locals() {}

    static List<String> at(String text, int offset) {
        var found = new LinkedHashSet<String>();
        int unit = unitStart(text, offset);
        GIVEN.matcher(text.substring(unit, offset)).results().forEach(it -> {
            for (int group = 1; group <= it.groupCount(); group++) {
                if (it.group(group) != null && unit + it.end() < offset) {
                    found.addFirst(it.group(group));
                }
            }
        });
        found.addLast("index");
        return List.copyOf(found);
    }

    /// Where the unit begins: at the last line before that is a key, as deep as names are.
    private static int unitStart(String text, int offset) {
        int units = Math.max(text.lastIndexOf("\nunits:", offset), 0);
        int depth = -1;
        int start = units;
        for (int line = text.indexOf('\n', units + 1) + 1; line > 0 && line < offset; ) {
            int end = text.indexOf('\n', line);
            String it = text.substring(line, end < 0 ? text.length() : end);
            int indent = Tokenizer.indent(it);
            if (Keys.end(it, indent) >= 0 && (depth < 0 || indent <= depth)) {
                depth = indent;
                start = line;
            }
            line = end + 1;
        }
        return start;
    }
}
