package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// What led to what from unit to unit: what was told as links, and who ended the waits of whom. To be asked
/// within {@link Timeline#look}.
///
/// Whoever asks first waits until all there is so far has been sorted by unit (8 bytes a flow); after that only
/// what has come since. Each question then is a search by halves, whatever there is.
public final class Flows {

    /// Of the flows of one span so many are told: a unit may start a million others at one step.
    private static final int MOST_OF_SPAN = 1_000;

    private final TimelineBuilder trace;
    private final FlowLog log;
    private final FlowBlocks linkBlocks;
    private final FlowBlocks wakeBlocks;
    private final IntToLongFunction fromTime;
    private final IntToLongFunction toTime;
    private int links;
    private int wakes;

    /// Those out of units of which nothing is known, by the unit: damaged traces mention such. It may come to be known.
    private final Map<Integer, FlowList> outOfUnknown = new HashMap<>();

    /// The version of the units when the unknown ones were looked for last.
    private int looked;

    Flows(TimelineBuilder trace) {
        this.trace = trace;
        log = new FlowLog(trace);
        linkBlocks = new FlowBlocks(log, false);
        wakeBlocks = new FlowBlocks(log, true);
        fromTime = log::fromTime;
        toTime = log::toTime;
    }

    /// Some of the flows that were asked for, or all.
    ///
    /// @param total how many there are
    public record Some(List<Flow> flows, int total) {
        public Some {
            flows = List.copyOf(flows);
        }
    }

    /// A flow, and the span at its other end.
    ///
    /// @param unit at that end
    /// @param span among the unit's, or `NONE` where there is none
    public record Hop(Flow flow, int unit, int span) {}

    /// Sorts so many more, so that whoever asks first need not wait for all: to be called in the background,
    /// each time within a {@link Timeline#look} of its own.
    ///
    /// @return whether all are sorted that there are
    public boolean prepare(int flows) {
        sortUpTo(flows);
        return links == log.links() && wakes == log.wakes();
    }

    /// How many there are so far.
    public int size() {
        return trace.links.size() + trace.wakes.size();
    }

    /// Tells of every flow there is so far, one after the other: first of what was told as links, then of the
    /// ends of waits, each in order of arrival.
    public void each(Consumer<Flow> taker) {
        for (int link = 0; link < trace.links.size(); link++) {
            taker.accept(log.flow(link));
        }
        for (int wake = 0; wake < trace.wakes.size(); wake++) {
            taker.accept(log.flow(~wake));
        }
    }

    /// What came to a unit during one of its spans, with what ended that or arrived at its beginning; the first
    /// 1,000 of them, by arrival.
    public Some in(int unit, int span) {
        var track = track(unit);
        return track == null || !has(track, span)
                ? new Some(List.of(), 0)
                : between(track.in(), toTime, track.spans.start(span), track.spans.end(span) + 1, MOST_OF_SPAN);
    }

    /// What went out from a unit during one of its spans, with what went out at its beginning or end; the first
    /// 1,000 of them, by departure.
    public Some out(int unit, int span) {
        var track = track(unit);
        return track == null || !has(track, span)
                ? new Some(List.of(), 0)
                : between(track.out(), fromTime, track.spans.start(span), track.spans.end(span) + 1, MOST_OF_SPAN);
    }

    /// What came to a unit or went out from it from `from` until before `to`: at most so many of each.
    public Some of(int unit, long from, long to, int most) {
        var track = track(unit);
        if (track == null) {
            return new Some(List.of(), 0);
        }
        var in = between(track.in(), toTime, from, to, most);
        var out = between(track.out(), fromTime, from, to, most);
        var both = new ArrayList<>(in.flows());
        both.addAll(out.flows());
        return new Some(both, in.total() + out.total());
    }

    /// All that left or arrived from `from` until before `to`. Where there are more than `most`, so many of
    /// them, evenly spread.
    public Some during(long from, long to, int most) {
        catchUp();
        int ofLinks = linkBlocks.count(from, to);
        int total = ofLinks + wakeBlocks.count(from, to);
        var flows = new ArrayList<Flow>();
        if (most > 0) {
            int nth = Math.max(1, Math.ceilDiv(total, most));
            linkBlocks.walk(from, to, nth, 0, it -> flows.add(log.flow(it)));
            wakeBlocks.walk(from, to, nth, (nth - ofLinks % nth) % nth, it -> flows.add(log.flow(it)));
        }
        return new Some(flows, total);
    }

    /// The flow that came last to a unit up to the end of one of its spans, and the span that it came from;
    /// empty where none did. Of those that came during the span it is the first: the one that began it.
    public Optional<Hop> back(int unit, int span) {
        var track = track(unit);
        if (track == null || track.in() == null || !has(track, span)) {
            return Optional.empty();
        }
        var list = track.in();
        int first = list.firstAt(track.spans.start(span), toTime);
        boolean during = first < list.size() && log.toTime(list.get(first)) <= track.spans.end(span);
        int place = track.spans.state(span).isWait()
                ? list.firstAt(track.spans.end(span) + 1, toTime) - 1
                : during ? first : first - 1;
        return place < 0 ? Optional.empty() : Optional.of(from(log.flow(list.get(place))));
    }

    /// The flow that went out first from a unit since the beginning of one of its spans, and the span that it
    /// led to; empty where none did.
    public Optional<Hop> forward(int unit, int span) {
        var track = track(unit);
        if (track == null || track.out() == null || !has(track, span)) {
            return Optional.empty();
        }
        var list = track.out();
        int place = list.firstAt(track.spans.start(span), fromTime);
        return place == list.size() ? Optional.empty() : Optional.of(to(log.flow(list.get(place))));
    }

    /// When another unit did what ended a wait; the end of the wait where that is not known.
    long endedAt(UnitTrack unit, int span) {
        catchUp();
        long end = unit.spans.end(span);
        var list = unit.in();
        if (list != null) {
            for (int place = list.firstAt(end, toTime); place < list.size(); place++) {
                int flow = list.get(place);
                if (log.toTime(flow) > end) {
                    break;
                }
                if (flow < 0 && trace.wakes.span(~flow) == span) {
                    return log.fromTime(flow);
                }
            }
        }
        return end;
    }

    /// The unit that started another one, or `NONE`.
    int startedBy(UnitTrack unit) {
        return first(unit, Links.Kind.START, unit.start() + 1).map(Flow::from).orElse(NONE);
    }

    /// The first task that a unit began.
    Optional<Flow> firstTask(UnitTrack unit) {
        return first(unit, Links.Kind.TASK, Long.MAX_VALUE);
    }

    /// The first of a kind that came to a unit before `end`.
    private Optional<Flow> first(UnitTrack unit, Links.Kind kind, long end) {
        catchUp();
        var list = unit.in();
        int places = list == null ? 0 : list.firstAt(end, toTime);
        for (int place = 0; list != null && place < places; place++) {
            int flow = list.get(place);
            if (flow >= 0 && trace.links.kind(flow) == kind) {
                return Optional.of(log.flow(flow));
            }
        }
        return Optional.empty();
    }

    private Hop from(Flow flow) {
        var from = track(flow.from());
        return new Hop(flow, flow.from(), from == null ? NONE : spanUpTo(from.spans, flow.fromTime()));
    }

    private Hop to(Flow flow) {
        var to = track(flow.to());
        return new Hop(flow, flow.to(), to == null ? NONE : spanFrom(to.spans, flow.toTime()));
    }

    /// The span in which a unit came to do what it did at `time`: at the border of two the first.
    static int spanUpTo(Spans spans, long time) {
        int span = spans.firstEndingAt(time);
        return span < spans.size() && spans.start(span) <= time ? span : NONE;
    }

    /// The span that began with what came at `time`, or in which it came.
    private static int spanFrom(Spans spans, long time) {
        int span = spans.at(time);
        return span == NONE ? spanUpTo(spans, time) : span;
    }

    private Some between(@Nullable FlowList list, IntToLongFunction time, long from, long to, int most) {
        if (list == null) {
            return new Some(List.of(), 0);
        }
        int first = list.firstAt(from, time);
        int end = list.firstAt(to, time);
        var flows = new ArrayList<Flow>();
        for (int place = first; place < end && flows.size() < most; place++) {
            flows.add(log.flow(list.get(place)));
        }
        return new Some(flows, end - first);
    }

    private static boolean has(UnitTrack track, int span) {
        return span >= 0 && span < track.spans.size();
    }

    /// A unit with all that came to it and went out; null where there is none of that number.
    private @Nullable UnitTrack track(int unit) {
        catchUp();
        return unit != NONE && trace.units.has(unit) ? trace.units.get(unit) : null;
    }

    private void catchUp() {
        sortUpTo(Integer.MAX_VALUE);
        if (looked != trace.units.version()) {
            looked = trace.units.version();
            outOfUnknown.entrySet().removeIf(it -> isKnownNow(it.getKey(), it.getValue()));
        }
        linkBlocks.catchUp();
        wakeBlocks.catchUp();
    }

    private void sortUpTo(int most) {
        for (int i = 0; i < most && (links < log.links() || wakes < log.wakes()); i++) {
            boolean link = wakes == log.wakes() || links < log.links() && log.toTime(links) <= log.toTime(~wakes);
            sort(link ? links++ : ~wakes++);
        }
    }

    private void sort(int flow) {
        if (trace.units.has(log.to(flow))) {
            trace.units.get(log.to(flow)).comesIn(flow);
        }
        int from = log.from(flow);
        if (trace.units.has(from)) {
            trace.units.get(from).goesOut(flow);
        } else if (from != NONE) {
            outOfUnknown.computeIfAbsent(from, _ -> new FlowList()).add(flow);
        }
    }

    private boolean isKnownNow(int unit, FlowList flows) {
        if (!trace.units.has(unit)) {
            return false;
        }
        for (int i = 0; i < flows.size(); i++) {
            trace.units.get(unit).goesOut(flows.get(i));
        }
        return true;
    }
}
