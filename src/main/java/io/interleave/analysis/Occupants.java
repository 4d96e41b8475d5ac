package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who had the cores, or of a coroutine the carriers of its loop, while a unit was ready for one.
final class Occupants {

    private final TimelineBuilder trace;
    private final Map<Long, Long> nanos = new HashMap<>();

    Occupants(TimelineBuilder trace) {
        this.trace = trace;
    }

    /// @param most how many are told, those that had them longest
    List<Explanation.Running> during(UnitTrack unit, long from, long to, int most) {
        var loop = unit.group.loop();
        if (loop != null) {
            for (var carrier : trace.carriers.all()) {
                if (carrier.loop.equals(loop.name)) {
                    carrier.advance(trace.now());
                    add(carrier.spans, from, to);
                }
            }
        } else {
            trace.cores.advance(trace.now());
            trace.cores.tracks.forEach(it -> add(it.spans, from, to));
        }
        var all = new ArrayList<Explanation.Running>();
        nanos.forEach((who, time) -> all.add(new Explanation.Running((int) (who >> 32), (int) (long) who, time)));
        all.sort(Comparator.comparingLong(Explanation.Running::nanos)
                .reversed()
                .thenComparingInt(Explanation.Running::unit)
                .thenComparingInt(Explanation.Running::tid));
        return all.subList(0, Math.min(most, all.size()));
    }

    private void add(Spans spans, long from, long to) {
        for (int i = spans.firstEndingAfter(from); i < spans.size() && spans.start(i) < to; i++) {
            if (spans.state(i) != State.UNKNOWN) {
                int unit = spans.object(i);
                int tid = unit == NONE ? (int) spans.value(i) : NONE;
                long time = Math.min(spans.end(i), to) - Math.max(spans.start(i), from);
                nanos.merge((long) unit << 32 | tid & 0xffff_ffffL, time, Long::sum);
            }
        }
    }
}
