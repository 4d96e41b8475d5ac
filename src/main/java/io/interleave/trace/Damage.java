package io.interleave.trace;

/// A part of a trace file that was left out, because it is not what its writer wrote.
///
/// @param offset in bytes from the beginning of the file
public record Damage(long offset, String what) {}
