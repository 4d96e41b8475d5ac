package io.interleave.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Blocks as text that can be put in anywhere: lines that begin in the first column, without breaks.
record Clip(List<String> lines) {

    Clip {
        lines = List.copyOf(lines);
    }

    /// What an outline's text says of these blocks, with their comments.
    static Clip of(Lines text, List<Block> blocks) {
        var layout = new Layout(text);
        var clipped = new ArrayList<String>();
        for (var it : blocks) {
            if (layout.isOnLinesOfItsOwn(it)) {
                var span = layout.span(it);
                String part = text.text().substring(span.from(), span.to());
                clipped.addAll(dedented(part, text.column(it.start())));
            } else {
                clipped.addAll(ofFlow(text.text(), it));
            }
        }
        return new Clip(clipped);
    }

    static List<String> dedented(String text, int column) {
        return Lines.of(text).stream().map(it -> dedent(it, column)).toList();
    }

    private static String dedent(String line, int column) {
        int blanks = 0;
        while (blanks < column && blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return line.substring(blanks);
    }

    private static List<String> ofFlow(String text, Block block) {
        var node = block.source().node().orElseThrow();
        String lead = block.kind().isNamed()
                ? text.substring(
                                block.start(),
                                block.source().name().orElseThrow().end()) + ":"
                : "-";
        return Unflow.lines(lead, text.substring(node.start(), node.end()));
    }

    /// A text that somebody has copied somewhere.
    ///
    /// @throws Refusal if it is none of blocks of this kind
    static Clip of(String yaml, Block.Kind kind) {
        var lines = new Lines(yaml);
        var root = Tree.read(yaml, 0).orElseThrow(() -> Refusal.of("no.blocks"));
        boolean fits = lines.isFirstOnLine(root.start())
                && switch (root) {
                    case Node.Mapping mapping -> kind.isNamed() && !mapping.flow();
                    case Node.Sequence sequence ->
                        !kind.isNamed()
                                && !sequence.flow()
                                && sequence.items().stream()
                                        .allMatch(
                                                it -> it.value() instanceof Node.Mapping == (kind == Block.Kind.STEP));
                    case Node.Scalar _ -> false;
                };
        if (!fits) {
            throw Refusal.of("no.blocks");
        }
        var all = new ArrayList<>(dedented(yaml, lines.column(root.start())));
        while (!all.isEmpty() && all.getLast().isBlank()) {
            all.removeLast();
        }
        return new Clip(all);
    }

    /// The same with names that none of `taken` is, nor another one in here.
    Clip named(Set<String> taken) {
        if (taken.isEmpty()) {
            return this;
        }
        String text = text();
        var used = new HashSet<>(taken);
        var replacements = new ArrayList<Replacement>();
        if (Tree.read(text, 0).orElse(null) instanceof Node.Mapping mapping) {
            for (var it : mapping.entries()) {
                String free = free(it.key().text(), used);
                used.add(free);
                if (!free.equals(it.key().text())) {
                    replacements.add(new Replacement(
                            it.key().start(),
                            text.substring(it.key().start(), it.key().end()),
                            free));
                }
            }
        }
        return new Clip(Lines.of(Change.atOnce(replacements).applyTo(text)));
    }

    /// The name, or with a number behind it if it is taken.
    static String free(String name, Set<String> taken) {
        String stem = name.replaceAll("_?\\d+$", "");
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = stem + "_" + i;
        }
        return free;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /// The lines, so far indented, as one text without the last break.
    String at(int column) {
        String indent = " ".repeat(column);
        return String.join(
                "\n", lines.stream().map(it -> it.isBlank() ? it : indent + it).toList());
    }
}
