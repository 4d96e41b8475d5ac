package io.interleave.edit;

/// Characters of the text.
///
/// @param to behind the last one
public record Range(int from, int to) {}
