package io.interleave.trace;

import org.jspecify.annotations.Nullable;

/// What an event says. The code is what stands in the file: it is never given to another meaning.
///
/// What `object` and `value` are is said beside each kind; what is not said is `-1` and `0`.
public enum EventKind {
    /// The unit's first event. `value`: its OS thread id, `-1` where unknown.
    UNIT_START(1),
    /// The unit's last event. `value`: an {@link UnitEnd} by its ordinal.
    UNIT_END(2),

    /// Work begins and lasts until the unit's next event. `value`: nanoseconds of work asked for.
    COMPUTE(10),
    /// Sleep begins. `value`: nanoseconds asked for.
    SLEEP(11),
    /// A sleep is over.
    WAKE(12),
    /// A line was written; its text is a definition. `value`: how many lines this unit wrote before.
    LOG(13),

    /// The unit must wait. `object`: the lock; `value`: the unit that holds it, `-1` where nobody does any more.
    LOCK_WAIT(20),
    /// `object`: the lock.
    LOCK_ACQUIRED(21),
    /// Recorded just before the lock is given up, so that the spans of two holders never overlap. `object`: the
    /// lock.
    LOCK_RELEASED(22),
    /// The unit gave up waiting, because the run is being ended. `object`: the lock.
    LOCK_ABANDONED(23),
    /// A switch was turned. `object`: the lock; `value`: 1 on, 0 off.
    LOCK_ENABLED(24),

    /// `object`: the variable; `value`: its 64 bits.
    READ(30),
    /// A write of what was computed from the unit's last read of the same variable. `object`: the variable;
    /// `value`: its 64 bits.
    WRITE(31),
    /// A write of something else. `object`: the variable; `value`: its 64 bits.
    BLIND_WRITE(32),
    /// An atomic read and write. `object`: the variable; `value`: the 64 bits after it.
    UPDATE(33),
    /// What a variable holds when the run has ended. `object`: the variable; `value`: its 64 bits.
    FINAL(34),

    /// A thread was given a core. `object`: the core; `value`: the OS thread id.
    CORE_IN(40),
    /// A thread left its core because it waits. `object`: the core; `value`: the OS thread id.
    CORE_OUT(41),
    /// A thread was taken off its core while it could still run. `object`: the core; `value`: the OS thread id.
    CORE_PREEMPTED(42),
    /// A thread ended. `object`: the core; `value`: the OS thread id.
    CORE_EXIT(43),
    /// The kernel dropped switch records. `object`: the core; `value`: how many.
    CORE_LOST(44),
    /// A sample: the thread was on the core or ready for it. `object`: the core; `value`: the OS thread id.
    CORE_SAMPLE_ON(45),
    /// A sample: the thread was waiting. `object`: the core it was last on; `value`: the OS thread id.
    CORE_SAMPLE_OFF(46),
    /// All that happened on the cores before this time has been told.
    CORE_COMPLETE(47),

    /// A knob was turned. `object`: its place in the scenario, from 0; `value`: its value as 64 bits (a choice:
    /// which option, from 0).
    KNOB(50);

    /// How a unit ended.
    public enum UnitEnd {
        FINISHED,
        FAILED,
        STOPPED,
        /// The number of units was turned down.
        RETIRED
    }

    private static final @Nullable EventKind[] BY_CODE = new EventKind[256];

    static {
        for (EventKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// Whether it is told by the watch on the cores, not by a unit.
    public boolean isOfCores() {
        return switch (this) {
            case CORE_IN,
                    CORE_OUT,
                    CORE_PREEMPTED,
                    CORE_EXIT,
                    CORE_LOST,
                    CORE_SAMPLE_ON,
                    CORE_SAMPLE_OFF,
                    CORE_COMPLETE -> true;
            case UNIT_START, UNIT_END, COMPUTE, SLEEP, WAKE, LOG -> false;
            case LOCK_WAIT, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ABANDONED, LOCK_ENABLED -> false;
            case READ, WRITE, BLIND_WRITE, UPDATE, FINAL, KNOB -> false;
        };
    }

    /// The kind with this code, or `null` for one that this version does not know.
    static @Nullable EventKind ofCode(int code) {
        return BY_CODE[code & 0xff];
    }
}
