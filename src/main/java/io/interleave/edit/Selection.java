package io.interleave.edit;

import java.util.List;

/// What is selected, in all views: characters of the text, and blocks.
///
/// @param anchor where the selection of characters began
/// @param caret where it ends, and where is typed
/// @param blocks their ids, the first chosen first
public record Selection(int anchor, int caret, List<Integer> blocks) {

    public static final Selection NONE = new Selection(0, 0, List.of());

    public Selection {
        blocks = List.copyOf(blocks);
    }

    public static Selection caret(int offset) {
        return new Selection(offset, offset, List.of());
    }

    /// These blocks, and the caret where the first of them begins.
    public static Selection of(List<Block> blocks) {
        int caret = blocks.isEmpty() ? 0 : blocks.getFirst().start();
        return new Selection(caret, caret, blocks.stream().map(Block::id).toList());
    }
}
