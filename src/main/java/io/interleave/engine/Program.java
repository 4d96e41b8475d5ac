package io.interleave.engine;

/// The compiled steps of a unit group.
///
/// @param locals how many values a unit keeps
/// @param locks how many locks the scenario has
record Program(Op body, int locals, int locks) {}
