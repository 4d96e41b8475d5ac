package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import java.util.List;

/// What is being dragged.
sealed interface Carried {

    Block.Kind kind();

    /// A new block, from the palette.
    record Fresh(Block.Kind kind, String word) implements Carried {}

    /// Blocks of the scenario, all of one kind.
    record Blocks(List<Block> blocks) implements Carried {
        public Blocks {
            blocks = List.copyOf(blocks);
        }

        @Override
        public Block.Kind kind() {
            return blocks.getFirst().kind();
        }
    }
}
