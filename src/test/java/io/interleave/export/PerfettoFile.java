package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a file for Perfetto says, read by the numbers of Perfetto's published schema (`perfetto_trace.proto`)
/// and by nothing of what wrote it. That tracks are described before their events, and that slices on a track
/// follow each other, is checked on the way.
final class PerfettoFile {

    final Map<Long, String> names = new HashMap<>();
    final Map<Long, Long> tids = new HashMap<>();
    final Map<String, Long> times = new TreeMap<>();
    final Map<String, List<Object>> counters = new HashMap<>();
    final Map<Object, String> arrowsFrom = new HashMap<>();
    final Map<Object, String> arrowsTo = new HashMap<>();
    final Map<Long, List<WireMessage>> switches = new TreeMap<>();
    final List<WireMessage> slices = new ArrayList<>();
    final List<WireMessage> instants = new ArrayList<>();
    final Map<String, Long> processes = new HashMap<>();

    private PerfettoFile(WireMessage trace) {
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
        assertThat(names.put(track.number(1), name)).as("track %s twice", name).isNull();
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
                instants.add(event);
                event.all(47).forEach(it -> assertThat(arrowsFrom.put(it, name)).isNull());
                event.all(48).forEach(it -> assertThat(arrowsTo.put(it, name)).isNull());
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

    static PerfettoFile of(Path file) throws IOException {
        return new PerfettoFile(WireMessage.of(Files.readAllBytes(file)));
    }

    /// Nanoseconds that a core had any thread; its records must follow each other.
    long busy(int core) {
        long busy = 0;
        long on = 0;
        long since = 0;
        for (var record : switches.getOrDefault((long) core, List.of())) {
            var change = record.message(4);
            assertThat(change.number(2)).as("prev_pid").isEqualTo(on);
            busy += on == 0 ? 0 : record.number(1) - since;
            on = change.number(6);
            since = record.number(1);
        }
        assertThat(on).isZero();
        return busy;
    }
}
