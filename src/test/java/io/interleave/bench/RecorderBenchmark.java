package io.interleave.bench;

import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What recording one event costs, beside a bare look at the clock and beside a JFR event without a stack trace.
///
/// Each invocation is a burst of 10,000 events into a real trace file on the disk of the temporary directory, as fast
/// as they can be recorded. Between bursts the thread works some 10 ms on something else, as units do, so that it
/// records about a million events a second: without that it would be 40 million, more than a gigabyte, and the disk
/// would be measured.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
@State(Scope.Thread)
public class RecorderBenchmark {

    private static final int BURST = 10_000;

    private Path directory;
    private TraceWriter trace;
    private EventWriter events;
    private Recording recording;

    @Setup(Level.Iteration)
    public void open() throws IOException {
        directory = Files.createTempDirectory("recorder-benchmark");
        trace = TraceWriter.create(directory.resolve("engine.trace"), 8L << 30);
        events = trace.events();
        recording = new Recording();
        recording.enable(Sample.class).withoutThreshold().withoutStackTrace();
        recording.start();
    }

    @Setup(Level.Invocation)
    public void workOnSomethingElse() {
        Blackhole.consumeCPU(5_000_000);
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        events.close();
        trace.close();
        recording.close();
        Files.delete(directory.resolve("engine.trace"));
        Files.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public long nanoTime() {
        long last = 0;
        for (int i = 0; i < BURST; i++) {
            last ^= System.nanoTime();
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void recordEvent() {
        for (int i = 0; i < BURST; i++) {
            events.record(EventKind.READ, 3, 1, 7, i);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void jfrEvent() {
        for (int i = 0; i < BURST; i++) {
            var sample = new Sample();
            sample.unit = 3;
            sample.object = 1;
            sample.step = 7;
            sample.value = i;
            sample.commit();
        }
    }

    @Enabled
    @StackTrace(false)
    static class Sample extends Event {
        int unit;
        int object;
        int step;
        long value;
    }
}
