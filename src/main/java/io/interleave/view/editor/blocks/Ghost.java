package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.view.fx.Messages;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How that looks which is being dragged.
final class Ghost {

    private Ghost() {}

    static String words(Carried carried) {
        return switch (carried) {
            case Carried.Fresh(var _, var word) -> word;
            case Carried.Blocks(var blocks) when blocks.size() > 1 -> Messages.text("blocks.several", blocks.size());
            case Carried.Blocks(var blocks) -> words(blocks.getFirst());
        };
    }

    private static String words(Block block) {
        String values = Face.chips(block).stream()
                .map(it -> (it.label() + " " + it.text()).strip())
                .collect(Collectors.joining("  "));
        return Stream.of(block.name(), block.word(), values)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("  "));
    }

    static Category category(Carried carried) {
        return switch (carried) {
            case Carried.Fresh(var kind, var word) ->
                PaletteEntry.find(kind, word).category();
            case Carried.Blocks(var blocks) -> Category.of(blocks.getFirst());
        };
    }
}
