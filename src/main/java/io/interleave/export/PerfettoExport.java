package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Census;
import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Level;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.model.Value;
import io.interleave.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
/// | the run's title, knobs, end             | an instant at its beginning, on the engine's track           |
///
/// Slices carry what else is known as debug annotations. Of more than 10,000 units, those of large groups are
/// told by the counters of their group, and of each the first few by slices too.
final class PerfettoExport implements AutoCloseable {

    private final KeptRun run;
    private final Timeline timeline;
    private final List<Lane> lanes;
    private final SpanNotes notes;
    private final PerfettoPackets packets;
    private final PerfettoTracks tracks;
    private final Pace pace;
    private long arrows;

    private PerfettoExport(KeptRun run, Path file, Export.Progress progress) throws IOException {
        this.run = run;
        timeline = run.timeline();
        lanes = timeline.lanes(Export.MOST_UNITS);
        notes = new SpanNotes(timeline);
        pace = new Pace(
                progress, lanes.stream().mapToLong(it -> it.spans().size()).sum());
        packets = new PerfettoPackets(Files.newOutputStream(file));
        tracks = new PerfettoTracks(timeline, lanes, packets);
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
        tracks.describe("Interleave: " + run.title());
        packets.instant(PerfettoTracks.ENGINE, timeline.start(), "run", "run");
        RunNotes.tell(run, packets);
        packets.endEvent();
        for (int lane = 0; lane < lanes.size(); lane++) {
            lane(lanes.get(lane), PerfettoTracks.ofLane(lane));
        }
        var cores = new PerfettoCores(timeline, lanes, tracks.threadNames(), packets);
        for (var lane : lanes) {
            if (lane.kind() == Lane.Kind.CORE) {
                cores.write(lane, pace);
            }
        }
        Arrows.each(timeline, this::arrow);
        Moments.each(run.trace(), new Instants());
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
        long amount = tracks.ofCounter(lane.name(), "");
        long waiting = tracks.ofCounter(lane.name() + (isPool ? ": busy" : ": waiting"), "units");
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
        long track = tracks.ofCounter(lane.name(), "");
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
                byState[state.ordinal()] = tracks.ofCounter("%s: %s".formatted(lane.name(), Word.of(state)), "units");
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

    private void arrow(Flow arrow) throws IOException {
        arrows++;
        end(arrow, true);
        end(arrow, false);
    }

    private void end(Flow arrow, boolean begins) throws IOException {
        long track = tracks.ofUnit(begins ? arrow.from() : arrow.to());
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

    private final class Instants implements Moments.Taker {
        @Override
        public void moment(long time, String word, int unit, int object, String text) throws IOException {
            if (unit != NONE && !tracks.has(unit)) {
                return;
            }
            packets.instant(unit == NONE ? PerfettoTracks.ENGINE : tracks.ofUnit(unit), time, word, "moment");
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
            packets.counter(
                    tracks.ofCounter("%s: bytes of %s".formatted(notes.unit(unit), stream), "bytes"), time, sum);
        }
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
