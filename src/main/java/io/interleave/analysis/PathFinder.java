package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Follows the wake-ups of a run backwards: along a unit until a wait that another unit ended, from there on
/// along that one from the moment at which it did; from a unit's first moment to the one that started it.
///
/// After C.-Q. Yang and B. P. Miller, "Critical path analysis for the execution of parallel and distributed
/// programs", ICDCS 1988, and F. Giraldeau and M. Dagenais, "Wait analysis of distributed systems using kernel
/// tracing", IEEE Transactions on Parallel and Distributed Systems 27 (8), 2016. What is different here: the
/// time between the moment at which a wait was ended and the one at which the unit noticed stays with that
/// unit; and a wait of which nobody is known to have ended it does too.
///
/// Whoever grows the timeline may do so between turns: what was, stays.
///
/// It ends on every trace: each turn goes back in time, or at the same time to a unit where it has not been at
/// that time.
final class PathFinder implements Portions {

    private final TimelineBuilder trace;
    private final CriticalPath path;
    private final long start;
    private UnitTrack unit;
    private long time;

    /// The units where it was at `time`.
    private final Set<Integer> been = new HashSet<>();

    private PathFinder(TimelineBuilder trace, UnitTrack last) {
        this.trace = trace;
        unit = last;
        start = Math.min(trace.start(), last.until());
        time = last.until();
        path = new CriticalPath(time);
        been.add(unit.id);
    }

    /// The path to the end of the unit that ended last, or of those that live, to now; empty where no unit has
    /// done anything.
    static Optional<PathFinder> ofRun(TimelineBuilder trace) {
        return new Last(trace).unit().map(it -> new PathFinder(trace, it));
    }

    /// The path to the end of one unit, or while it lives, to now; empty where it has not done anything.
    static Optional<PathFinder> of(TimelineBuilder trace, int unit) {
        return trace.shownUnit(unit).filter(it -> it.spans.size() > 0).map(it -> new PathFinder(trace, it));
    }

    @Override
    public boolean goOn(int turns) {
        for (int turn = 0; turn < turns && time > start; turn++) {
            int span = spanBefore();
            if (span == NONE) {
                leaveBeginning();
            } else if (unit.spans.end(span) < time) {
                back(unit.spans.end(span), unit.id, State.UNKNOWN, NONE, NONE);
            } else if (!leaveWait(span)) {
                back(span, unit.spans.start(span));
            }
        }
        return time <= start;
    }

    /// The path from where it has come to.
    CriticalPath path() {
        return path;
    }

    /// The span that the unit was in just before; where it had none then, its last before; `NONE` where it had
    /// none at all.
    private int spanBefore() {
        var spans = unit.spans;
        int span = spans.firstEndingAt(time);
        if (span < spans.size() && spans.start(span) < time) {
            return span;
        }
        return span - 1;
    }

    /// To the unit that ended the wait, if that is known and it did so within the wait.
    private boolean leaveWait(int span) {
        var spans = unit.spans;
        if (!Waits.meaning(spans.state(span), spans.value(span)).isWait() || spans.end(span) != time) {
            return false;
        }
        int cause = Waits.cause(spans.value(span));
        if (cause == NONE || !trace.units.has(cause)) {
            return false;
        }
        long ended = trace.flows.endedAt(unit, span);
        var by = trace.units.get(cause);
        ended = by.hasEnded() ? Math.min(ended, by.until()) : ended;
        if (ended <= spans.start(span) || ended == time && been.contains(cause)) {
            return false;
        }
        if (ended < time) {
            back(span, ended);
        }
        goTo(cause);
        return true;
    }

    /// To the unit that started this one, or for whose task it was started; where neither is known, the rest of
    /// the path is nobody's.
    private void leaveBeginning() {
        int parent = trace.flows.startedBy(unit);
        if (canGoTo(parent)) {
            goTo(parent);
            return;
        }
        var task = trace.flows.firstTask(unit);
        if (task.isPresent()
                && task.get().fromTime() < time
                && canGoTo(task.get().from())) {
            back(task.get().fromTime(), unit.id, State.UNKNOWN, NONE, NONE);
            goTo(task.get().from());
        } else {
            back(start, NONE, State.UNKNOWN, NONE, NONE);
        }
    }

    private boolean canGoTo(int next) {
        return next != NONE && !been.contains(next) && trace.units.has(next);
    }

    private void goTo(int next) {
        unit = trace.units.get(next);
        unit.advance(trace.now());
        been.add(next);
    }

    private void back(int span, long to) {
        var spans = unit.spans;
        var state = Waits.meaning(spans.state(span), spans.value(span));
        back(to, unit.id, state, state.isWait() ? spans.object(span) : NONE, spans.step(span));
    }

    private void back(long to, int whose, State state, int resource, int step) {
        time = Math.max(to, start);
        path.addBefore(time, whose, state, resource, step);
        been.clear();
        been.add(unit.id);
    }

    /// Looks for the unit with which a run ended: not one that just waits to be used, unless there is no other;
    /// of several that live, one that does not wait.
    private static final class Last {

        private final TimelineBuilder trace;

        Last(TimelineBuilder trace) {
            this.trace = trace;
        }

        Optional<UnitTrack> unit() {
            UnitTrack last = UnitTrack.NOBODY;
            for (var unit : trace.units.all()) {
                unit.advance(trace.now());
                if (unit.spans.size() > 0 && (last == UnitTrack.NOBODY || isLater(unit, last))) {
                    last = unit;
                }
            }
            return last == UnitTrack.NOBODY ? Optional.empty() : Optional.of(last);
        }

        private static boolean isLater(UnitTrack unit, UnitTrack than) {
            if (acts(unit) != acts(than)) {
                return acts(unit);
            }
            if (unit.until() != than.until()) {
                return unit.until() > than.until();
            }
            return than.shownState().isWait() && !unit.shownState().isWait();
        }

        private static boolean acts(UnitTrack unit) {
            return switch (unit.group.kind) {
                case THREAD, COROUTINE, PROCESS -> true;
                case GENERATOR, WORKER, CHILD -> false;
            };
        }
    }
}
