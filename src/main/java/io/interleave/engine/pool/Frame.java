package io.interleave.engine.pool;

/// One message between an engine and a worker.
///
/// @param number of the task; else what the kind says
/// @param times of a worker, as far as they are known by then
public record Frame(Kind kind, long number, Times times, Bytes body) {

    /// A message without a body.
    static Frame bare(Kind kind, long number, Times times) {
        return new Frame(kind, number, times, Bytes.NONE);
    }

    /// The order is part of the protocol.
    public enum Kind {
        /// From the worker, first of all. `number`: the OS id of the thread that will run the tasks. The time
        /// is that of its clock. The body is the token that it was given.
        HELLO,
        /// To the worker, once: what tasks there are, as texts of which the worker knows what to make.
        START,
        /// From the worker: it has understood, and takes tasks.
        READY,
        /// From the worker: it cannot make anything of the start. The body is a text that says why.
        UNWILLING,
        /// To the worker. The body is a {@link Parcel} of a {@link TaskCall}.
        CALL,
        /// From the worker, while it runs a task that takes longer than a moment.
        BEGUN,
        /// From the worker, of a task that runs, or is over and its result comes next. The body is a list of
        /// {@link Happening}s.
        HAPPENED,
        /// From the worker. The body is a {@link Parcel} of a {@link TaskReply.Result}.
        RESULT,
        /// As a result, with a {@link TaskReply.Failure} in its body.
        FAILURE
    }
}
