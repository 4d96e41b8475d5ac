package io.interleave.view.timeline;

import io.interleave.analysis.Census;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the units of the whole run spent their time, in a few hundred stretches of equal length, for the
/// minimap. Costs only what is new since the last look: sums are kept of all spans but the last of each lane,
/// which may still grow. When the run outgrows the stretches, they join in pairs.
final class RunSummary {

    static final int STRETCHES = 512;

    private static final int STATES = Ink.FIRST_UNIT;

    /// What the cores ran for less than this part of the run is lost among what the units did.
    private static final long NOTABLE = 200;

    private final long start;
    private final Map<Spans, Integer> settled = new IdentityHashMap<>();
    private final double[] sums = new double[STRETCHES * STATES];
    private final int[] conflicts = new int[STRETCHES];
    private int conflictsCounted;
    private int seen;
    private long others;
    private long length = 1 << 12;

    RunSummary(long start) {
        this.start = start;
    }

    /// @param length of a stretch in nanoseconds
    /// @param sums nanoseconds by stretch and state
    /// @param conflicts by stretch
    /// @param seen which states there are, as bits by `Ink`, and whether cores ran what is none of the units for
    /// long enough to be seen
    record Result(long start, long length, double[] sums, int[] conflicts, int seen) {

        static final Result NONE = new Result(0, 1, new double[STRETCHES * STATES], new int[STRETCHES], 0);

        double sum(int stretch, int state) {
            return sums[stretch * STATES + state];
        }
    }

    /// Reads what is new. To be called under the timeline's look.
    Result update(Source source) {
        while (source.now() - start >= length * STRETCHES) {
            joinPairs();
        }
        List<Lane> lanes = source.lanes();
        Set<String> counted = counted(lanes);
        for (Lane lane : lanes) {
            if (isCounted(lane, counted)) {
                continue;
            }
            Spans spans = lane.spans();
            int from = settled.getOrDefault(spans, 0);
            int to = Math.max(from, spans.size() - 1);
            if (lane.kind() == Lane.Kind.CORE) {
                others += others(spans, from, to);
            }
            add(lane, from, to, sums);
            settled.put(spans, to);
        }
        LostUpdates lost = source.lostUpdates();
        for (; conflictsCounted < lost.size(); conflictsCounted++) {
            conflicts[stretch(lost.overwriterWriteTime(conflictsCounted))]++;
        }
        double[] all = sums.clone();
        for (Lane lane : lanes) {
            if (!isCounted(lane, counted)) {
                add(lane, settled.getOrDefault(lane.spans(), 0), lane.spans().size(), all);
            }
            lane.census().ifPresent(it -> add(it, source.now(), all));
        }
        boolean isOther = others > 0 && others >= (source.now() - start) / NOTABLE;
        return new Result(start, length, all, conflicts.clone(), isOther ? seen | 1 << Ink.OTHER : seen);
    }

    /// How many units the lanes stand for.
    static int units(List<Lane> lanes) {
        Set<String> counted = counted(lanes);
        int units = 0;
        for (Lane lane : lanes) {
            boolean counts = lane.kind() == Lane.Kind.GROUP || lane.kind() == Lane.Kind.UNIT;
            units += counts && !isCounted(lane, counted) ? lane.units() : 0;
        }
        return units;
    }

    /// The groups of which all units are counted together.
    private static Set<String> counted(List<Lane> lanes) {
        Set<String> groups = new HashSet<>();
        for (Lane lane : lanes) {
            if (lane.kind() == Lane.Kind.GROUP) {
                groups.add(lane.group());
            }
        }
        return groups;
    }

    private static boolean isCounted(Lane lane, Set<String> groups) {
        return lane.kind() == Lane.Kind.UNIT && groups.contains(lane.group());
    }

    private void add(Census census, long now, double[] into) {
        long[] before = new long[State.values().length];
        long[] after = new long[before.length];
        census.until(start, before);
        for (int stretch = 0; stretch < STRETCHES && start + stretch * length < now; stretch++) {
            census.until(Math.min(now, start + (stretch + 1) * length), after);
            for (int state = 0; state < after.length; state++) {
                into[stretch * STATES + state] += after[state] - before[state];
                seen |= after[state] > 0 ? 1 << state : 0;
            }
            System.arraycopy(after, 0, before, 0, after.length);
        }
    }

    private void add(Lane lane, int from, int to, double[] into) {
        Spans spans = lane.spans();
        boolean unit = lane.kind() == Lane.Kind.UNIT;
        if (!unit && lane.kind() != Lane.Kind.LOCK) {
            return;
        }
        for (int index = from; index < to; index++) {
            int state = spans.state(index).ordinal();
            seen |= 1 << state;
            if (!unit) {
                continue;
            }
            long begin = spans.start(index);
            long end = spans.end(index);
            int stretch = stretch(begin);
            long stretchEnd = start + (stretch + 1) * length;
            while (end > stretchEnd && stretch < STRETCHES - 1) {
                into[stretch * STATES + state] += stretchEnd - begin;
                begin = stretchEnd;
                stretchEnd += length;
                stretch++;
            }
            into[stretch * STATES + state] += end - begin;
        }
    }

    /// How long a core ran what is none of the units. Not in its last span: to which unit a thread belongs may be
    /// told later.
    private static long others(Spans spans, int from, int to) {
        long time = 0;
        for (int index = from; index < to; index++) {
            if (Ink.of(Lane.Kind.CORE, spans, index) == Ink.OTHER) {
                time += spans.end(index) - spans.start(index);
            }
        }
        return time;
    }

    private int stretch(long time) {
        return Math.clamp((time - start) / length, 0, STRETCHES - 1);
    }

    private void joinPairs() {
        length *= 2;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            for (int state = 0; state < STATES; state++) {
                sums[stretch * STATES + state] = stretch < STRETCHES / 2
                        ? sums[stretch * 2 * STATES + state] + sums[(stretch * 2 + 1) * STATES + state]
                        : 0;
            }
            conflicts[stretch] = stretch < STRETCHES / 2 ? conflicts[stretch * 2] + conflicts[stretch * 2 + 1] : 0;
        }
    }
}
