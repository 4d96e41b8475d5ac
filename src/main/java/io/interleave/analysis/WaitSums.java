package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The waits of units from one moment until before another, cut off there: all together, and by what they were
/// for.
final class WaitSums {

    private final long from;
    private final long to;
    private final Durations all = new Durations();
    private final Map<Integer, Durations> byResource = new HashMap<>();

    WaitSums(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /// All waits of a unit.
    void add(Spans spans) {
        add(spans, Set.of(), true);
    }

    /// Those for one of these resources.
    void add(Spans spans, Set<Integer> resources) {
        add(spans, resources, false);
    }

    private void add(Spans spans, Set<Integer> resources, boolean any) {
        for (int i = spans.firstEndingAfter(from); i < spans.size() && spans.start(i) < to; i++) {
            if (!isWait(spans, i)) {
                continue;
            }
            int resource = spans.object(i);
            long nanos = clipped(spans, i);
            while (i + 1 < spans.size() && spans.start(i + 1) < to && goesOn(spans, i)) {
                nanos += clipped(spans, ++i);
            }
            if (any || resource != NONE && resources.contains(resource)) {
                all.add(nanos);
                byResource.computeIfAbsent(resource, _ -> new Durations()).add(nanos);
            }
        }
    }

    private static boolean isWait(Spans spans, int span) {
        return Waits.meaning(spans.state(span), spans.value(span)).isWait();
    }

    /// Whether the next span goes on with the wait of this one, as where one that spins changes its core.
    private static boolean goesOn(Spans spans, int span) {
        return isWait(spans, span + 1)
                && spans.object(span + 1) == spans.object(span)
                && spans.step(span + 1) == spans.step(span)
                && Waits.end(spans.value(span)).isEmpty()
                && Waits.cause(spans.value(span)) == NONE;
    }

    private long clipped(Spans spans, int span) {
        return Math.min(spans.end(span), to) - Math.max(spans.start(span), from);
    }

    Figures.Distribution distribution() {
        return all.distribution();
    }

    /// The longest in sum first.
    List<Figures.ResourceWaits> byResource() {
        var waits = new ArrayList<Figures.ResourceWaits>();
        byResource.forEach((resource, of) -> waits.add(new Figures.ResourceWaits(resource, of.distribution())));
        waits.sort(Comparator.comparingLong(
                        (Figures.ResourceWaits it) -> it.waits().sum())
                .reversed()
                .thenComparingInt(Figures.ResourceWaits::resource));
        return List.copyOf(waits);
    }
}
