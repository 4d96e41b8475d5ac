package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads what was written by the numbers of Perfetto's published schema (`perfetto_trace.proto`).
class PerfettoExportTest {

    @TempDir
    private Path directory;

    private PerfettoFile read(KeptRun run) throws IOException {
        var file = directory.resolve("run.perfetto-trace");
        assertThat(Export.to(Format.PERFETTO, run, file, true, _ -> true)).isTrue();
        return PerfettoFile.of(file);
    }

    @Test
    void the_slices_of_each_unit_add_up_to_where_its_time_went() throws IOException {
        var run = Samples.small(directory);
        var times = read(run).times;

        assertThat(times).containsAllEntriesOf(Samples.times(run.timeline()));
    }

    @Test
    void a_unit_with_a_thread_is_on_its_track_and_another_one_on_a_named_one() throws IOException {
        var read = read(Samples.small(directory));
        var byName = new HashMap<String, Long>();
        read.names.forEach((track, name) -> byName.put(name, read.tids.get(track)));

        assertThat(byName).containsEntry("unit 0", 100L).containsEntry("unit 1", 101L);
        assertThat(byName).containsEntry("tick,er\n\"two\"", null).containsEntry("core 0", null);
        assertThat(read.processes).containsExactly(Map.entry("Interleave: Small, \"quoted\" and <odd>", 1L));
    }

    @Test
    void the_switches_of_each_core_follow_each_other_and_add_up_to_its_lane() throws IOException {
        var run = Samples.small(directory);
        var read = read(run);
        for (var lane : run.timeline().lanes()) {
            if (lane.kind() == Lane.Kind.CORE) {
                assertThat(read.busy(lane.subject())).isEqualTo(sum(lane));
            }
        }

        assertThat(read.switches).containsOnlyKeys(0L, 1L);
    }

    private static long sum(Lane lane) {
        long sum = 0;
        for (int span = 0; span < lane.spans().size(); span++) {
            sum += lane.spans().end(span) - lane.spans().start(span);
        }
        return sum;
    }

    @Test
    void a_thread_leaves_its_core_ready_waiting_or_dead_as_its_unit_does() throws IOException {
        var read = read(Samples.small(directory));
        var states = new ArrayList<String>();
        for (var record : read.switches.get(0L)) {
            var change = record.message(4);
            if (change.number(2) == 100) {
                states.add("%d at %d".formatted(change.number(4), record.number(1)));
            }
        }

        assertThat(states).containsExactly("0 at 1120", "1 at 1321", "16 at 1460");
    }

    @Test
    void counters_have_the_values_of_variables_and_levels() throws IOException {
        var counters = read(Samples.small(directory)).counters;

        assertThat(counters.get("count")).containsExactly(0L, 41L);
        assertThat(counters.get("ratio")).containsExactly(0.5);
        assertThat(counters.get("queue")).startsWith(1L, 0L);
        assertThat(counters.get("queue: waiting")).contains(1L);
    }

    @Test
    void every_arrow_is_a_flow_between_the_tracks_of_two_units() throws IOException {
        var run = Samples.small(directory);
        var read = read(run);

        assertThat(read.arrowsFrom).hasSize(Samples.arrows(run.timeline()));
        assertThat(new HashSet<>(read.arrowsTo.keySet())).isEqualTo(read.arrowsFrom.keySet());
        var pairs = new ArrayList<String>();
        read.arrowsFrom.forEach((id, from) -> pairs.add(from + " to " + read.arrowsTo.get(id)));
        assertThat(pairs)
                .containsExactlyInAnyOrder(
                        "unit 0 to unit 1", "unit 0 to unit 1", "unit 0 to unit 1", "tick,er\n\"two\" to unit 0");
    }

    @Test
    void a_slice_says_what_the_unit_waited_for() throws IOException {
        var wait = read(Samples.small(directory)).slices.stream()
                .filter(it -> it.text(23).equals("lock-wait"))
                .findFirst()
                .orElseThrow();
        var notes = new HashMap<String, Object>();
        wait.messages(4).forEach(it -> notes.put(it.text(10), it.has(6) ? it.text(6) : it.number(4)));

        assertThat(notes)
                .containsEntry("line", 7L)
                .containsEntry("resource", "mutex")
                .containsEntry("holder", "unit 0");
    }

    @Test
    void an_instant_of_the_engine_tells_what_was_run_and_how_it_ended() throws IOException {
        var run = read(Samples.small(directory)).instants.stream()
                .filter(it -> it.text(22).equals("run"))
                .toList();
        var notes = new HashMap<String, Object>();
        run.getFirst().messages(4).forEach(it -> notes.put(it.text(10), it.has(6) ? it.text(6) : it.number(4)));

        assertThat(run).hasSize(1);
        assertThat(run.getFirst().number(11)).isEqualTo(PerfettoTracks.ENGINE);
        assertThat(notes)
                .containsEntry("title", "Small, \"quoted\" and <odd>")
                .containsEntry("ended", "completed")
                .containsEntry("events-not-kept", 0L);
    }
}
