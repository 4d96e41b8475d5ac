package io.interleave.edit;

/// A place in a body where blocks can be put.
///
/// @param index before the block with this number, from 0; as many as there are blocks: behind the last
public record Spot(Body body, int index) {

    public Spot {
        if (index < 0 || index > body.blocks().size()) {
            throw new IndexOutOfBoundsException("%d of %s".formatted(index, body));
        }
    }

    public static Spot before(Block block) {
        return new Spot(block.home(), block.index());
    }

    public static Spot behind(Block block) {
        return new Spot(block.home(), block.index() + 1);
    }

    public static Spot atEnd(Body body) {
        return new Spot(body, body.blocks().size());
    }
}
