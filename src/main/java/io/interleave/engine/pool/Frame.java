package io.interleave.engine.pool;

/// One message between an engine and a worker.
///
/// @param number of the task; else what the kind says
/// @param first a time of the sender's clock; what of, the kind says
/// @param second a time not before the first
public record Frame(Kind kind, long number, long first, long second, Bytes body) {

    /// A message without a body.
    static Frame bare(Kind kind, long number, long first, long second) {
        return new Frame(kind, number, first, second, Bytes.NONE);
    }

    /// The order is part of the protocol.
    public enum Kind {
        /// From the worker, first of all. `number`: the OS id of the thread that will run the tasks; `first`:
        /// now. The body is the token that it was given.
        HELLO,
        /// To the worker, once: what tasks there are, as texts of which the worker knows what to make.
        START,
        /// From the worker: it has understood, and takes tasks.
        READY,
        /// From the worker: it cannot make anything of the start. The body is a text that says why.
        UNWILLING,
        /// To the worker. The body is a {@link Parcel} of a {@link TaskCall}.
        CALL,
        /// From the worker. `first`: when it had the call and began to deserialize it; `second`: when it began
        /// to run.
        BEGUN,
        /// From the worker. `first`: when the task had ended; `second`: when its result had been serialized.
        /// The body is a {@link Parcel} of a {@link TaskReply.Result}.
        RESULT,
        /// As a result, with a {@link TaskReply.Failure} as its body.
        FAILURE
    }
}
