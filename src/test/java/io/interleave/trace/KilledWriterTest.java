package io.interleave.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.ReadTrace;
import io.interleave.testkit.Seed;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that records as fast as it can is killed at a random moment. What it had recorded by then it told
/// by another way, too: counters in a file of their own, one for each thread, counted up after each event.
@Timeout(1200)
class KilledWriterTest {

    private static final int KILLS = Integer.getInteger("interleave.kills", 10);
    private static final int THREADS = 3;
    private static final long LIMIT = 1L << 30;
    private static final String COUNTERS = "counters";

    @TempDir
    private Path directory;

    @Test
    void all_that_a_killed_process_had_recorded_is_in_the_trace() throws IOException, InterruptedException {
        var random = Seed.random(KilledWriterTest.class);
        for (int kill = 0; kill < KILLS; kill++) {
            var run = Files.createDirectory(directory.resolve("run" + kill));
            try (var arena = Arena.ofConfined()) {
                var counters = counters(run, arena);
                recordAndKill(run, counters, random);
                assertAllIsThere(run, counters, "kill " + kill);
            }
            Files.delete(run.resolve(TraceWriter.ENGINE_TRACE));
        }
    }

    private static void recordAndKill(Path run, MemorySegment counters, Random random)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Recorder.class.getName(),
                        run.toString())
                .inheritIO()
                .start();
        try {
            while (process.isAlive() && !allHaveBegun(counters)) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(20), random.nextInt(1_000_000));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean allHaveBegun(MemorySegment counters) {
        for (int thread = 0; thread < THREADS; thread++) {
            if (TraceLayout.published(counters, (long) thread * Long.BYTES) == 0) {
                return false;
            }
        }
        return true;
    }

    private static void assertAllIsThere(Path run, MemorySegment counters, String kill) throws IOException {
        var read = ReadTrace.of(run.resolve(TraceWriter.ENGINE_TRACE));
        assertThat(read.damages).as(kill).isEmpty();
        assertThat(read.notKept).as(kill).isZero();
        assertThat(read.definitions).as(kill).hasSize(THREADS);
        var found = new long[THREADS];
        for (var event : read.events) {
            assertThat(event.value()).as(kill).isEqualTo(found[event.unit()]++);
        }
        for (int thread = 0; thread < THREADS; thread++) {
            long recorded = TraceLayout.published(counters, (long) thread * Long.BYTES);
            assertThat(recorded).as(kill).isPositive();
            assertThat(found[thread]).as(kill).isBetween(recorded, recorded + 1);
        }
    }

    private static MemorySegment counters(Path run, Arena arena) throws IOException {
        try (var channel = FileChannel.open(
                run.resolve(COUNTERS), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, (long) THREADS * Long.BYTES, arena);
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /// What the process does.
    static final class Recorder {

        private Recorder() {}

        static void main(String[] arguments) throws IOException {
            var run = Path.of(arguments[0]);
            var trace = TraceWriter.create(run.resolve(TraceWriter.ENGINE_TRACE), LIMIT);
            var counters = counters(run, Arena.global());
            for (int thread = 0; thread < THREADS; thread++) {
                int unit = thread;
                trace.define(new Definition.Unit(unit, "unit " + unit, "unit", unit, "thread", -1));
                Thread.ofPlatform().start(() -> record(trace, unit, counters));
            }
        }

        private static void record(TraceWriter trace, int unit, MemorySegment counters) {
            var events = trace.events();
            for (long i = 0; ; i++) {
                events.record(EventKind.READ, unit, 0, 0, i);
                TraceLayout.publish(counters, (long) unit * Long.BYTES, i + 1);
            }
        }
    }
}
