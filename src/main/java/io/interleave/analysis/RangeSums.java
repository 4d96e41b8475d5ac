package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/// Sums up what some lanes did from one moment until before another. Looks at each span of the lanes in that
/// time once or twice, and where resources are among them, at each of all units.
final class RangeSums implements Portions {

    private static final State[] STATES = State.values();
    private static final int MOST_SHARES = 100;

    private final TimelineBuilder trace;
    private final long from;
    private final long to;
    private final long[] states = new long[STATES.length];
    private final WaitSums waits;
    private final BitSet units = new BitSet();
    private final Set<Integer> programs = new HashSet<>();
    private final Set<Integer> resources = new HashSet<>();
    private final Map<Integer, long[]> shares = new HashMap<>();
    private long[] cores = new long[8];
    private long spanCount;
    private long preemptions;
    private long migrations;
    private long switches;
    private long items;
    private long tasks;

    /// What is still to be done, in this order.
    private final Queue<Runnable> parts = new ArrayDeque<>();

    private final List<Figures.Depth> depths = new ArrayList<>();
    private long looked;

    RangeSums(TimelineBuilder trace, List<Lane> lanes, long from, long to) {
        this.trace = trace;
        this.from = from;
        this.to = to;
        waits = new WaitSums(from, to);
        trace.advance();
        lanes.forEach(this::plan);
        parts.add(this::planWaitsOfOthers);
        trace.cores.tracks.forEach(it -> parts.add(() -> countSwitches(it)));
        parts.add(() -> items = passed(Links.Kind.ITEM));
        parts.add(() -> tasks = passed(Links.Kind.TASK));
    }

    private void plan(Lane lane) {
        switch (lane.kind()) {
            case UNIT, CHILD -> parts.add(() -> trace.shownUnit(lane.subject()).ifPresent(this::add));
            case GROUP -> planGroup(lane.subject());
            case CORE, CARRIER -> parts.add(() -> addShares(lane.spans()));
            case LOCK -> {
                parts.add(() -> addShares(lane.spans()));
                resources.add(lane.subject());
            }
            case LEVEL -> {
                parts.add(() -> addDepth(lane));
                resources.add(lane.subject());
            }
            case VARIABLE -> parts.add(() -> addStates(lane.spans()));
        }
    }

    private void planGroup(int number) {
        for (var group : trace.units.groups()) {
            if (group.number == number) {
                group.units().forEach(it -> parts.add(() -> add(it)));
            }
        }
    }

    private void planWaitsOfOthers() {
        if (!resources.isEmpty()) {
            trace.units.all().forEach(it -> parts.add(() -> addWaitsOfOther(it)));
        }
    }

    @Override
    public boolean goOn(int size) {
        long end = looked + size;
        for (var part = parts.poll(); part != null; part = parts.poll()) {
            part.run();
            looked++;
            if (looked >= end) {
                return false;
            }
        }
        return true;
    }

    /// Each unit once, also where it and its group are both among the lanes.
    private void add(UnitTrack unit) {
        if (unit.id < 0 ? !programs.add(unit.id) : units.get(unit.id)) {
            return;
        }
        if (unit.id >= 0) {
            units.set(unit.id);
        }
        unit.advance(trace.now());
        var spans = unit.spans;
        int first = spans.firstEndingAfter(from);
        int lastCore = coreBefore(spans, first);
        preemptions += first > 0 && spans.end(first - 1) == from && wasPreempted(unit, first - 1) ? 1 : 0;
        for (int i = first; i < spans.size() && spans.start(i) < to; i++) {
            var state = spans.state(i);
            long nanos = clipped(spans, i);
            looked++;
            spanCount++;
            states[state.ordinal()] += nanos;
            int core = spans.core(i);
            if (core >= 0) {
                countCore(core, nanos);
            }
            if (state == State.RUNNING) {
                migrations += lastCore != NONE && core != lastCore && spans.start(i) >= from ? 1 : 0;
                lastCore = core;
            }
            preemptions += wasPreempted(unit, i) ? 1 : 0;
        }
        waits.add(spans);
    }

    /// The core that it last ran on before a span.
    private static int coreBefore(Spans spans, int span) {
        for (int i = Math.min(span, spans.size()) - 1; i >= 0; i--) {
            if (spans.state(i) == State.RUNNING) {
                return spans.core(i);
            }
        }
        return NONE;
    }

    private boolean wasPreempted(UnitTrack unit, int span) {
        var spans = unit.spans;
        return spans.state(span) == State.RUNNING
                && spans.end(span) < to
                && span + 1 < spans.size()
                && spans.state(span + 1) == State.READY
                && !unit.group.kind.roams();
    }

    private void countCore(int core, long nanos) {
        if (core >= cores.length) {
            cores = Arrays.copyOf(cores, core + 1);
        }
        cores[core] += nanos;
    }

    private void addWaitsOfOther(UnitTrack unit) {
        if (!contains(unit.id)) {
            unit.advance(trace.now());
            waits.add(unit.spans, resources);
            looked += unit.spans.size();
        }
    }

    private void addStates(Spans spans) {
        for (int i = spans.firstEndingAfter(from); i < spans.size() && spans.start(i) < to; i++) {
            looked++;
            spanCount++;
            states[spans.state(i).ordinal()] += clipped(spans, i);
        }
    }

    private void addDepth(Lane lane) {
        var spans = lane.spans();
        addStates(spans);
        long changes = 0;
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        double sum = 0;
        long nanos = 0;
        for (int i = spans.firstEndingAfter(from); i < spans.size() && spans.start(i) < to; i++) {
            int amount = Level.amount(spans.value(i));
            boolean changed = spans.start(i) >= from && i > 0 && Level.amount(spans.value(i - 1)) != amount;
            changes += changed ? 1 : 0;
            least = Math.min(least, amount);
            most = Math.max(most, amount);
            sum += (double) amount * clipped(spans, i);
            nanos += clipped(spans, i);
        }
        if (nanos > 0) {
            depths.add(new Figures.Depth(lane.subject(), changes, least, sum / nanos, most));
        }
    }

    private void addShares(Spans spans) {
        addStates(spans);
        for (int i = spans.firstEndingAfter(from); i < spans.size() && spans.start(i) < to; i++) {
            if (spans.state(i) != State.OFF && spans.state(i) != State.UNKNOWN) {
                shares.computeIfAbsent(spans.object(i), _ -> new long[1])[0] += clipped(spans, i);
            }
        }
    }

    private long clipped(Spans spans, int span) {
        return Math.min(spans.end(span), to) - Math.max(spans.start(span), from);
    }

    /// To be asked when all is done.
    Figures figures() {
        return new Figures(
                from,
                to,
                units.cardinality() + programs.size(),
                spanCount,
                stateTimes(),
                waits.distribution(),
                waits.byResource(),
                coreTimes(),
                shareList(),
                switches,
                preemptions,
                migrations,
                trace.told.cores.map(Definition.Cores::source).equals(Optional.of(CoreSource.EXACT)),
                items,
                tasks,
                List.copyOf(depths));
    }

    private Map<State, Long> stateTimes() {
        var times = new EnumMap<State, Long>(State.class);
        for (var state : STATES) {
            if (states[state.ordinal()] > 0) {
                times.put(state, states[state.ordinal()]);
            }
        }
        return times;
    }

    private Map<Integer, Long> coreTimes() {
        var times = new TreeMap<Integer, Long>();
        for (int core = 0; core < cores.length; core++) {
            if (cores[core] > 0) {
                times.put(core, cores[core]);
            }
        }
        return times;
    }

    private List<Figures.Share> shareList() {
        return shares.entrySet().stream()
                .map(it -> new Figures.Share(it.getKey(), it.getValue()[0]))
                .sorted(Comparator.comparingLong(Figures.Share::nanos)
                        .reversed()
                        .thenComparingInt(Figures.Share::unit))
                .limit(MOST_SHARES)
                .toList();
    }

    private void countSwitches(CoreTrack core) {
        var spans = core.spans;
        for (int i = spans.firstEndingAt(from); i < spans.size() && spans.start(i) < to; i++) {
            switches += contains(spans.object(i)) && spans.end(i) < to && core.wasLeftAfter(i) ? 1 : 0;
        }
    }

    private boolean contains(int unit) {
        return unit >= 0 ? units.get(unit) : programs.contains(unit);
    }

    private long passed(Links.Kind kind) {
        var links = trace.links;
        long count = 0;
        for (int i = links.firstAt(from); i < links.size() && links.toTime(i) < to; i++) {
            count += links.kind(i) == kind && (contains(links.to(i)) || resources.contains(links.resource(i))) ? 1 : 0;
        }
        return count;
    }
}
