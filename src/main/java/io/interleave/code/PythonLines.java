package io.interleave.code;

import io.interleave.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The lines of a piece of a Python program before it is known how far to the right their comments stand: within
/// one piece they are below each other.
final class PythonLines {

    /// As wide as a line may get that has a comment behind it.
    private static final int WIDTH = 110;

    /// Code that is wider has its comment close behind it, and moves that of no other line.
    private static final int FAR = 58;

    private static final String STEP = "    ";

    private sealed interface Node {}

    /// @param code indented; empty for an empty line
    /// @param comment without its sign; empty for none
    private record Line(String code, String comment) implements Node {}

    private record Part(Place place, List<Node> nodes) implements Node {}

    private List<Node> nodes = new ArrayList<>();
    private int depth;

    /// Comments of the part that is being written: what several lines come from is said at the first.
    private Set<String> said = new HashSet<>(Set.of(""));

    void add(String code) {
        add(code, "");
    }

    /// One line, or several, of which the first gets the comment.
    void add(String code, String comment) {
        var rest = said.add(comment) ? comment : "";
        for (var line : code.split("\n", -1)) {
            nodes.add(new Line(line.isEmpty() ? "" : STEP.repeat(depth) + line, rest));
            rest = "";
        }
    }

    /// A comment on lines of its own.
    void remark(String words) {
        Prose.wrap(words, WIDTH - 2 - STEP.length() * depth).forEach(it -> add("# " + it));
    }

    void blank() {
        add("");
    }

    /// What `body` adds is one step deeper; where it adds nothing, `pass` stands there.
    void indented(Runnable body) {
        depth++;
        if (!adds(body)) {
            add("pass");
        }
        depth--;
    }

    /// What `body` adds comes from that place.
    void from(Place place, Runnable body) {
        var outside = nodes;
        var saidOutside = said;
        nodes = new ArrayList<>();
        said = new HashSet<>(Set.of(""));
        body.run();
        outside.add(new Part(place, nodes));
        nodes = outside;
        said = saidOutside;
    }

    private boolean adds(Runnable body) {
        int before = count(nodes);
        body.run();
        return count(nodes) > before;
    }

    /// Lines that do something.
    private static int count(List<Node> nodes) {
        return nodes.stream()
                .mapToInt(it -> switch (it) {
                    case Line line -> line.code.isBlank() || line.code.strip().startsWith("#") ? 0 : 1;
                    case Part part -> count(part.nodes);
                })
                .sum();
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /// Ends the piece: writes its lines, with their comments below each other.
    void writeTo(Lines lines) {
        write(nodes, column(nodes) + 2, lines);
    }

    private static int column(List<Node> nodes) {
        return nodes.stream()
                .mapToInt(it -> switch (it) {
                    case Line line -> line.comment.isEmpty() || line.code.length() > FAR ? 0 : line.code.length();
                    case Part part -> column(part.nodes);
                })
                .max()
                .orElse(0);
    }

    private static void write(List<Node> nodes, int column, Lines lines) {
        for (var node : nodes) {
            switch (node) {
                case Line line -> write(line, column, lines);
                case Part part -> lines.from(part.place, () -> write(part.nodes, column, lines));
            }
        }
    }

    private static void write(Line line, int column, Lines lines) {
        if (line.code.isEmpty()) {
            lines.blank();
        } else if (line.comment.isEmpty()) {
            lines.add(line.code);
        } else {
            int gap = Math.max(2, column - line.code.length());
            if (line.code.length() + gap + 2 + line.comment.length() <= WIDTH) {
                lines.add(line.code + " ".repeat(gap) + "# " + line.comment);
            } else {
                var indentation = line.code.substring(
                        0, line.code.length() - line.code.stripLeading().length());
                Prose.wrap(line.comment, WIDTH - 2 - indentation.length())
                        .forEach(it -> lines.add(indentation + "# " + it));
                lines.add(line.code);
            }
        }
    }
}
