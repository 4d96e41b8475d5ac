package io.interleave.edit;

import java.util.List;
import java.util.Optional;

/// Puts keys into mappings and takes them out, in the style that the mapping has.
final class Keys {

    private final Lines lines;
    private final String text;
    private final Layout layout;

    Keys(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
        this.layout = new Layout(lines);
    }

    /// Puts in a key that is absent, behind the last of those that come before it.
    ///
    /// @param order in which keys are written
    /// @param value as it is to be written; its lines but for the first bring their own indentation
    Replacement put(Node.Mapping mapping, String key, String value, List<String> order) {
        var before = lastBefore(mapping, key, order);
        String written = value.isEmpty() || value.startsWith("\n") ? key + ":" + value : key + ": " + value;
        return mapping.flow() ? inFlow(mapping, written, before) : inBlock(mapping, written, before);
    }

    private static Optional<Node.Entry> lastBefore(Node.Mapping mapping, String key, List<String> order) {
        var earlier = order.contains(key) ? order.subList(0, order.indexOf(key)) : order;
        Optional<Node.Entry> last = Optional.empty();
        for (var it : mapping.entries()) {
            if (earlier.contains(it.key().text())) {
                last = Optional.of(it);
            }
        }
        return last;
    }

    private Replacement inFlow(Node.Mapping mapping, String written, Optional<Node.Entry> before) {
        if (text.charAt(mapping.start()) != '{') {
            String all = text.substring(mapping.start(), mapping.end());
            return new Replacement(
                    mapping.start(),
                    all,
                    before.isPresent() ? "{ %s, %s }".formatted(all, written) : "{ %s, %s }".formatted(written, all));
        }
        if (mapping.entries().isEmpty()) {
            return new Replacement(
                    mapping.start(), text.substring(mapping.start(), mapping.end()), "{ " + written + " }");
        }
        return before.map(it -> new Replacement(it.end(), "", ", " + written))
                .orElseGet(() -> new Replacement(mapping.entries().getFirst().start(), "", written + ", "));
    }

    private Replacement inBlock(Node.Mapping mapping, String written, Optional<Node.Entry> before) {
        int column = lines.column(mapping.start());
        if (before.isEmpty()) {
            return new Replacement(mapping.start(), "", written + lines.lineBreak() + " ".repeat(column));
        }
        int behind = layout.behind(before.get().end(), column);
        return lineAt(behind, " ".repeat(column) + written);
    }

    /// Puts in whole lines, without the last one's break, where a line starts or the text ends.
    Replacement lineAt(int offset, String written) {
        String broken = written.replace("\n", lines.lineBreak());
        boolean atOpenEnd = offset == text.length() && lines.isOpenEnded();
        return atOpenEnd
                ? new Replacement(offset, "", lines.lineBreak() + broken)
                : new Replacement(offset, "", broken + lines.lineBreak());
    }

    /// Takes out a key with its value.
    Replacement remove(Node.Mapping mapping, Node.Entry entry) {
        int index = mapping.entries().indexOf(entry);
        if (mapping.flow()) {
            return removeFlow(
                    mapping.start(),
                    mapping.end(),
                    index,
                    index,
                    mapping.entries().stream().map(Node.Entry::start).toList(),
                    mapping.entries().stream().map(Node.Entry::end).toList());
        }
        if (lines.isFirstOnLine(entry.start())) {
            return removeLines(lines.start(entry.start()), layout.behind(entry.end(), lines.column(entry.start())));
        }
        if (index + 1 == mapping.entries().size()) {
            throw Refusal.of("unusual");
        }
        int next = mapping.entries().get(index + 1).start();
        return cut(entry.start(), next);
    }

    /// Takes out elements that follow each other of what stands in brackets or braces, with their commas.
    Replacement removeFlow(int start, int end, int first, int last, List<Integer> starts, List<Integer> ends) {
        if (last + 1 < starts.size()) {
            int next = starts.get(last + 1);
            boolean hasComment = text.substring(ends.get(last), next).indexOf('#') >= 0;
            return cut(starts.get(first), hasComment ? text.indexOf(',', ends.get(last)) + 1 : next);
        }
        if (first > 0) {
            int before = ends.get(first - 1);
            boolean hasComment = text.substring(before, starts.get(first)).indexOf('#') >= 0;
            // The comma before a comment may stay: YAML takes one behind the last element too.
            return cut(hasComment ? starts.get(first) : before, ends.get(last));
        }
        boolean bracketed = "[{".indexOf(text.charAt(start)) >= 0;
        return bracketed ? cut(start + 1, end - 1) : new Replacement(start, text.substring(start, end), "{}");
    }

    /// Takes out whole lines. Where they are the last ones and have no break, the one before them goes.
    Replacement removeLines(int from, int to) {
        boolean openEnd = to == text.length() && lines.isOpenEnded() && from > 0;
        return cut(openEnd ? lines.end(lines.above(from)) : from, to);
    }

    Replacement cut(int from, int to) {
        return new Replacement(from, text.substring(from, to), "");
    }
}
