package io.interleave.engine.loop;

import java.util.function.Supplier;

/// A function that can stop in its midst, and be resumed there later, by another thread too. Resumed by one
/// thread at a time, which the caller sees to.
public sealed interface Stoppable permits StoppableContinuation, StoppableThread {

    /// Runs the function, on the calling thread, until it stops or has ended.
    void resume();

    /// To be called within the function: stops it.
    void stop();

    /// Whether the function has ended.
    boolean isDone();

    /// @param name of its thread, where it needs one
    static Stoppable of(Supplier<String> name, Runnable function) {
        return StoppableContinuation.refusal().isEmpty()
                ? new StoppableContinuation(function)
                : new StoppableThread(name.get(), function);
    }

    /// Why functions run on a thread of their own, and not on that which resumes them; empty if they do not.
    static String refusal() {
        return StoppableContinuation.refusal();
    }
}
