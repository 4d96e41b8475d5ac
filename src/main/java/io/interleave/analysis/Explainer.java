package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Finds out why a unit did not go on.
///
/// From a wait it goes to the unit that ended it, or of a lock to the one that held it longest meanwhile, and
/// looks at what that did until then: where it mostly waited itself, its longest wait is the next link, else
/// its longest span of anything else is the last one.
final class Explainer {

    private static final int MOST_LINKS = 64;
    private static final int MOST_NAMED = 8;

    private final TimelineBuilder trace;
    private final List<Explanation.Link> links = new ArrayList<>();

    private int closesAt = NONE;

    /// A unit, and when it did what is of interest.
    private record Suspect(int unit, long from, long to) {}

    private record Place(int unit, int span) {}

    Explainer(TimelineBuilder trace) {
        this.trace = trace;
    }

    Optional<Explanation> explain(int unit, int span) {
        var track = trace.shownUnit(unit).orElse(null);
        if (track == null || span < 0 || span >= track.spans.size()) {
            return Optional.empty();
        }
        var end = end(new Suspect(unit, track.spans.start(span), track.spans.end(span)), span);
        return Optional.of(new Explanation(links, end, closesAt));
    }

    private Explanation.End end(Suspect first, int itsSpan) {
        var seen = new HashMap<Place, Integer>();
        var suspect = first;
        int span = itsSpan;
        while (links.size() < MOST_LINKS) {
            var before = seen.put(new Place(suspect.unit(), span), links.size());
            if (before != null) {
                closesAt = before;
                return Explanation.End.CIRCLE;
            }
            var link = link(suspect, span);
            links.add(link);
            var next = suspect(link);
            if (!link.state().isWait() || next.unit() == NONE) {
                return end(link);
            }
            span = mainSpan(next);
            if (span == NONE) {
                return Explanation.End.NOBODY;
            }
            var spans = trace.units.get(next.unit()).spans;
            suspect = new Suspect(
                    next.unit(), Math.max(next.from(), spans.start(span)), Math.min(next.to(), spans.end(span)));
        }
        return Explanation.End.LONGER;
    }

    /// What it comes to where no other unit is the cause.
    private static Explanation.End end(Explanation.Link link) {
        return switch (link.state()) {
            case RUNNING, ACTIVE, IO, SERIALIZING, SLEEPING -> Explanation.End.WORK;
            case READY -> Explanation.End.NO_CORE;
            case SUSPENDED -> link.resource() == NONE ? Explanation.End.WORK : Explanation.End.NOBODY;
            case LOCK_WAIT, WAIT, UNKNOWN, HELD, SHARED, LEVEL, VALUE, OFF -> Explanation.End.NOBODY;
        };
    }

    private Explanation.Link link(Suspect suspect, int span) {
        var track = trace.units.get(suspect.unit());
        var spans = track.spans;
        var state = Waits.meaning(spans.state(span), spans.value(span));
        boolean waits = state.isWait();
        long value = waits ? spans.value(span) : Waits.begun(NONE);
        int resource = waits ? spans.object(span) : NONE;
        var holds = holds(resource, suspect);
        return new Explanation.Link(
                suspect.unit(),
                span,
                state,
                resource,
                Waits.unit(value),
                spans.step(span),
                suspect.from(),
                suspect.to(),
                Waits.end(value),
                Waits.cause(value),
                holds.subList(0, Math.min(MOST_NAMED, holds.size())),
                holds.size(),
                state == State.READY
                        ? new Occupants(trace).during(track, suspect.from(), suspect.to(), MOST_NAMED)
                        : List.of());
    }

    /// Who held a lock at any time from when to when, the longest within that first; none of what is no lock.
    private List<Explanation.Hold> holds(int resource, Suspect during) {
        var holds = new ArrayList<Explanation.Hold>();
        if (resource != NONE && trace.resources.find(resource).orElse(null) instanceof LockTrack lock) {
            lock.advance(trace.now());
            var spans = lock.spans;
            for (int i = spans.firstEndingAfter(during.from()); i < spans.size() && spans.start(i) < during.to(); i++) {
                if (spans.state(i) != State.OFF) {
                    holds.add(new Explanation.Hold(spans.object(i), spans.start(i), spans.end(i), spans.step(i)));
                }
            }
            holds.sort((one, other) -> Long.compare(overlap(other, during), overlap(one, during)));
        }
        return holds;
    }

    private static long overlap(Explanation.Hold hold, Suspect during) {
        return Math.min(hold.to(), during.to()) - Math.max(hold.from(), during.from());
    }

    /// Who is to be looked at next, and when; of no unit where that is not known.
    private Suspect suspect(Explanation.Link link) {
        for (var hold : link.holders()) {
            if (hold.unit() != NONE && hold.unit() != link.unit()) {
                return new Suspect(hold.unit(), Math.max(hold.from(), link.from()), Math.min(hold.to(), link.to()));
            }
        }
        int unit = link.cause() != NONE ? link.cause() : link.awaited();
        return new Suspect(unit, link.from(), link.to());
    }

    /// The longest span of a unit from when to when, of waits if it mostly waited, else of all others; `NONE`
    /// if it was not there.
    private int mainSpan(Suspect suspect) {
        var track = trace.shownUnit(suspect.unit()).orElse(null);
        if (track == null) {
            return NONE;
        }
        var spans = track.spans;
        var longest = new int[] {NONE, NONE};
        var most = new long[2];
        var sums = new long[2];
        for (int i = spans.firstEndingAfter(suspect.from()); i < spans.size() && spans.start(i) < suspect.to(); i++) {
            int waits = Waits.meaning(spans.state(i), spans.value(i)).isWait() ? 1 : 0;
            long nanos = Math.min(spans.end(i), suspect.to()) - Math.max(spans.start(i), suspect.from());
            sums[waits] += nanos;
            if (nanos > most[waits]) {
                most[waits] = nanos;
                longest[waits] = i;
            }
        }
        return sums[1] > sums[0] ? longest[1] : longest[0];
    }
}
