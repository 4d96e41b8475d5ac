package io.interleave.edit;

import java.util.List;
import java.util.Optional;

/// A list of blocks within another one: the steps of a unit or of a step, or a section of the scenario. A body
/// that the text has not yet is there as well, empty, so that blocks can be put into it.
public final class Body {

    private final Block owner;
    private final String key;
    private final Block.Kind kind;
    private final boolean required;
    private final Optional<Node.Entry> entry;
    private final Optional<Body> asHome = Optional.of(this);
    private final List<Block> blocks;

    Body(Block owner, String key, Block.Kind kind, boolean required, Optional<Node.Entry> entry, Blocks make) {
        this.owner = owner;
        this.key = key;
        this.kind = kind;
        this.required = required;
        this.entry = entry;
        this.blocks = make.of(this);
    }

    /// Makes the blocks of a body.
    interface Blocks {
        List<Block> of(Body body);
    }

    /// This, for the blocks in it.
    Optional<Body> asHome() {
        return asHome;
    }

    /// The block that this is within.
    public Block owner() {
        return owner;
    }

    /// `steps`, `else`, or the name of a section.
    public String key() {
        return key;
    }

    /// What stands in it.
    public Block.Kind kind() {
        return kind;
    }

    /// Whether its owner is wrong without it.
    public boolean isRequired() {
        return required;
    }

    /// Whether the text has it, though perhaps empty.
    public boolean isPresent() {
        return entry.isPresent();
    }

    public List<Block> blocks() {
        return blocks;
    }

    Optional<Node.Entry> entry() {
        return entry;
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(key, owner);
    }
}
