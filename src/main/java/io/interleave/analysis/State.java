package io.interleave.analysis;

/// What a lane is in during a span. Of a unit it joins what the unit said with what the kernel said: a unit
/// that computes but has no core is `READY`, not `RUNNING`.
public enum State {
    /// On a core.
    RUNNING,
    /// Could run, but has no core.
    READY,
    /// Has work to do; whether on a core or waiting for one is not known: no source tells it on this system, or
    /// what it told was lost, or it has not told yet.
    ACTIVE,
    /// Waits for a lock.
    LOCK_WAIT,
    /// Waits for a queue, a condition or another unit. Of a program that tells nothing of itself: has left its
    /// core to wait, and for what only it knows.
    WAIT,
    /// Waits for input or output.
    IO,
    /// Turns objects into bytes or back, or sends them.
    SERIALIZING,
    /// Has asked to be left alone for a time.
    SLEEPING,
    /// A coroutine that is not mounted.
    SUSPENDED,
    /// Of a lock: held by the unit `object`.
    HELD,
    /// Of a lock: held by several units that read, or by one, `object`.
    SHARED,
    /// Of a resource that has something to count: there is so much of it, and so many units wait.
    LEVEL,
    /// Of a variable: has the value `value`, written by the unit `object`.
    VALUE,
    /// Of a lock: switched off.
    OFF,
    /// Nothing is known: records were lost, or recording had stopped.
    UNKNOWN;

    /// Whether a unit that is in it waits for others to do something.
    public boolean isWait() {
        return this == LOCK_WAIT || this == WAIT || this == SUSPENDED;
    }
}
