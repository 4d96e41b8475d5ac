package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells of the cores as the kernel would: by its records of switches, from which Perfetto makes the rows of
/// its cores and the states of its threads.
///
/// In which state a thread leaves its core, its unit's lane says: one that is ready has been preempted. When a
/// thread that waits was woken is not known (only that it came back), so that there are no records of wake-ups.
final class PerfettoCores {

    /// States of a thread that leaves, as in the kernel's `include/linux/sched.h`.
    private static final int RUNNABLE = 0;

    private static final int SLEEPING = 1;
    private static final int DEAD = 16;

    private static final String IDLE = "swapper";

    private final Timeline timeline;
    private final PerfettoPackets packets;
    private final Map<Integer, Spans> units = new HashMap<>();
    private final Map<Integer, String> names;

    /// @param names of threads, by their numbers
    PerfettoCores(Timeline timeline, List<Lane> lanes, Map<Integer, String> names, PerfettoPackets packets) {
        this.timeline = timeline;
        this.packets = packets;
        this.names = names;
        lanes.stream().filter(Shelf::isUnit).forEach(it -> units.put(it.subject(), it.spans()));
    }

    void write(Lane lane, Pace pace) throws IOException {
        var spans = lane.spans();
        int core = lane.subject();
        for (int span = 0; span < spans.size(); span++) {
            if (spans.state(span) != State.UNKNOWN) {
                int tid = (int) spans.value(span);
                if (!follows(spans, span - 1, span)) {
                    packets.switches(core, spans.start(span), 0, IDLE, RUNNABLE, tid, name(tid));
                }
                boolean isFollowed = follows(spans, span, span + 1);
                int next = isFollowed ? (int) spans.value(span + 1) : 0;
                if (next != tid) {
                    int state = stateAt(spans.object(span), spans.end(span));
                    packets.switches(core, spans.end(span), tid, name(tid), state, next, name(next));
                }
            }
            pace.step();
        }
    }

    /// Whether the core goes over from the one to the other at once. Both may be the same thread with another
    /// unit.
    private static boolean follows(Spans spans, int one, int other) {
        return one >= 0
                && other < spans.size()
                && spans.state(one) != State.UNKNOWN
                && spans.state(other) != State.UNKNOWN
                && spans.end(one) == spans.start(other);
    }

    private String name(int tid) {
        return tid == 0 ? IDLE : names.computeIfAbsent(tid, this::threadName);
    }

    private String threadName(int tid) {
        var name = timeline.threadName(tid);
        return name.isEmpty() ? "thread " + tid : name;
    }

    private int stateAt(int unit, long time) {
        var spans = unit == NONE ? null : units.get(unit);
        if (spans == null) {
            return SLEEPING;
        }
        int span = spans.firstEndingAfter(time);
        if (span == spans.size()) {
            boolean lives = span > 0 && spans.end(span - 1) == timeline.now();
            return lives ? RUNNABLE : DEAD;
        }
        return switch (spans.state(span)) {
            case READY, RUNNING, ACTIVE -> RUNNABLE;
            default -> SLEEPING;
        };
    }
}
