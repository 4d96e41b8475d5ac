package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Outline;

/// Names for new knobs.
final class KnobNames {

    private KnobNames() {}

    /// A name that says of which value the knob is, and that nothing has yet.
    static String of(Outline outline, Block block, String key) {
        String name = key.isEmpty() ? alone(block) : key;
        String free = name;
        for (int i = 2; outline.named(free).isPresent(); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static String alone(Block block) {
        if (block.kind() == Block.Kind.UNIT) {
            return block.name() + "s";
        }
        if (block.kind() == Block.Kind.RESOURCE) {
            return block.name() + "_" + block.word();
        }
        return switch (block.word()) {
            case "repeat" -> "rounds";
            case "compute" -> "work";
            case "sleep" -> "pause";
            default -> block.word() + "_value";
        };
    }
}
