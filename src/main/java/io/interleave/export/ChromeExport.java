package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Level;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A run in Chrome's trace event format (the object form), which speedscope, Perfetto and Chrome itself read:
///
/// | what                                       | events                                        |
/// |--------------------------------------------|-----------------------------------------------|
/// | spans of units, cores, carriers, locks     | `X`, one after the other within their lane    |
/// | levels, variables, bytes, units by state   | `C`                                           |
/// | arrows                                     | `s` and `f` with the same id                  |
/// | signals, output and the like               | `i`                                           |
/// | names and order of lanes                   | `M`                                           |
/// | the run's title, knobs, end                | metadata                                      |
///
/// The format has two levels, processes and threads: here a process is a {@link Shelf}, and in it each lane a
/// thread, numbered from 1 (viewers take 0 for an idle core). The units are the first process, which is what
/// speedscope opens with; where processes are sorted, the cores come first. A counter has a last sample at the
/// end of the run, since nothing is drawn behind the last one. Times count from the earliest that there is; how
/// far that lies before the run's own beginning stands in the metadata. Of more than 10,000 units, those of
/// large groups are told by the counter of their group, and of each the first few by spans too.
///
/// speedscope takes a file whose name ends with `.chrome.json` for something else; any other name will do.
final class ChromeExport implements AutoCloseable {

    private final KeptRun run;
    private final Timeline timeline;
    private final List<Lane> lanes;
    private final SpanNotes notes;
    private final ChromeJson json;
    private final Pace pace;
    private final long base;

    private final ChromeArrows arrows;

    private ChromeExport(KeptRun run, Path file, Export.Progress progress) throws IOException {
        this.run = run;
        timeline = run.timeline();
        lanes = timeline.lanes(Export.MOST_UNITS);
        notes = new SpanNotes(timeline);
        base = lanes.stream()
                .filter(it -> it.spans().size() > 0)
                .mapToLong(it -> it.spans().start(0))
                .reduce(timeline.start(), Math::min);
        pace = new Pace(
                progress, lanes.stream().mapToLong(it -> it.spans().size()).sum());
        json = new ChromeJson(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), base);
        arrows = new ChromeArrows(json, notes, pid(Shelf.UNITS));
    }

    static void write(KeptRun run, Path file, Export.Progress progress) throws IOException {
        try (var export = new ChromeExport(run, file, progress)) {
            export.write();
        }
    }

    private void write() throws IOException {
        json.begin();
        for (var shelf : Shelf.values()) {
            if (lanes.stream().anyMatch(it -> Shelf.of(it) == shelf)) {
                json.processName(pid(shelf), shelf.rank(), shelf.title());
            }
        }
        json.processLabel(pid(Shelf.UNITS), run.title());
        var used = new int[Shelf.values().length];
        for (var lane : lanes) {
            var shelf = Shelf.of(lane);
            int tid = ++used[shelf.ordinal()];
            if (Shelf.isUnit(lane)) {
                arrows.unit(lane.subject(), tid, lane.spans());
            }
            lane(lane, pid(shelf), tid);
        }
        Arrows.each(timeline, arrows::write);
        Moments.each(run.trace(), new Instants());
        metadata();
        json.end();
    }

    private static int pid(Shelf shelf) {
        return shelf.ordinal() + 1;
    }

    private void lane(Lane lane, int pid, int tid) throws IOException {
        if (Shelf.hasSlices(lane, timeline)) {
            json.threadName(pid, tid, lane.name(), lane.group());
            slices(lane, pid, tid);
        } else if (lane.census().isPresent()) {
            Crowds.each(lane.census().get(), timeline.now(), (time, counts) -> crowd(lane, time, counts));
        } else {
            samples(lane, pid);
        }
    }

    private void slices(Lane lane, int pid, int tid) throws IOException {
        var spans = lane.spans();
        int last = spans.size() - 1;
        for (int span = 0; span <= last; span++) {
            long start = spans.start(span);
            long next = span < last ? spans.start(span + 1) : Long.MAX_VALUE;
            json.slice(pid, tid, notes.name(lane, span), category(lane));
            json.times(spans.start(0), start, spans.end(span), next);
            if (Shelf.isUnit(lane)) {
                json.colour(colour(spans.state(span)));
            }
            json.beginNotes();
            notes.tell(lane, span, json);
            json.endEvent();
            pace.step();
        }
    }

    private static String category(Lane lane) {
        return Word.of(lane.kind());
    }

    /// The colours that viewers reserve for what comes nearest.
    private static String colour(State state) {
        return switch (state) {
            case RUNNING -> "thread_state_running";
            case READY, ACTIVE -> "thread_state_runnable";
            case LOCK_WAIT -> "terrible";
            case WAIT -> "bad";
            case IO -> "thread_state_iowait";
            case SLEEPING -> "thread_state_sleeping";
            case SUSPENDED -> "thread_state_uninterruptible";
            case SERIALIZING, HELD, SHARED, LEVEL, VALUE, OFF -> "grey";
            case UNKNOWN -> "thread_state_unknown";
        };
    }

    private void samples(Lane lane, int pid) throws IOException {
        var spans = lane.spans();
        for (int span = 0; span < spans.size(); span++) {
            sample(lane, pid, spans.start(span), spans.value(span));
            pace.step();
        }
        if (spans.size() > 0) {
            sample(lane, pid, timeline.now(), spans.value(spans.size() - 1));
        }
    }

    private void sample(Lane lane, int pid, long time, long value) {
        json.counter(pid, lane.name(), time);
        if (lane.kind() == Lane.Kind.LEVEL) {
            json.number("amount", Level.amount(value));
            json.number(timeline.resourceWord(lane.subject()).equals("pool") ? "busy" : "waiting", Level.others(value));
        } else {
            json.value("value", timeline.value(lane.subject(), value));
        }
        json.endEvent();
    }

    private void crowd(Lane lane, long time, int[] counts) throws IOException {
        json.counter(pid(Shelf.UNITS), lane.name() + ": units by state", time);
        for (var state : State.values()) {
            if (Shelf.isOfUnits(state)) {
                json.number(Word.of(state), counts[state.ordinal()]);
            }
        }
        json.endEvent();
    }

    private final class Instants implements Moments.Taker {
        @Override
        public void moment(long time, String word, int unit, int object, String text) throws IOException {
            var thread = arrows.thread(unit);
            if (unit != NONE && thread.isEmpty()) {
                return;
            }
            json.instant(pid(Shelf.UNITS), thread.orElse(1), word, time, unit == NONE ? "g" : "t");
            json.beginNotes();
            if (object != NONE) {
                json.text("resource", notes.resource(object));
            }
            if (!text.isEmpty()) {
                json.text("text", text);
            }
            json.endEvent();
            pace.step();
        }

        @Override
        public void bytes(long time, int unit, String stream, long sum) throws IOException {
            json.counter(pid(Shelf.RESOURCES), "%s: bytes of %s".formatted(notes.unit(unit), stream), time);
            json.number("bytes", sum);
            json.endEvent();
        }
    }

    private void metadata() throws IOException {
        json.beginMetadata();
        RunNotes.tell(run, json);
        json.number("clock-of-zero-ns", base);
        json.number("run-start-ns", timeline.start() - base);
        json.number("arrows", arrows.written());
        json.number("arrows-of-units-without-a-lane", arrows.leftOut());
    }

    @Override
    public void close() {
        json.close();
    }
}
