package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import java.util.List;

/// A line of the list of blocks, all of which are equally high. It says what is drawn around it, and whose line it is;
/// what stands on it is a {@link Face}. Two rows that are equal need no redrawing of what is around them.
sealed interface Row {

    /// The block that it belongs to, by its id.
    int block();

    /// Whether it is the one that its block begins on.
    default boolean isBeginning() {
        return switch (this) {
            case Item _, Unit _, Step _ -> true;
            case Section _, Empty _, Otherwise _, End _ -> false;
        };
    }

    /// The steps around it, from the outermost inwards, which are drawn behind it.
    default List<Category> around() {
        return List.of();
    }

    /// The heading of a section of the scenario.
    record Section(Block.Kind kind, int count, boolean folded) implements Row {
        @Override
        public int block() {
            return 0;
        }
    }

    /// In place of blocks, where a section has none.
    record Empty(Block.Kind kind) implements Row {
        @Override
        public int block() {
            return 0;
        }
    }

    /// A knob, a resource or an expectation.
    record Item(int block, Block.Kind kind, Category category) implements Row {}

    /// The top of a unit's card; all of the card where nothing of the unit is shown below it.
    record Unit(int block, boolean closed, boolean folded) implements Row {}

    /// @param shape what of its frame is drawn here
    record Step(int block, List<Category> around, Category category, Shape shape) implements Row {}

    enum Shape {
        /// All of it, as there can be nothing within.
        WHOLE,
        /// Its upper edge: other steps follow within it.
        TOP,
        /// All of it, while what is within is not shown.
        FOLDED
    }

    /// Where another body of a step begins.
    record Otherwise(int block, String body, List<Category> around, Category category) implements Row {}

    /// Below the last step of a body, where another one can be put.
    ///
    /// @param category of the step whose body this is; `UNKNOWN` of a unit
    /// @param closes whether what the body belongs to ends here
    record End(
            int block,
            String body,
            List<Category> around,
            Category category,
            boolean ofUnit,
            boolean closes,
            boolean empty)
            implements Row {}

    /// How deep it is nested within steps.
    default int depth() {
        return around().size();
    }
}
