package io.interleave.lint;

import java.util.List;

/// What a hint is about, with the names that its words need.
public sealed interface Rule {

    // Locks and semaphores

    /// A task ends while it has a lock.
    record HeldOnReturn(String lock) implements Rule {}

    /// A loop acquires in each pass what the pass before has kept.
    record TakenInEachPass(String lock) implements Rule {}

    /// A loop releases in each pass what was acquired once, before it.
    record ReleasedInEachPass(String lock) implements Rule {}

    /// A lock is released also where the time to acquire it was up.
    record ReleasedAfterTimeout(String lock) implements Rule {}

    /// Units take locks in orders that together are a circle.
    ///
    /// @param locks each is taken while the one before is held, and the first while the last is
    record LockOrder(List<String> locks) implements Rule {
        public LockOrder {
            locks = List.copyOf(locks);
        }
    }

    /// A unit holds a lock while it waits for what only comes from somebody who needs that lock.
    ///
    /// @param awaited the resource or group of units
    record KeptFromWaker(String lock, String awaited) implements Rule {}

    /// More permits are taken than there are, and none is ever given back.
    record PermitsRunOut(String semaphore, long permits) implements Rule {}

    // Queues

    /// @param full whether it has a limit, so that a `put` comes to wait
    record NeverTaken(String queue, boolean full) implements Rule {}

    record NeverPut(String queue) implements Rule {}

    /// Drained by `for_each`, which ends when the queue is closed.
    record NeverClosed(String queue) implements Rule {}

    /// Awaited, which ends when `task_done` was said of all items.
    record NeverTaskDone(String queue) implements Rule {}

    record PutAfterClose(String queue) implements Rule {}

    // Waiting for each other

    record NeverSignalled(String condition) implements Rule {}

    record AwaitedWithoutLoop(String condition) implements Rule {}

    record NeverSet(String event) implements Rule {}

    /// @param most how often it can be counted down at most
    record LatchTooHigh(String latch, long initial, long most) implements Rule {}

    /// @param word of the resource, `barrier` or `phaser`
    /// @param units how many can come at most
    record TooManyParties(String name, String word, long parties, long units) implements Rule {}

    /// A group that is started by steps is named by some, of which none starts it.
    record NeverStarted(String group) implements Rule {}

    /// A group is awaited whose steps never end.
    record NeverEnds(String group) implements Rule {}

    // Flow

    enum Before {
        FOREVER,
        FAIL,
        RETURN,
        /// A step all of whose ways end the unit or go on for ever.
        ALL_WAYS
    }

    /// @param before what comes before the step
    record NeverReached(Before before) implements Rule {}

    /// The steps of a loop or a case whose condition is a constant.
    ///
    /// @param word of the step
    record NeverEntered(String word) implements Rule {}

    // Coroutines and processes

    /// A coroutine computes for long without a step that waits.
    ///
    /// @param millis how long, on a core of its own
    record LoopBlocked(String group, long millis) implements Rule {}

    /// A coroutine goes round and round without a step that waits.
    record LoopNeverGivenUp(String word) implements Rule {}

    /// A coroutine reads and writes a file, for which its carrier waits.
    record FileInLoop(String group) implements Rule {}

    /// A coroutine spins for a lock that another one of its loop may hold while it is suspended.
    record SpinInLoop(String lock) implements Rule {}

    /// A coroutine waits for a process without a timeout.
    record ProcessWithoutTimeout(String process) implements Rule {}

    /// The output of a process is to be read by steps, and none does.
    record NeverRead(String process) implements Rule {}

    // Shared state

    /// Units read a variable and write what they made of it, and nothing keeps others out meanwhile.
    record LostUpdates(String variable) implements Rule {}
}
