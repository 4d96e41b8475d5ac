package io.interleave.engine.pool;

/// What a worker does with the calls that it gets.
@FunctionalInterface
public interface Tasks {

    /// Runs a task to its end, on the calling thread.
    TaskReply run(TaskCall call);
}
