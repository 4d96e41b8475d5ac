package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import org.jspecify.annotations.Nullable;

/// One unit from its first event to its last.
final class Life {

    /// The unit that a thread of the operating system is running as: whoever it wakes was woken by that unit.
    private static final ThreadLocal<Unit> ON_THIS_THREAD = new ThreadLocal<>();

    static {
        // A class whose first use happens where a stack overflows could never be used again in this process.
        requireNonNull(Unwind.STOPPED);
    }

    final Unit unit;
    final Group group;
    private final int parent;
    private final Crew crew;
    private final Starting starting;

    /// By what it can be reached once it was started. Guarded by the group, as is `retiring`.
    @Nullable
    Running running;

    boolean retiring;

    private volatile boolean over;
    private volatile int status;

    /// @param parent the unit that started it; -1 for the run itself
    /// @param starting of all that are started together with it
    Life(Unit unit, Group group, int parent, Crew crew, Starting starting) {
        this.unit = unit;
        this.group = group;
        this.parent = parent;
        this.crew = crew;
        this.starting = starting;
    }

    /// The unit whose own thread the calling one is; `null` where there is none.
    static @Nullable Unit onThisThread() {
        return ON_THIS_THREAD.get();
    }

    /// Says that the calling thread is this unit's own.
    static void onThisThread(Unit unit) {
        ON_THIS_THREAD.set(unit);
    }

    /// Lives, on the calling thread.
    ///
    /// @param tid of that thread; -1 where it is not the unit's own
    void run(int tid) {
        if (tid >= 0) {
            onThisThread(unit);
        }
        begin(tid);
        var end = UnitEnd.FAILED;
        try {
            end = steps();
        } finally {
            end(end);
        }
    }

    /// The steps alone, between `begin` and `end`.
    UnitEnd steps() {
        try {
            unit.endBlocking();
            group.program().body().run(unit);
            return UnitEnd.FINISHED;
        } catch (Unwind reason) {
            return switch (reason.reason) {
                case STOPPED -> UnitEnd.STOPPED;
                case RETIRED -> UnitEnd.RETIRED;
                case CANCELLED -> UnitEnd.CANCELLED;
                case RETURNED -> UnitEnd.FINISHED;
            };
        } catch (UnitFailed reason) {
            return failed(reason.place().line(), reason.getMessage());
        } catch (OutOfMemoryError _) {
            return failed(group.model.place().line(), unit.name() + " found no memory left in the engine");
        } catch (StackOverflowError _) {
            return failed(group.model.place().line(), unit.name() + " found no room left on its stack");
        }
    }

    private UnitEnd failed(int line, String message) {
        if (crew.isStopping()) {
            // A consequence of that: what it holds or waits for is not as it was.
            return UnitEnd.STOPPED;
        }
        crew.failed(unit, line, message);
        return UnitEnd.FAILED;
    }

    /// The first event, for what lives without steps: a process. Pairs with `end`.
    ///
    /// @param tid of its thread, of a process its pid; -1 where it has none of its own
    void begin(int tid) {
        unit.runsOn(tid);
        unit.record(EventKind.UNIT_START, parent, -1, tid);
        starting.oneBegan();
    }

    void end(UnitEnd end) {
        unit.beginBlocking();
        unit.record(EventKind.UNIT_END, -1, -1, end.ordinal());
        unit.close();
        over = true;
        crew.ended(this);
    }

    /// Whether it has come to its end.
    boolean isOver() {
        return over;
    }

    /// Says how a process ended, before its `end`: its exit status, negative for the signal that ended it.
    void exited(int status) {
        this.status = status;
    }

    /// How a process ended; 0 of one that still runs.
    int status() {
        return status;
    }

    /// The unit that started it; -1 for the run itself.
    int parent() {
        return parent;
    }
}
