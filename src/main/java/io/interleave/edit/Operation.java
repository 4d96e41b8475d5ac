package io.interleave.edit;

import io.interleave.model.Settings;
import java.util.List;

/// Something to be done with blocks. They may be those of an earlier script: they are found by their ids.
public sealed interface Operation {

    /// Puts in a new block of this word, a preset of this name, or an expectation of whatever word, with what it
    /// needs to be in order as far as the scenario has that.
    record Add(Spot at, String word) implements Operation {}

    /// Puts in blocks from a text such as {@link Script#textOf} makes.
    record Paste(Spot at, String yaml) implements Operation {}

    record Delete(List<Block> blocks) implements Operation {
        public Delete {
            blocks = List.copyOf(blocks);
        }
    }

    record Move(List<Block> blocks, Spot to) implements Operation {
        public Move {
            blocks = List.copyOf(blocks);
        }
    }

    record Copy(List<Block> blocks, Spot to) implements Operation {
        public Copy {
            blocks = List.copyOf(blocks);
        }
    }

    /// Puts a copy of the blocks behind the last of them.
    record Duplicate(List<Block> blocks) implements Operation {
        public Duplicate {
            blocks = List.copyOf(blocks);
        }
    }

    /// Puts steps that follow each other into a new step of this word, which has a body.
    record Wrap(List<Block> blocks, String word) implements Operation {
        public Wrap {
            blocks = List.copyOf(blocks);
        }
    }

    /// Puts what a step has in its bodies in its place.
    record Unwrap(Block block) implements Operation {}

    /// Gives a slot a value. An {@link Slot.Absent} one clears it.
    record Set(Block block, String key, Slot.Content content) implements Operation {
        public Set(Block block, String key, String text) {
            this(block, key, Slot.Single.of(text));
        }
    }

    /// Gives a knob, a resource or a unit group another name, wherever it is named.
    record Rename(Block block, String name) implements Operation {}

    /// Says this of a block in comments, line by line as {@link Comments#lines()} has it; nothing takes them away.
    record Comment(Block block, List<String> lines) implements Operation {
        public Comment {
            lines = List.copyOf(lines);
        }
    }

    /// Lets all knobs start as these settings say. Those that do already keep the way in which that is written.
    record Start(Settings settings) implements Operation {}

    /// Makes the value of a slot that of a new knob, and names that in its place.
    record MakeKnob(Block block, String key, String name) implements Operation {}

    /// Puts the value of a knob wherever it is named, and removes the knob.
    record DissolveKnob(Block knob) implements Operation {}
}
