package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;

/// Puts steps into another step, and takes them out again.
final class Wrapping {

    private final Outline outline;
    private final Lines lines;
    private final Layout layout;

    Wrapping(Outline outline) {
        this.outline = outline;
        this.lines = outline.lines();
        this.layout = new Layout(lines);
    }

    /// @param blocks that follow each other, each on lines of its own
    Replacement wrap(List<Block> blocks, String word) {
        var span = new Layout.Span(
                layout.span(blocks.getFirst()).from(),
                layout.span(blocks.getLast()).to());
        int column = lines.column(blocks.getFirst().start());
        var around = new Templates(outline, blocks.getFirst().home()).around(word);
        var inside = new Clip(Clip.dedented(lines.text().substring(span.from(), span.to()), column));
        var all = new ArrayList<>(around.lines());
        all.addAll(Lines.of(inside.at(4)));
        return replace(span, new Clip(all).at(column));
    }

    /// @param block whose bodies have their steps on lines of their own
    Replacement unwrap(Block block) {
        var span = layout.span(block);
        int column = lines.column(block.start());
        var all =
                new ArrayList<>(Clip.dedented(lines.text().substring(span.from(), lines.start(block.start())), column));
        String beside = outline.comments(block).beside();
        if (!beside.isEmpty()) {
            all.add("# " + beside);
        }
        for (var body : block.bodies()) {
            if (!body.blocks().isEmpty()) {
                var first = body.blocks().getFirst();
                int from = layout.span(first).from();
                int to = layout.span(body.blocks().getLast()).to();
                all.addAll(Clip.dedented(lines.text().substring(from, to), lines.column(first.start())));
            }
        }
        return replace(span, new Clip(all).at(column));
    }

    private Replacement replace(Layout.Span span, String written) {
        String text = lines.text();
        boolean endsOpen = span.to() == text.length() && lines.isOpenEnded();
        String broken = (endsOpen ? written : written + "\n").replace("\n", lines.lineBreak());
        return new Replacement(span.from(), text.substring(span.from(), span.to()), broken);
    }
}
