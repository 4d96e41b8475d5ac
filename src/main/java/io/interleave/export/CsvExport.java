package io.interleave.export;

import io.interleave.analysis.Lane;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipOutputStream;

/// A run as tables, as columns for other programs: whole numbers throughout, times in nanoseconds from the
/// run's beginning (what the cores did before it is negative), names beside the numbers that the tables join
/// by.
///
/// | table         | a row is                                             |
/// |---------------|------------------------------------------------------|
/// | run.csv       | the run: there is one                                |
/// | units.csv     | a unit, with its time in each state                  |
/// | resources.csv | a variable, lock, queue or the like                  |
/// | steps.csv     | a step of the scenario, with its line                |
/// | spans.csv     | a span of a lane: {@link SpanTable} has the columns  |
/// | links.csv     | what led to what, from unit to unit                  |
/// | events.csv    | an event as it was recorded: {@link EventTable}      |
final class CsvExport {

    private final KeptRun run;
    private final Timeline timeline;
    private final CsvPlace place;
    private final List<Lane> lanes;
    private final Pace pace;

    private CsvExport(KeptRun run, CsvPlace place, Export.Progress progress) {
        this.run = run;
        this.place = place;
        timeline = run.timeline();
        lanes = timeline.lanes(Integer.MAX_VALUE);
        long spans = lanes.stream().mapToLong(it -> it.spans().size()).sum();
        pace = new Pace(progress, spans + timeline.eventsKept());
    }

    static void write(KeptRun run, Path out, boolean overwrite, Export.Progress progress) throws IOException {
        if (out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            WholeFile.write(out, overwrite, file -> {
                try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
                    new CsvExport(run, CsvPlace.zip(zip), progress).write();
                }
            });
        } else {
            WholeFile.writeDirectory(
                    out, overwrite, directory -> new CsvExport(run, CsvPlace.directory(directory), progress).write());
        }
    }

    private void write() throws IOException {
        run();
        units();
        SpanTable.write(timeline, lanes, place, pace);
        links();
        EventTable.write(run.trace(), timeline.start(), place, pace);
    }

    private void run() throws IOException {
        try (var csv = new Csv(
                place.open("run.csv"),
                "title",
                "clock_at_start_ns",
                "recording_began_epoch_ms",
                "recording_began_ns",
                "duration_ns",
                "end",
                "core_source",
                "events_kept",
                "events_not_kept",
                "switch_records_lost",
                "damages")) {
            var told = timeline.run();
            csv.text(run.title()).number(timeline.start());
            if (told.isPresent()) {
                csv.number(told.get().epochMillis()).number(told.get().clockStart() - timeline.start());
            } else {
                csv.nothing().nothing();
            }
            csv.number(timeline.now() - timeline.start())
                    .text(timeline.end().map(it -> Word.of(it.how())).orElse(""))
                    .text(timeline.cores().map(it -> Word.of(it.source())).orElse(""))
                    .number(timeline.eventsKept())
                    .number(timeline.eventsNotKept())
                    .number(timeline.switchesLost())
                    .number(timeline.damages().size())
                    .endRow();
        }
    }

    private void units() throws IOException {
        var states = new ArrayList<State>();
        var header =
                new ArrayList<>(List.of("unit_id", "name", "unit_group", "kind", "os_thread_id", "start_ns", "end_ns"));
        for (var state : State.values()) {
            if (Shelf.isOfUnits(state)) {
                states.add(state);
                header.add(state.name().toLowerCase(Locale.ROOT) + "_ns");
            }
        }
        header.addAll(List.of("switches", "preemptions", "migrations"));
        try (var csv = new Csv(place.open("units.csv"), header.toArray(String[]::new))) {
            for (var unit : timeline.unitTimes(Integer.MAX_VALUE)) {
                boolean ran = unit.start() >= timeline.start();
                csv.number(unit.unit())
                        .text(unit.name())
                        .text(unit.group())
                        .text(unit.kind().word())
                        .id(unit.tid());
                if (ran) {
                    csv.number(unit.start() - timeline.start()).number(unit.end() - timeline.start());
                } else {
                    csv.nothing().nothing();
                }
                for (var state : states) {
                    csv.number(unit.states().getOrDefault(state, 0L));
                }
                csv.number(unit.switches())
                        .number(unit.preemptions())
                        .number(unit.migrations())
                        .endRow();
            }
        }
    }

    private void links() throws IOException {
        try (var csv = new Csv(
                place.open("links.csv"), "kind", "resource_id", "from_unit_id", "from_ns", "to_unit_id", "to_ns")) {
            long start = timeline.start();
            Arrows.each(
                    timeline,
                    it -> csv.text(Word.of(it.kind()))
                            .id(it.resource())
                            .number(it.from())
                            .number(it.fromTime() - start)
                            .number(it.to())
                            .number(it.toTime() - start)
                            .endRow());
        }
    }
}
