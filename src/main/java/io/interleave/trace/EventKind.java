package io.interleave.trace;

import org.jspecify.annotations.Nullable;

/// What an event says. The code is what stands in the file: it is never given to another meaning.
///
/// What `object` and `value` are is said beside each kind; what is not said is `-1` and `0`.
public enum EventKind {
    /// The unit's first event. `object`: the unit that started it, `-1` for the run itself; `value`: its OS
    /// thread id, of a process its pid, `-1` where unknown or of a unit that has no thread of its own.
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
    /// Blocking input or output begins. `value`: of a socket nanoseconds, of a file bytes asked for.
    IO(14),
    /// Blocking input or output is over.
    IO_OVER(15),
    /// The unit does something that takes no time worth a span. What it does, the step says.
    STEP(16),
    /// A process has printed. `object`: 1 standard output, 2 standard error; `value`: bytes so far.
    OUTPUT(17),
    /// A process was given input. `value`: bytes so far.
    INPUT(18),

    /// The unit must wait. `object`: the lock; `value`: the unit that holds it, `-1` where nobody does any
    /// more.
    LOCK_WAIT(20),
    /// `object`: the lock.
    LOCK_ACQUIRED(21),
    /// Recorded just before the lock is given up, so that the spans of two holders never overlap. `object`: the
    /// lock.
    LOCK_RELEASED(22),
    /// The unit gave up waiting: its time was up, it was cancelled, or the run is being ended. `object`: the
    /// lock.
    LOCK_ABANDONED(23),
    /// A switch was turned. `object`: the lock; `value`: 1 on, 0 off.
    LOCK_ENABLED(24),
    /// As {@link #LOCK_ACQUIRED}, but together with others that read. `object`: the lock.
    LOCK_SHARED(25),
    /// As {@link #LOCK_RELEASED}, of one that read. `object`: the lock.
    LOCK_UNSHARED(26),
    /// A stamped lock is read without holding it. `object`: the lock.
    LOCK_OPTIMISTIC(27),
    /// What was read so is known to be whole, or not. `object`: the lock; `value`: 1 valid, 0 to be read again.
    LOCK_VALIDATED(28),
    /// The unit has waited for the interpreter lock as long as its interval says, and asks for it. `object`:
    /// the lock; `value`: the unit that holds it.
    LOCK_REQUESTED(29),

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

    /// The unit must wait for something that is no lock. `object`: the resource, `-1` for a unit; `value`: the
    /// unit waited for, `-1` where it is a resource or a whole group.
    WAIT(60),
    /// That wait is over. `object`: as of the wait; `value`: {@link #waitOver}.
    WAIT_OVER(61),
    /// `object`: the resource; `value`: how much there is of it now: permits of a semaphore, what a latch
    /// counts, those that have come to a barrier or phaser, 1 or 0 of an event that is set or not, items or
    /// tasks that wait.
    LEVEL(62),
    /// `object`: the condition or event; `value`: 1 for one, -1 for all.
    SIGNAL(63),
    /// Recorded just before it is put in. `object`: the queue; `value`: the item's number, from 0.
    PUT(64),
    /// `object`: the queue; `value`: the number of the item that was taken.
    TAKE(65),
    /// An item that was announced was not put in: the wait for room was given up, or the queue closed.
    /// `object`: the queue; `value`: its number.
    PUT_ABANDONED(66),
    /// `object`: the queue or pool: nothing more comes in.
    CLOSED(67),

    /// A coroutine has been given a carrier, or a generator resumed. `object`: the number of the carrier in its
    /// loop, from 1, or the unit that resumed it; `value`: the OS thread id of the carrier, or of who resumed
    /// it, -1 where that is not known.
    MOUNT(70),
    /// A coroutine leaves its carrier, or a generator yields or ends; either may be followed by
    /// {@link #UNIT_END} at once. `object`: of a coroutine its event loop; `value`: of a generator the 64 bits
    /// of what it yields.
    UNMOUNT(71),
    /// A coroutine that is new or was suspended could run, and waits for a carrier. `object`: the unit that
    /// caused it, `-1` where a time was up or that is not known; `value`: its event loop.
    RESUMABLE(72),

    /// `object`: the pool; `value`: the task's number, from 0.
    SUBMIT(80),
    /// A worker begins a task. `object`: the pool; `value`: the task's number.
    TASK_START(81),
    /// A worker has done with a task. `object`: the pool; `value`: the task's number.
    TASK_END(82),
    /// A worker took a task from another's queue. `object`: the pool; `value`: the other worker's unit.
    STEAL(83),
    /// A task was not taken. `object`: the pool; `value`: the task's number.
    REJECTED(84),
    /// An argument or result is turned into bytes, until the next event of the unit. `value`: the task's
    /// number.
    SERIALIZE(85),
    /// Bytes are sent, until the next event of the unit. `value`: how many.
    SEND(86),
    /// Bytes are turned back into an argument or result, until the next event of the unit. `value`: how many.
    DESERIALIZE(87),

    /// A knob was turned. `object`: its place in the scenario, from 0; `value`: its value as 64 bits (a choice:
    /// which option, from 0).
    KNOB(50);

    /// How a unit ended.
    public enum UnitEnd {
        FINISHED,
        FAILED,
        STOPPED,
        /// The number of units was turned down.
        RETIRED,
        /// Another unit cancelled it.
        CANCELLED
    }

    /// How a wait ended.
    public enum WaitEnd {
        /// What it waited for came.
        MET,
        /// Its time was up.
        TIMED_OUT,
        /// What it waited for cannot come any more.
        CLOSED,
        /// It was cancelled, or the run is being ended.
        ABANDONED
    }

    /// The value of a {@link #WAIT_OVER}.
    ///
    /// @param cause the unit that ended the wait, `-1` where there is none or it is not known
    public static long waitOver(WaitEnd end, int cause) {
        return end.ordinal() | (long) (cause + 1) << 8;
    }

    public static WaitEnd waitEnd(long value) {
        return WaitEnd.values()[(int) (value & 3)];
    }

    /// The unit that ended a wait, `-1` where there is none or it is not known.
    public static int waitCause(long value) {
        return (int) (value >> 8) - 1;
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
            case UNIT_START, UNIT_END, COMPUTE, SLEEP, WAKE, LOG, IO, IO_OVER, STEP, OUTPUT, INPUT -> false;
            case LOCK_WAIT, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ABANDONED, LOCK_ENABLED -> false;
            case LOCK_SHARED, LOCK_UNSHARED, LOCK_OPTIMISTIC, LOCK_VALIDATED, LOCK_REQUESTED -> false;
            case WAIT, WAIT_OVER, LEVEL, SIGNAL, PUT, TAKE, PUT_ABANDONED, CLOSED -> false;
            case MOUNT, UNMOUNT, RESUMABLE -> false;
            case SUBMIT, TASK_START, TASK_END, STEAL, REJECTED, SERIALIZE, SEND, DESERIALIZE -> false;
            case READ, WRITE, BLIND_WRITE, UPDATE, FINAL, KNOB -> false;
        };
    }

    /// The kind with this code, or `null` for one that this version does not know.
    static @Nullable EventKind ofCode(int code) {
        return BY_CODE[code & 0xff];
    }
}
