package io.interleave.model;

/// What should hold when the run has ended: a `TRUTH` over the final values of variables and the knobs. Of an
/// equation, the left side is what came out and the right side what was expected.
///
/// @param text the expression as the file has it
public record Expectation(Place place, String text, Expr condition) {}
