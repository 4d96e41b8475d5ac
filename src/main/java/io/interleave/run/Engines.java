package io.interleave.run;

/// Starts engine processes and keeps a warm spare, so that a run begins at once. Owns all that it has started:
/// closing it ends them.
public interface Engines extends AutoCloseable {

    /// Starts a run in a process of its own; the directory must be writable.
    Run start(RunRequest request);

    /// Begins to warm a spare engine if there is none. Returns at once.
    void warmUp();

    /// The cores of this machine that a run may use.
    int cores();

    @Override
    void close();
}
