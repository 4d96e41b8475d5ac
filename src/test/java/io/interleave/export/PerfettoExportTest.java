package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads what was written by the numbers of Perfetto's published schema (`perfetto_trace.proto`).
class PerfettoExportTest {

    @TempDir
    private Path directory;

    /// What was read of one file.
    private static final class Read {
        private final Map<Long, String> names = new HashMap<>();
        private final Map<Long, Long> tids = new HashMap<>();
        private final Map<String, Long> times = new TreeMap<>();
        private final Map<String, List<Object>> counters = new HashMap<>();
        private final Map<Object, String> arrowsFrom = new HashMap<>();
        private final Map<Object, String> arrowsTo = new HashMap<>();
        private final Map<Long, List<WireMessage>> switches = new TreeMap<>();
        private final List<WireMessage> slices = new ArrayList<>();
        private final Map<String, Long> processes = new HashMap<>();

        Read(WireMessage trace) {
            var open = new HashMap<Long, WireMessage>();
            for (var packet : trace.messages(1)) {
                assertThat(packet.number(10)).as("trusted_packet_sequence_id").isEqualTo(1);
                if (packet.has(60)) {
                    descriptor(packet.message(60));
                } else if (packet.has(11)) {
                    event(packet, packet.message(11), open);
                } else if (packet.has(1)) {
                    var bundle = packet.message(1);
                    switches.computeIfAbsent(bundle.number(1), _ -> new ArrayList<>())
                            .addAll(bundle.messages(2));
                }
            }
            assertThat(open).as("slices that were not ended").isEmpty();
        }

        private void descriptor(WireMessage track) {
            var name = track.has(4) ? track.message(4).text(5) : track.text(2);
            assertThat(names.put(track.number(1), name))
                    .as("track %s twice", name)
                    .isNull();
            if (track.has(4)) {
                tids.put(track.number(1), track.message(4).number(2));
            }
            if (track.has(3)) {
                processes.put(track.message(3).text(6), track.message(3).number(1));
            }
            if (track.has(8)) {
                counters.put(name, new ArrayList<>());
            }
        }

        private void event(WireMessage packet, WireMessage event, Map<Long, WireMessage> open) {
            long track = event.number(11);
            var name = names.get(track);
            assertThat(name).as("a track is described before its events").isNotNull();
            assertThat(packet.number(58)).as("timestamp_clock_id: monotonic").isEqualTo(3);
            switch ((int) event.number(9)) {
                case 1 -> {
                    assertThat(open.put(track, packet)).as("slices do not nest").isNull();
                    slices.add(event);
                }
                case 2 -> {
                    var begin = open.remove(track);
                    times.merge(name + "/" + begin.message(11).text(23), packet.number(8) - begin.number(8), Long::sum);
                }
                case 3 -> {
                    event.all(47)
                            .forEach(it -> assertThat(arrowsFrom.put(it, name)).isNull());
                    event.all(48)
                            .forEach(it -> assertThat(arrowsTo.put(it, name)).isNull());
                }
                case 4 ->
                    counters.get(name)
                            .add(
                                    event.has(30)
                                            ? (Object) event.number(30)
                                            : (Object) Double.longBitsToDouble(event.number(44)));
                default -> throw new AssertionError("type " + event.number(9));
            }
        }
    }

    private Read read(KeptRun run) throws IOException {
        var file = directory.resolve("run.perfetto-trace");
        assertThat(Export.to(Format.PERFETTO, run, file, true, _ -> true)).isTrue();
        return new Read(WireMessage.of(Files.readAllBytes(file)));
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
                assertThat(busy(read.switches.get((long) lane.subject()))).isEqualTo(sum(lane));
            }
        }

        assertThat(read.switches).containsOnlyKeys(0L, 1L);
    }

    private static long busy(List<WireMessage> records) {
        long busy = 0;
        long on = 0;
        long since = 0;
        for (var record : records) {
            var change = record.message(4);
            assertThat(change.number(2)).as("prev_pid").isEqualTo(on);
            busy += on == 0 ? 0 : record.number(1) - since;
            on = change.number(6);
            since = record.number(1);
        }
        assertThat(on).isZero();
        return busy;
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
}
