package io.interleave.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes blocks out of the text, with the comments that belong to them.
final class Deleting {

    private final Lines lines;
    private final Layout layout;
    private final Keys keys;

    Deleting(Lines lines) {
        this.lines = lines;
        this.layout = new Layout(lines);
        this.keys = new Keys(lines);
    }

    /// @param blocks none of which is within another one
    List<Replacement> delete(List<Block> blocks) {
        Map<Body, List<Block>> byHome = new LinkedHashMap<>();
        blocks.forEach(
                it -> byHome.computeIfAbsent(it.home(), _ -> new ArrayList<>()).add(it));
        var replacements = new ArrayList<Replacement>();
        byHome.forEach((home, gone) -> {
            boolean flow = Layout.isFlow(home);
            if (gone.size() == home.blocks().size() && !flow) {
                replacements.addAll(empty(home));
            } else {
                runs(gone).forEach(it -> replacements.add(flow ? inFlow(home, it) : onLines(it)));
            }
        });
        return replacements;
    }

    /// Blocks of one body as runs of those that follow each other.
    static List<List<Block>> runs(List<Block> blocks) {
        var sorted = blocks.stream()
                .sorted((a, b) -> Integer.compare(a.index(), b.index()))
                .toList();
        var runs = new ArrayList<List<Block>>();
        for (var it : sorted) {
            boolean follows = !runs.isEmpty() && runs.getLast().getLast().index() + 1 == it.index();
            if (!follows) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(it);
        }
        return runs;
    }

    private Replacement onLines(List<Block> run) {
        return keys.removeLines(
                layout.span(run.getFirst()).from(), layout.span(run.getLast()).to());
    }

    private Replacement inFlow(Body home, List<Block> run) {
        var node = home.entry().orElseThrow().value();
        return keys.removeFlow(
                node.start(),
                node.end(),
                run.getFirst().index(),
                run.getLast().index(),
                home.blocks().stream().map(Block::start).toList(),
                home.blocks().stream().map(Block::end).toList());
    }

    /// All of a body goes. An `else` goes with it, unless something is said beside it; steps that must be there
    /// remain as an empty list.
    private List<Replacement> empty(Body home) {
        var entry = home.entry().orElseThrow();
        var span = onLines(home.blocks());
        boolean isCommented = lines.text()
                        .substring(entry.key().end(), lines.end(entry.key().end()))
                        .indexOf('#')
                >= 0;
        boolean goes = !home.isRequired()
                && home.kind() == Block.Kind.STEP
                && !isCommented
                && lines.isFirstOnLine(entry.start());
        if (goes) {
            return List.of(keys.removeLines(lines.start(entry.start()), span.removedEnd()));
        }
        if (home.kind() != Block.Kind.STEP) {
            return List.of(span);
        }
        int colon = lines.text().indexOf(':', entry.key().end());
        return List.of(new Replacement(colon + 1, "", " []"), span);
    }
}
