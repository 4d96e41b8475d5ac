package io.interleave.analysis;

/// What passed through one queue.
///
/// @param deepest the most items that were in it at one time
public record QueueFigures(int queue, String name, long puts, long takes, int deepest, boolean closed) {}
