package io.interleave.bench;

import io.interleave.analysis.TimelineFeed;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How long it takes to read the trace of a million coroutines into a timeline, how much memory that needs, and
/// how long a look at it takes.
///
/// Each of them sleeps once on a loop of one carrier, all at the same time, and adds one. Arguments: how many
/// thousand coroutines (1000), how often to read (3).
public final class CoroutineLoad {

    private static final int LOOP = 0;
    private static final int COUNT = 1;
    private static final int CARRIER = 4_711;

    private CoroutineLoad() {}

    static void main(String[] arguments) throws IOException {
        int coroutines = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000) * 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var directory = Files.createTempDirectory("coroutine-load");
        write(directory.resolve(TraceWriter.ENGINE_TRACE), coroutines);
        for (int round = 0; round < rounds; round++) {
            read(directory);
        }
        Files.delete(directory.resolve(TraceWriter.ENGINE_TRACE));
        Files.delete(directory);
    }

    private static void read(Path directory) throws IOException {
        long before = used();
        long began = System.nanoTime();
        try (var feed = new TimelineFeed(directory)) {
            feed.finish();
            long read = System.nanoTime() - began;
            var timeline = feed.timeline();
            began = System.nanoTime();
            int told = timeline.lanes().size()
                    + timeline.unitTimes().size()
                    + timeline.groupTimes().size()
                    + timeline.findings().size();
            long look = System.nanoTime() - began;
            System.out.printf(
                    "%,d events in %,d ms, %.0f ns each; %,d MiB; %d lanes, times and findings in %.1f ms%n",
                    timeline.eventsKept(),
                    read / 1_000_000,
                    (double) read / timeline.eventsKept(),
                    used() - before >> 20,
                    told,
                    look / 1e6);
        }
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void write(Path file, int coroutines) throws IOException {
        try (var trace = TraceWriter.create(file, 1L << 40)) {
            trace.define(new Definition.Cores(List.of(0, 1), CoreSource.EXACT, ""));
            trace.define(new Definition.Resource(LOOP, "loop", "event_loop", Value.Type.TRUTH));
            trace.define(new Definition.Resource(COUNT, "count", "variable", Value.Type.WHOLE));
            trace.define(new Definition.Units(0, coroutines, "fetch", 0, "coroutine", -1));
            try (var events = trace.events();
                    var cores = trace.events()) {
                cores.recordAt(0, EventKind.CORE_IN, -1, 0, -1, CARRIER);
                long time = 1;
                for (int unit = 0; unit < coroutines; unit++) {
                    events.recordAt(time++, EventKind.UNIT_START, unit, -1, -1, -1);
                    events.recordAt(time++, EventKind.RESUMABLE, unit, -1, -1, LOOP);
                }
                for (int unit = 0; unit < coroutines; unit++) {
                    events.recordAt(time += 50, EventKind.MOUNT, unit, 1, -1, CARRIER);
                    events.recordAt(time += 300, EventKind.SLEEP, unit, -1, 1, 1_000_000);
                    events.recordAt(time += 50, EventKind.UNMOUNT, unit, LOOP, -1, 0);
                }
                for (int unit = 0; unit < coroutines; unit++) {
                    events.recordAt(time += 100, EventKind.RESUMABLE, unit, -1, -1, LOOP);
                    events.recordAt(time += 50, EventKind.MOUNT, unit, 1, -1, CARRIER);
                    events.recordAt(time += 50, EventKind.WAKE, unit, -1, 1, 0);
                    events.recordAt(time += 50, EventKind.UPDATE, unit, COUNT, 2, unit + 1L);
                    events.recordAt(time += 50, EventKind.UNIT_END, unit, -1, -1, 0);
                    events.recordAt(time += 50, EventKind.UNMOUNT, unit, LOOP, -1, 0);
                }
                cores.recordAt(time, EventKind.CORE_COMPLETE, -1, -1, -1, 0);
                trace.define(new Definition.End(Definition.How.COMPLETED, time));
            }
        }
    }
}
