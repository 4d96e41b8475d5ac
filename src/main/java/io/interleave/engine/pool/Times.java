package io.interleave.engine.pool;

/// When a worker did what with a call, by its own clock, in this order; 0 for what it has not done.
///
/// @param received it had the call, and began to turn it back into a task
/// @param begun it began to run it
/// @param ended it had run it, and began to turn its result into bytes
/// @param sent it began to send those
public record Times(long received, long begun, long ended, long sent) {

    static final Times NONE = new Times(0, 0, 0, 0);

    /// Of what is no call.
    static Times now(long now) {
        return new Times(now, 0, 0, 0);
    }
}
