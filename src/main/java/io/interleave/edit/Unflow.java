package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;

/// Turns what stands in brackets or braces into lines of their own, one level of it.
final class Unflow {

    private final Lines lines;
    private final String text;

    Unflow(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
    }

    /// The value of a key.
    Replacement valueOf(Node.Entry entry) {
        var value = entry.value();
        int colon = text.indexOf(':', entry.key().end());
        boolean isBehindColon =
                text.substring(colon + 1, value.start()).isBlank() && lines.start(colon) == lines.start(value.start());
        if (!isBehindColon) {
            return inPlace(value);
        }
        int column = lines.column(entry.key().start()) + 2;
        String written = "\n" + new Clip(lines(value)).at(column);
        return replace(colon + 1, value.end(), written);
    }

    /// What stands where it can remain, such as behind a dash.
    Replacement inPlace(Node value) {
        String written = new Clip(lines(value)).at(lines.column(value.start())).stripLeading();
        return replace(value.start(), value.end(), written);
    }

    private Replacement replace(int from, int to, String written) {
        return new Replacement(from, text.substring(from, to), written.replace("\n", lines.lineBreak()));
    }

    private List<String> lines(Node value) {
        var all = new ArrayList<String>();
        int at = value.start();
        if (value instanceof Node.Mapping mapping) {
            for (var it : mapping.entries()) {
                comments(at, it.start(), all);
                String source = it.value().start() >= it.value().end()
                        ? ""
                        : text.substring(it.value().start(), it.value().end());
                all.addAll(lines(text.substring(it.key().start(), it.key().end()) + ":", source));
                at = it.end();
            }
        } else if (value instanceof Node.Sequence sequence) {
            for (var it : sequence.items()) {
                comments(at, it.start(), all);
                all.addAll(
                        lines("-", text.substring(it.value().start(), it.value().end())));
                at = it.value().end();
            }
        }
        comments(at, value.end(), all);
        return all;
    }

    /// Comments between two values. There is nothing there but blanks, commas and brackets.
    private void comments(int from, int to, List<String> into) {
        for (var line : Lines.of(text.substring(from, to))) {
            int hash = line.indexOf('#');
            if (hash >= 0) {
                into.add(line.substring(hash));
            }
        }
    }

    /// A key or a dash with a value that may be written over several lines.
    static List<String> lines(String lead, String value) {
        if (value.isEmpty()) {
            return List.of(lead);
        }
        var all = new ArrayList<String>();
        for (var it : Lines.of(value)) {
            boolean isFirst = all.isEmpty();
            all.add(isFirst ? (lead + " " + it).stripTrailing() : it.isBlank() ? "" : "    " + it.strip());
        }
        return all;
    }
}
