package io.interleave.analysis;

/// What became of the tasks of one pool.
///
/// @param stolen taken by a worker from the queue of another one
public record PoolFigures(int pool, String name, long submitted, long done, long rejected, long stolen) {}
