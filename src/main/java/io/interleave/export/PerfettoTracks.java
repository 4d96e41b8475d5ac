package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.UnitKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tracks of a run for Perfetto, their numbers and names. All lie in the engine's process but those of
/// other processes: a unit that has a thread of its own is on that one's track, beside what the cores tell of
/// it; any other lane has a track of its own under its {@link Shelf}.
final class PerfettoTracks {

    /// That of the engine's process.
    static final long ENGINE = 1;

    /// Tracks of shelves are numbered from here, those of lanes, and further ones.
    private static final long SHELVES = 10;

    private static final long LANES = 100;
    private static final long OTHERS = 1L << 32;

    private final Timeline timeline;
    private final List<Lane> lanes;
    private final PerfettoPackets packets;
    private final int pid;

    /// The threads of units, by the ids of those.
    private final Map<Integer, Integer> tids = new HashMap<>();

    /// Units that are processes of their own.
    private final Set<Integer> processUnits = new HashSet<>();

    private final Set<Integer> processes = new HashSet<>();
    private final Map<Integer, String> threadNames = new HashMap<>();
    private final Map<Integer, Long> units = new HashMap<>();
    private final Map<String, Long> counters = new HashMap<>();
    private long others = OTHERS;

    PerfettoTracks(Timeline timeline, List<Lane> lanes, PerfettoPackets packets) {
        this.timeline = timeline;
        this.lanes = lanes;
        this.packets = packets;
        pid = timeline.run().map(it -> (int) it.pid()).orElse(1);
        for (var unit : timeline.unitTimes(Export.MOST_UNITS)) {
            if (unit.tid() != NONE) {
                tids.put(unit.unit(), unit.tid());
            }
            if (unit.kind() == UnitKind.PROCESS) {
                processUnits.add(unit.unit());
            }
        }
        lanes.stream().filter(it -> it.kind() == Lane.Kind.CORE).forEach(it -> children(it.spans()));
    }

    /// The threads and processes of child processes: of them the cores tell which they are.
    private void children(Spans core) {
        for (int span = 0; span < core.size(); span++) {
            if (core.object(span) < NONE) {
                tids.put(core.object(span), (int) core.value(span));
            }
        }
    }

    /// Describes the tracks of all lanes; those of counters are described when they are first asked for.
    ///
    /// @param title of the run
    void describe(String title) throws IOException {
        packets.process(pid, title);
        packets.processTrack(ENGINE, pid, title);
        for (var shelf : Shelf.values()) {
            if (lanes.stream().anyMatch(it -> Shelf.of(it) == shelf)) {
                packets.namedTrack(ofShelf(shelf), ENGINE, shelf.ordinal(), shelf.title());
            }
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            describe(lanes.get(lane), lane);
        }
    }

    private void describe(Lane lane, int number) throws IOException {
        switch (lane.kind()) {
            case UNIT, CHILD -> {
                units.put(lane.subject(), ofLane(number));
                unit(lane, number);
            }
            case CARRIER -> thread(ofLane(number), pid, lane.subject(), lane.name());
            case CORE, LOCK, VARIABLE -> {
                if (Shelf.hasSlices(lane, timeline)) {
                    packets.namedTrack(ofLane(number), ofShelf(Shelf.of(lane)), number, lane.name());
                }
            }
            case GROUP, LEVEL -> {}
        }
    }

    private void unit(Lane lane, int number) throws IOException {
        int tid = tids.getOrDefault(lane.subject(), NONE);
        if (tid == NONE) {
            packets.namedTrack(ofLane(number), ofShelf(Shelf.UNITS), number, lane.name());
            return;
        }
        int told = timeline.pidOf(tid);
        int process = processUnits.contains(lane.subject()) ? tid : told == NONE ? pid : told;
        if (process != pid && processes.add(process)) {
            packets.process(process, lane.name());
            packets.processTrack(++others, process, lane.name());
        }
        thread(ofLane(number), process, tid, lane.name());
    }

    private void thread(long track, int process, int tid, String name) throws IOException {
        threadNames.put(tid, name);
        packets.thread(process, tid, name);
        packets.threadTrack(track, process, tid, name);
    }

    private static long ofShelf(Shelf shelf) {
        return SHELVES + shelf.ordinal();
    }

    /// @param number among the lanes
    static long ofLane(int number) {
        return LANES + number;
    }

    /// Whether a unit has a lane, and so a track.
    boolean has(int unit) {
        return units.containsKey(unit);
    }

    /// That of all units for one that has no lane.
    long ofUnit(int unit) {
        return units.getOrDefault(unit, ofShelf(Shelf.UNITS));
    }

    /// @param unit of what is counted; empty where it is a plain number
    long ofCounter(String name, String unit) throws IOException {
        var known = counters.get(name);
        if (known != null) {
            return known;
        }
        long track = ++others;
        counters.put(name, track);
        packets.counterTrack(track, ENGINE, counters.size(), name, unit);
        return track;
    }

    /// The names of threads by their numbers, of those that have a track.
    Map<Integer, String> threadNames() {
        return threadNames;
    }
}
