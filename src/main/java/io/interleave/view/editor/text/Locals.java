package io.interleave.view.editor.text;

import io.interleave.model.UnitGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The names of a unit's own that are known at a place: those that its steps before have given a value.
final class Locals {

    private static final Pattern GIVEN =
            Pattern.compile("\\b(?:into|as|clock|task):\\s+(\\w+)|\\blet:\\s+\\{\\s*(\\w+)\\s*:|-\\s+read:\\s+(\\w+)");

    private static final Pattern INLINE_TASK = Pattern.compile("\\s*\\w+:\\s*\\{\\s*task:");

    private Locals() {}

    static List<String> at(String text, int offset) {
        var found = new LinkedHashSet<String>();
        int unit = unitStart(text, offset);
        String before = text.substring(unit, offset);
        GIVEN.matcher(before).results().forEach(it -> {
            for (int group = 1; group <= it.groupCount(); group++) {
                if (it.group(group) != null && unit + it.end() < offset) {
                    found.addFirst(it.group(group));
                }
            }
        });
        if (!isTask(before)) {
            found.addLast(UnitGroup.INDEX);
        }
        return List.copyOf(found);
    }

    /// Whether it is done by whoever is given it, so that it has no number: a key of its own says so.
    private static boolean isTask(String unit) {
        var keys = unit.lines()
                .skip(1)
                .filter(it -> !it.isBlank() && !it.stripLeading().startsWith("#"))
                .toList();
        return INLINE_TASK.matcher(unit).lookingAt()
                || keys.stream()
                        .filter(it -> Tokenizer.indent(it) == Tokenizer.indent(keys.getFirst()))
                        .anyMatch(it -> it.stripLeading().startsWith("task:"));
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
