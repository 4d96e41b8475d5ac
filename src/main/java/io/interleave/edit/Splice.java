package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a changed text by reading anew only the lines that the change touches, with the innermost list item or
/// key that they are part of.
///
/// That is sound because of how YAML in block style works: what an item or a key of one column says depends on
/// nothing but its own lines, from its dash or key to the line of the next one. Read alone, with its column kept,
/// it either gives items or keys of that same column and nothing else, which can take the place of the old ones,
/// or the attempt fails and a larger part is tried. What it gives is what reading the whole text gives; a test
/// compares the two.
final class Splice {

    /// A part beyond this length is not read within one frame.
    private static final int LARGEST = 24_000;

    /// Places within so many characters are read as one: what is behind something that was moved a few lines is then
    /// where it was.
    private static final int NEAR = 4_000;

    /// Where a document of YAML begins or ends: a part with such a line says nothing of what comes behind it.
    private static final Pattern MARKER = Pattern.compile("(?:^|[\\r\\n])(?:---|\\.{3})(?=\\s|$)");

    /// Changes of more places than this are followed by reading the whole text.
    private static final int MOST_PLACES = 8;

    private final String before;
    private final Lines lines;
    private final String after;
    private final int from;
    private final int to;
    private final int growth;

    private Splice(Lines lines, Replacement change) {
        this.before = lines.text();
        this.lines = lines;
        this.after = new StringBuilder(before)
                .replace(change.offset(), change.removedEnd(), change.inserted())
                .toString();
        this.from = change.offset();
        this.to = change.removedEnd();
        this.growth = change.growth();
    }

    /// The nodes of `changed`, which `change` has made of the outline's text; nothing if it is not found out by
    /// looking at a small part.
    static Optional<Node> after(Outline outline, Change change, String changed) {
        if (change.replacements().size() > MOST_PLACES) {
            return Tree.read(changed, 0);
        }
        if (change.replacements().size() > 1) {
            var both = Change.between(outline.text(), changed);
            if (both.replacements().stream().allMatch(it -> it.removed().length() <= NEAR)) {
                return placeByPlace(outline, both).or(() -> placeByPlace(outline, change));
            }
        }
        return placeByPlace(outline, change);
    }

    private static Optional<Node> placeByPlace(Outline outline, Change change) {
        var root = outline.root();
        var lines = outline.lines();
        for (var it : change.replacements()) {
            var splice = new Splice(lines, it);
            root = root.flatMap(splice::within);
            lines = new Lines(splice.after);
        }
        return root;
    }

    /// The node after the change, which lies within it.
    private Optional<Node> within(Node node) {
        return switch (node) {
            case Node.Scalar _ -> Optional.empty();
            case Node.Sequence sequence -> sequence.flow() ? Optional.empty() : sequence(sequence);
            case Node.Mapping mapping -> mapping.flow() ? Optional.empty() : mapping(mapping);
        };
    }

    private Optional<Node> sequence(Node.Sequence sequence) {
        var items = sequence.items();
        var starts = items.stream().map(Node.Item::start).toList();
        var part = part(starts, sequence.end());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var touched = part.get();
        if (touched.first == touched.last) {
            var item = items.get(touched.first);
            var inner = within(item.value());
            if (inner.isPresent()) {
                return Optional.of(sequence(items, touched, List.of(new Node.Item(item.start(), inner.get()))));
            }
        }
        return sequence(items, touched).or(() -> sequence(items, wider(touched, starts, sequence.end())));
    }

    private Optional<Node> sequence(List<Node.Item> items, Part part) {
        return read(part)
                .filter(it -> it instanceof Node.Sequence read && !read.flow())
                .map(it -> sequence(items, part, ((Node.Sequence) it).items()));
    }

    private Node sequence(List<Node.Item> items, Part part, List<Node.Item> read) {
        var all = new ArrayList<>(items.subList(0, part.first));
        all.addAll(read);
        items.subList(part.last + 1, items.size()).forEach(it -> all.add(it.shifted(growth)));
        int end = Math.max(all.getLast().start() + 1, all.getLast().value().end());
        return new Node.Sequence(all.getFirst().start(), end, false, all);
    }

    private Optional<Node> mapping(Node.Mapping mapping) {
        var entries = mapping.entries();
        var starts = entries.stream().map(Node.Entry::start).toList();
        var part = part(starts, mapping.end());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var touched = part.get();
        if (touched.first == touched.last) {
            var entry = entries.get(touched.first);
            var inner = from > entry.key().end() ? within(entry.value()) : Optional.<Node>empty();
            if (inner.isPresent()) {
                return Optional.of(mapping(entries, touched, List.of(new Node.Entry(entry.key(), inner.get()))));
            }
        }
        return mapping(entries, touched).or(() -> mapping(entries, wider(touched, starts, mapping.end())));
    }

    private Optional<Node> mapping(List<Node.Entry> entries, Part part) {
        return read(part)
                .filter(it -> it instanceof Node.Mapping read && !read.flow() && isNew(read, entries, part))
                .map(it -> mapping(entries, part, ((Node.Mapping) it).entries()));
    }

    /// Whether none of the keys is given outside the part as well.
    private static boolean isNew(Node.Mapping read, List<Node.Entry> entries, Part part) {
        for (int i = 0; i < entries.size(); i++) {
            boolean outside = i < part.first || i > part.last;
            if (outside
                    && BlockSource.find(read.entries(), entries.get(i).key().text())
                            .isPresent()) {
                return false;
            }
        }
        return true;
    }

    private Node mapping(List<Node.Entry> entries, Part part, List<Node.Entry> read) {
        var all = new ArrayList<>(entries.subList(0, part.first));
        all.addAll(read);
        entries.subList(part.last + 1, entries.size()).forEach(it -> all.add(it.shifted(growth)));
        return new Node.Mapping(all.getFirst().start(), all.getLast().end(), false, all);
    }

    /// Children of one block, by their numbers, and the whole lines that are theirs.
    private record Part(int first, int last, int column, int from, int to) {}

    /// The children that the change touches.
    ///
    /// @param starts where each child starts, in order
    private Optional<Part> part(List<Integer> starts, int end) {
        int first = 0;
        while (first + 1 < starts.size() && lines.start(starts.get(first + 1)) <= from) {
            first++;
        }
        int last = first;
        while (last + 1 < starts.size() && lines.start(starts.get(last + 1)) < to) {
            last++;
        }
        var part = part(first, last, starts, end);
        return from < part.from || to > part.to ? Optional.empty() : Optional.of(part);
    }

    private Part part(int first, int last, List<Integer> starts, int end) {
        int start = starts.get(first);
        boolean ownsLine = lines.isFirstOnLine(start);
        int begin = !ownsLine ? start : first == 0 ? behindAbove(start) : lines.start(start);
        int behind = last + 1 < starts.size() ? lines.start(starts.get(last + 1)) : behindBelow(end);
        return new Part(first, last, lines.column(start), begin, behind);
    }

    /// With a neighbour on each side, of which something remains where the children themselves have gone.
    private Part wider(Part part, List<Integer> starts, int end) {
        return part(Math.max(0, part.first - 1), Math.min(starts.size() - 1, part.last + 1), starts, end);
    }

    /// Where the lines begin that are above a first child and say nothing.
    private int behindAbove(int start) {
        int line = lines.start(start);
        for (int above = lines.above(line); above >= 0 && lines.isTrivia(above); above = lines.above(above)) {
            line = above;
        }
        return line;
    }

    /// Where the lines end that are below a last child and say nothing.
    private int behindBelow(int end) {
        int line = lines.next(end);
        while (line < before.length() && lines.isTrivia(line)) {
            line = lines.next(line);
        }
        return line;
    }

    /// What the part reads after the change; nothing if it is not one block of the same column.
    private Optional<Node> read(Part part) {
        int behind = part.to + growth;
        boolean endsLine = behind == after.length() || behind > 0 && Lines.isBreak(after.charAt(behind - 1));
        boolean joins = behind > 0
                && behind < after.length()
                && after.charAt(behind - 1) == '\r'
                && after.charAt(behind) == '\n';
        if (!endsLine || joins || behind - part.from > LARGEST) {
            return Optional.empty();
        }
        boolean isFirst = lines.start(part.from) == part.from;
        int indent = isFirst ? 0 : lines.column(part.from);
        String text = " ".repeat(indent) + after.substring(part.from, behind);
        // A byte order mark is one only where a text begins, and the part would begin with it.
        boolean isMarked = part.from > 0 && text.startsWith("\uFEFF");
        if (isMarked || MARKER.matcher(text).find()) {
            return Optional.empty();
        }
        return Tree.read(text, part.from - indent).filter(it -> {
            int start = it.start() - part.from + indent;
            return new Lines(text).column(start) == part.column;
        });
    }
}
