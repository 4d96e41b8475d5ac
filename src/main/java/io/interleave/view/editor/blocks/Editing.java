package io.interleave.view.editor.blocks;

/// A value that is just being edited in place.
///
/// @param block by its id
/// @param key of a slot, or {@link Chip#NAME}
record Editing(int block, String key) {}
