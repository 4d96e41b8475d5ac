package io.interleave.bench;

import io.interleave.analysis.Spans;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How long it takes to read a large trace into a timeline, and how much memory that needs.
///
/// The run is sixty workers on two cores, 64 lanes in all, that add to a counter, and are preempted now and
/// then: seven million events make ten million spans. Arguments: how many million events (7), how often to read
/// (3), and `race` for workers that do not mind each other, so that updates get lost: what proves each needs
/// memory too.
public final class TimelineLoad {

    private static final int WORKERS = 60;
    private static final int LOCK = 0;
    private static final int COUNT = 1;

    private TimelineLoad() {}

    static void main(String[] arguments) throws IOException {
        long events = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 7) * 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var directory = Files.createTempDirectory("timeline-load");
        boolean race = arguments.length > 2 && arguments[2].equals("race");
        write(directory.resolve(TraceWriter.ENGINE_TRACE), events, race);
        for (int round = 0; round < rounds; round++) {
            long before = used();
            long began = System.nanoTime();
            var timeline = read(directory);
            long nanos = System.nanoTime() - began;
            tell(timeline, nanos, used() - before);
        }
        Files.delete(directory.resolve(TraceWriter.ENGINE_TRACE));
        Files.delete(directory);
    }

    private static Timeline read(Path directory) throws IOException {
        try (var feed = new TimelineFeed(directory)) {
            feed.finish();
            return feed.timeline();
        }
    }

    private static void tell(Timeline timeline, long nanos, long bytes) {
        long spans =
                timeline.lanes().stream().mapToLong(it -> it.spans().size()).sum();
        System.out.printf(
                "%,d events in %,d ms, %.0f ns each; %,d spans on %d lanes, %.1f bytes a span; %,d conflicts%n",
                timeline.eventsKept(),
                nanos / 1_000_000,
                (double) nanos / timeline.eventsKept(),
                spans,
                timeline.lanes().size(),
                (double) bytes / spans,
                timeline.lostUpdates().size());
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static void write(Path file, long count, boolean race) throws IOException {
        var random = new Random(1);
        try (var trace = TraceWriter.create(file, 1L << 40)) {
            trace.define(new Definition.Cores(List.of(0, 1), CoreSource.EXACT, ""));
            trace.define(new Definition.Resource(LOCK, "mutex", "lock", Value.Type.TRUTH));
            trace.define(new Definition.Resource(COUNT, "count", "variable", Value.Type.WHOLE));
            var cores = trace.events();
            cores.recordAt(0, EventKind.BLIND_WRITE, Spans.NONE, COUNT, -1, 0);
            var workers = new ArrayList<Worker>();
            for (int id = 0; id < WORKERS; id++) {
                trace.define(new Definition.Unit(id, "worker " + id, "worker", id, "thread", -1));
                workers.add(new Worker(trace.events(), id, race));
            }
            var onCore = new Worker[] {workers.get(0), workers.get(1)};
            long time = 0;
            long memory = 0;
            for (long i = 0; i < count; i++) {
                time += 20 + random.nextInt(200);
                int core = random.nextInt(2);
                var worker = onCore[core];
                if (random.nextInt(20) == 0) {
                    cores.recordAt(time, EventKind.CORE_PREEMPTED, -1, core, -1, worker.tid());
                    do {
                        worker = workers.get(random.nextInt(WORKERS));
                    } while (worker == onCore[1 - core]);
                    onCore[core] = worker;
                    cores.recordAt(time + 5, EventKind.CORE_IN, -1, core, -1, worker.tid());
                    time += 5;
                    i++;
                } else {
                    memory = worker.next(time, memory);
                }
            }
            workers.forEach(it -> it.events.close());
            cores.close();
            trace.define(new Definition.End(Definition.How.COMPLETED, time));
        }
    }

    /// Adds one, in five events.
    private static final class Worker {
        private final EventWriter events;
        private final int id;
        private final boolean race;
        private int move = -1;
        private long read;

        private Worker(EventWriter events, int id, boolean race) {
            this.race = race;
            this.events = events;
            this.id = id;
        }

        int tid() {
            return 1000 + id;
        }

        long next(long time, long memory) {
            switch (move) {
                case -1 -> events.recordAt(time, EventKind.UNIT_START, id, -1, -1, tid());
                case 0 -> events.recordAt(time, EventKind.LOCK_ACQUIRED, id, LOCK, 1, 0);
                case 1 -> {
                    read = memory;
                    events.recordAt(time, EventKind.READ, id, COUNT, 2, read);
                }
                case 2 -> events.recordAt(time, EventKind.COMPUTE, id, -1, 3, 1000);
                case 3 -> {
                    read = race ? read : memory;
                    events.recordAt(time, race ? EventKind.WRITE : EventKind.UPDATE, id, COUNT, 4, read + 1);
                }
                default -> events.recordAt(time, EventKind.LOCK_RELEASED, id, LOCK, 5, 0);
            }
            long after = move == 3 ? read + 1 : memory;
            move = (move + 1) % 5;
            return after;
        }
    }
}
