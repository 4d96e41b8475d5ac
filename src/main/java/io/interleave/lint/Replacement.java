package io.interleave.lint;

/// Characters of a text that give way to others.
///
/// @param start offset of the first one, in `char`s
/// @param end offset behind the last one; equal to `start` where something is only put in
public record Replacement(int start, int end, String text) {}
