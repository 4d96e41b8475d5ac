package io.interleave.engine;

import io.interleave.engine.pool.Bytes;
import io.interleave.model.Place;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One task of a pool, from its submission to its end. Everything but what is final is guarded by the pool.
final class PoolTask {

    /// How a task ended.
    sealed interface Outcome {

        /// @param raw its result
        record Done(long raw) implements Outcome {}

        /// Its result came as bytes, of which whoever awaits it makes a value.
        record Arrived(Bytes result) implements Outcome {}

        /// @param place where in the scenario
        /// @param message for a person
        record Failed(Place place, String message) implements Outcome {}

        /// It did not run to its end, and nobody's fault.
        ///
        /// @param how for a person, as in "was discarded"
        record Dropped(String how) implements Outcome {}
    }

    /// From 0, in the pool.
    final long number;

    final TaskOrder order;
    final Unit submitter;
    final Place place;
    final int step;

    /// Whether somebody will ask for its result.
    final boolean awaited;

    /// Ends when the task does.
    final Round round;

    private Optional<Outcome> outcome = Optional.empty();
    private boolean cancelled;
    private @Nullable Unit frame;

    /// What the library knows it as, where it knows it; set before it is handed to that.
    volatile @Nullable ForkJoinTask<?> fork;

    /// Its argument, where that has been turned into bytes.
    @Nullable
    Bytes bytes;

    /// How many bytes that are, or were.
    int size;

    /// @param step of the scenario that submitted it, and its place
    PoolTask(
            long number, TaskOrder order, Unit submitter, Place place, int step, boolean awaited, ReentrantLock guard) {
        this.number = number;
        this.order = order;
        this.submitter = submitter;
        this.place = place;
        this.step = step;
        this.awaited = awaited;
        this.round = new Round(guard);
    }

    boolean isOver() {
        return outcome.isPresent();
    }

    Outcome outcome() {
        return outcome.orElseThrow();
    }

    void over(Outcome how) {
        outcome = Optional.of(how);
    }

    /// Says what runs on its behalf, which is cancelled at once where the task was before.
    void runs(Unit running) {
        frame = running;
        if (cancelled) {
            running.cancel();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
        if (frame != null) {
            frame.cancel();
        }
    }
}
