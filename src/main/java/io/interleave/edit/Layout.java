package io.interleave.edit;

import java.util.Optional;

/// Which lines of the text belong to which block.
final class Layout {

    /// Whole lines of the text.
    ///
    /// @param to where the line behind the last one starts, or the end of the text
    record Span(int from, int to) {}

    private final Lines lines;

    Layout(Lines lines) {
        this.lines = lines;
    }

    /// The lines of a block: with the comments right above it, and those right below it that are indented deeper.
    ///
    /// @throws Refusal if the block shares a line with others in an unusual way
    Span span(Block block) {
        if (!isOnLinesOfItsOwn(block)) {
            throw Refusal.of("unusual");
        }
        return new Span(begin(block), behind(block.end(), lines.column(block.start())));
    }

    /// Whether the block has lines of its own, as all have that are in no brackets or braces.
    boolean isOnLinesOfItsOwn(Block block) {
        return !isFlow(block.home()) && lines.isFirstOnLine(block.start());
    }

    private int begin(Block block) {
        int column = lines.column(block.start());
        boolean isFirst = block.index() == 0;
        int floor = lines.next(
                isFirst
                        ? keyEnd(block.home())
                        : block.home().blocks().get(block.index() - 1).end());
        int from = lines.start(block.start());
        for (int above = lines.above(from); above >= floor && isCommentOf(above, isFirst, column); ) {
            from = above;
            above = lines.above(above);
        }
        return from;
    }

    private boolean isCommentOf(int line, boolean isFirst, int column) {
        return lines.isComment(line) && (isFirst || lines.column(lines.content(line)) <= column);
    }

    private static int keyEnd(Body body) {
        return body.entry().map(it -> it.key().end()).orElse(0);
    }

    /// Where the line starts that is behind something in this column: comments that are indented deeper are part
    /// of it.
    int behind(int end, int column) {
        int line = lines.next(end);
        while (line < lines.text().length() && lines.isComment(line) && lines.column(lines.content(line)) > column) {
            line = lines.next(line);
        }
        return line;
    }

    static boolean isFlow(Body body) {
        return isFlow(body.entry().map(Node.Entry::value));
    }

    static boolean isFlow(Optional<Node> node) {
        return switch (node.orElse(null)) {
            case Node.Sequence sequence -> sequence.flow();
            case Node.Mapping mapping -> mapping.flow();
            case Node.Scalar _ -> false;
            case null -> false;
        };
    }
}
