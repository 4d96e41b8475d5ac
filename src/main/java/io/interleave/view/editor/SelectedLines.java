package io.interleave.view.editor;

import io.interleave.edit.Block;
import io.interleave.edit.Script;
import io.interleave.edit.Selection;
import java.util.BitSet;

/// The lines of the text that what is selected stands on.
public final class SelectedLines {

    private SelectedLines() {}

    /// Counted from 1; none where the text has no blocks now.
    public static BitSet of(Script script, Selection selection) {
        var lines = new BitSet();
        if (script.isSound()) {
            for (int id : selection.blocks()) {
                script.outline().find(id).ifPresent(block -> add(script, block, lines));
            }
        }
        return lines;
    }

    private static void add(Script script, Block block, BitSet lines) {
        int first = script.outline().line(block);
        String text = script.text().substring(block.start(), block.end()).stripTrailing();
        lines.set(first, first + 1 + (int) text.chars().filter(it -> it == '\n').count());
    }
}
