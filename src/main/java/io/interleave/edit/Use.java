package io.interleave.edit;

/// That a block names something.
///
/// @param key of the slot that does
public record Use(Block block, String key) {}
