package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import java.util.HashSet;
import java.util.Set;

/// What is folded away, and what is shown although the text has it not.
///
/// @param blocks ids
/// @param sections by the kind of what stands in them
/// @param opened ids of steps of which also the bodies are shown that they only may have
record Folds(Set<Integer> blocks, Set<Block.Kind> sections, Set<Integer> opened) {

    static final Folds NONE = new Folds(Set.of(), Set.of(), Set.of());

    Folds {
        blocks = Set.copyOf(blocks);
        sections = Set.copyOf(sections);
        opened = Set.copyOf(opened);
    }

    boolean has(Block block) {
        return blocks.contains(block.id());
    }

    Folds with(Set<Integer> ids, boolean folded) {
        var changed = new HashSet<>(blocks);
        if (folded) {
            changed.addAll(ids);
        } else {
            changed.removeAll(ids);
        }
        return new Folds(changed, sections, opened);
    }

    Folds with(Block.Kind section, boolean folded) {
        var changed = new HashSet<>(sections);
        if (folded) {
            changed.add(section);
        } else {
            changed.remove(section);
        }
        return new Folds(blocks, changed, opened);
    }

    /// Shows all the bodies that a step may have.
    Folds opening(int id) {
        var changed = new HashSet<>(opened);
        changed.add(id);
        return new Folds(blocks, sections, changed);
    }
}
