package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Census;
import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Level;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.UnitKind;
import io.interleave.analysis.UnitTimes;
import io.interleave.model.Value;
import io.interleave.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A run as a trace of Perfetto:
///
/// | what                                    | packets                                                      |
/// |-----------------------------------------|--------------------------------------------------------------|
/// | who is on which core, states of threads | the kernel's records of switches: {@link PerfettoCores}      |
/// | spans of units                          | slices, on the thread's own track where the unit has one     |
/// | spans of cores, carriers, locks         | slices on named tracks                                       |
/// | levels, variables, bytes, units by state| counters                                                     |
/// | arrows                                  | an instant at each end, tied by a flow                       |
/// | signals, output and the like            | instants                                                     |
///
/// Slices carry what else is known as debug annotations. Of more than 10,000 units, those of large groups are
/// told by the counters of their group.
final class PerfettoExport implements AutoCloseable {

    private static final long ENGINE = 1;

    /// Tracks of shelves are numbered from here, those of lanes, and further ones.
    private static final long SHELVES = 10;

    private static final long LANES = 100;
    private static final long OTHERS = 1L << 32;

    private final KeptRun run;
    private final Timeline timeline;
    private final List<Lane> lanes;
    private final SpanNotes notes;
    private final PerfettoPackets packets;
    private final Pace pace;
    private final int pid;
    private final Map<Integer, UnitTimes> units = new HashMap<>();

    /// The threads of units, by the ids of those.
    private final Map<Integer, Integer> tids = new HashMap<>();

    /// Processes that have been told of.
    private final Set<Integer> processes = new HashSet<>();

    /// Names of threads by their numbers.
    private final Map<Integer, String> threads = new HashMap<>();

    /// Of units by their ids.
    private final Map<Integer, Long> tracks = new HashMap<>();

    private final Map<String, Long> counters = new HashMap<>();
    private long others = OTHERS;
    private long arrows;

    private PerfettoExport(KeptRun run, Path file, Export.Progress progress) throws IOException {
        this.run = run;
        timeline = run.timeline();
        lanes = timeline.lanes(Export.MOST_UNITS);
        notes = new SpanNotes(timeline);
        pid = timeline.run().map(it -> (int) it.pid()).orElse(1);
        timeline.unitTimes(Export.MOST_UNITS).forEach(it -> units.put(it.unit(), it));
        units.values().stream().filter(it -> it.tid() != NONE).forEach(it -> tids.put(it.unit(), it.tid()));
        lanes.stream().filter(it -> it.kind() == Lane.Kind.CORE).forEach(it -> children(it.spans()));
        pace = new Pace(
                progress, lanes.stream().mapToLong(it -> it.spans().size()).sum());
        packets = new PerfettoPackets(Files.newOutputStream(file));
    }

    static void write(KeptRun run, Path file, Export.Progress progress) throws IOException {
        try (var export = new PerfettoExport(run, file, progress)) {
            export.write();
        }
    }

    private void write() throws IOException {
        packets.clocks(
                timeline.run().map(Definition.Run::clockStart).orElse(timeline.start()),
                timeline.run().map(Definition.Run::epochMillis).orElse(0L));
        packets.process(pid, "Interleave: " + run.title());
        packets.processTrack(ENGINE, pid, "Interleave: " + run.title());
        for (var shelf : Shelf.values()) {
            if (lanes.stream().anyMatch(it -> Shelf.of(it) == shelf)) {
                packets.namedTrack(shelf(shelf), ENGINE, shelf.ordinal(), shelf.title());
            }
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            describe(lanes.get(lane), lane);
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            lane(lanes.get(lane), LANES + lane);
        }
        var cores = new PerfettoCores(timeline, lanes, threads, packets);
        for (var lane : lanes) {
            if (lane.kind() == Lane.Kind.CORE) {
                cores.write(lane, pace);
            }
        }
        Arrows.each(timeline, this::arrow);
        Moments.each(run.trace(), new Instants());
    }

    /// The threads and processes of child processes: of them the cores tell which they are.
    private void children(Spans core) {
        for (int span = 0; span < core.size(); span++) {
            if (core.object(span) < NONE) {
                tids.put(core.object(span), (int) core.value(span));
            }
        }
    }

    private static long shelf(Shelf shelf) {
        return SHELVES + shelf.ordinal();
    }

    private void describe(Lane lane, int rank) throws IOException {
        long track = LANES + rank;
        switch (lane.kind()) {
            case UNIT, CHILD -> {
                tracks.put(lane.subject(), track);
                unit(lane, track, rank);
            }
            case CARRIER -> thread(track, pid, lane.subject(), lane.name());
            case CORE, LOCK, VARIABLE -> {
                if (Shelf.hasSlices(lane, timeline)) {
                    packets.namedTrack(track, shelf(Shelf.of(lane)), rank, lane.name());
                }
            }
            case GROUP, LEVEL -> {}
        }
    }

    /// On the track of its thread, where it has one of its own.
    private void unit(Lane lane, long track, int rank) throws IOException {
        int tid = tids.getOrDefault(lane.subject(), NONE);
        if (tid == NONE) {
            packets.namedTrack(track, shelf(Shelf.UNITS), rank, lane.name());
            return;
        }
        int told = timeline.pidOf(tid);
        var unit = units.get(lane.subject());
        int process = unit != null && unit.kind() == UnitKind.PROCESS ? tid : told == NONE ? pid : told;
        if (process != pid && processes.add(process)) {
            packets.process(process, lane.name());
            packets.processTrack(++others, process, lane.name());
        }
        thread(track, process, tid, lane.name());
    }

    private void thread(long track, int process, int tid, String name) throws IOException {
        threads.put(tid, name);
        packets.thread(process, tid, name);
        packets.threadTrack(track, process, tid, name);
    }

    private void lane(Lane lane, long track) throws IOException {
        if (Shelf.hasSlices(lane, timeline)) {
            slices(lane, track);
        } else if (lane.census().isPresent()) {
            crowd(lane, lane.census().get());
        } else if (lane.kind() == Lane.Kind.LEVEL) {
            level(lane);
        } else {
            variable(lane);
        }
    }

    private void slices(Lane lane, long track) throws IOException {
        var spans = lane.spans();
        var category = Word.of(lane.kind());
        for (int span = 0; span < spans.size(); span++) {
            packets.beginSlice(track, spans.start(span), notes.name(lane, span), category);
            notes.tell(lane, span, packets);
            packets.endEvent();
            packets.endSlice(track, spans.end(span));
            pace.step();
        }
    }

    private void level(Lane lane) throws IOException {
        var spans = lane.spans();
        boolean isPool = timeline.resourceWord(lane.subject()).equals("pool");
        long amount = counter(lane.name(), "");
        long waiting = counter(lane.name() + (isPool ? ": busy" : ": waiting"), "units");
        for (int span = 0; span < spans.size(); span++) {
            packets.counter(amount, spans.start(span), Level.amount(spans.value(span)));
            packets.counter(waiting, spans.start(span), Level.others(spans.value(span)));
            pace.step();
        }
    }

    private void variable(Lane lane) throws IOException {
        var spans = lane.spans();
        if (spans.size() == 0) {
            return;
        }
        long track = counter(lane.name(), "");
        for (int span = 0; span < spans.size(); span++) {
            switch (timeline.value(lane.subject(), spans.value(span))) {
                case Value.Whole(long whole) -> packets.counter(track, spans.start(span), whole);
                case Value.Time(long nanos) -> packets.counter(track, spans.start(span), nanos);
                case Value.Truth(boolean truth) -> packets.counter(track, spans.start(span), truth ? 1 : 0);
                case Value.Decimal(double decimal) -> packets.counter(track, spans.start(span), decimal);
                case Value.Text _ -> {}
            }
            pace.step();
        }
    }

    private void crowd(Lane lane, Census census) throws IOException {
        var byState = new long[State.values().length];
        for (var state : State.values()) {
            if (Shelf.isOfUnits(state)) {
                byState[state.ordinal()] = counter("%s: %s".formatted(lane.name(), Word.of(state)), "units");
            }
        }
        Crowds.each(census, timeline.now(), (time, counts) -> {
            for (int state = 0; state < byState.length; state++) {
                if (byState[state] != 0) {
                    packets.counter(byState[state], time, counts[state]);
                }
            }
        });
    }

    /// The track of a counter, which is described when it is first asked for.
    private long counter(String name, String unit) throws IOException {
        var known = counters.get(name);
        if (known != null) {
            return known;
        }
        long track = ++others;
        counters.put(name, track);
        packets.counterTrack(track, ENGINE, counters.size(), name, unit);
        return track;
    }

    private void arrow(Flow arrow) throws IOException {
        arrows++;
        end(arrow, true);
        end(arrow, false);
    }

    private void end(Flow arrow, boolean begins) throws IOException {
        long track = track(begins ? arrow.from() : arrow.to());
        long time = begins ? arrow.fromTime() : arrow.toTime();
        packets.instant(track, time, Word.of(arrow.kind()), "arrow");
        if (arrow.resource() != NONE) {
            packets.text("resource", notes.resource(arrow.resource()));
        }
        if (begins) {
            packets.text("to", notes.unit(arrow.to()));
            packets.arrowFrom(arrows);
        } else {
            packets.text("from", notes.unit(arrow.from()));
            packets.arrowTo(arrows);
        }
        packets.endEvent();
    }

    /// That of all units for one that has no lane.
    private long track(int unit) {
        return tracks.getOrDefault(unit, shelf(Shelf.UNITS));
    }

    private final class Instants implements Moments.Taker {
        @Override
        public void moment(long time, String word, int unit, int object, String text) throws IOException {
            packets.instant(unit == NONE ? ENGINE : track(unit), time, word, "moment");
            if (object != NONE) {
                packets.text("resource", notes.resource(object));
            }
            if (!text.isEmpty()) {
                packets.text("text", text);
            }
            packets.endEvent();
            pace.step();
        }

        @Override
        public void bytes(long time, int unit, String stream, long sum) throws IOException {
            packets.counter(counter("%s: bytes of %s".formatted(notes.unit(unit), stream), "bytes"), time, sum);
        }
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
