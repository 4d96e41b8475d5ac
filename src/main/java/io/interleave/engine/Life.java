package io.interleave.engine;

import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;

/// One unit from its first event to its last.
final class Life {

    final Unit unit;
    final Group group;
    private final int parent;
    private final Crew crew;

    /// @param parent the unit that started it; -1 for the run itself
    Life(Unit unit, Group group, int parent, Crew crew) {
        this.unit = unit;
        this.group = group;
        this.parent = parent;
        this.crew = crew;
    }

    /// Lives, on the calling thread.
    ///
    /// @param tid of that thread; -1 where it is not the unit's own
    void run(int tid) {
        begin(tid);
        var end = UnitEnd.FAILED;
        try {
            unit.endBlocking();
            group.program().body().run(unit);
            end = UnitEnd.FINISHED;
        } catch (Unwind reason) {
            end = switch (reason.reason) {
                case STOPPED -> UnitEnd.STOPPED;
                case RETIRED -> UnitEnd.RETIRED;
                case CANCELLED -> UnitEnd.CANCELLED;
                case RETURNED -> UnitEnd.FINISHED;
            };
        } catch (UnitFailed reason) {
            crew.failed(unit, reason.place().line(), reason.getMessage());
        } catch (OutOfMemoryError _) {
            crew.failed(unit, group.model.place().line(), unit.name + " found no memory left in the engine");
        } catch (StackOverflowError _) {
            crew.failed(unit, group.model.place().line(), unit.name + " found no room left on its stack");
        } finally {
            end(end);
        }
    }

    /// The first event, for what lives without steps: a process. Pairs with `end`.
    ///
    /// @param tid of its thread, of a process its pid; -1 where it has none of its own
    void begin(int tid) {
        unit.record(EventKind.UNIT_START, parent, -1, tid);
    }

    void end(UnitEnd end) {
        unit.beginBlocking();
        unit.record(EventKind.UNIT_END, -1, -1, end.ordinal());
        unit.close();
        crew.ended(this);
    }
}
