package io.interleave.engine;

import io.interleave.engine.process.ByteQueue;
import io.interleave.engine.process.Child;
import io.interleave.model.UnitGroup.Process.Output;
import io.interleave.trace.Clock;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A unit that is a child process. What it prints and how it ends is seen by threads of ours, one for each of
/// its streams and one for itself; the trace hears of it through a lock, one at a time, and of nothing after
/// its end.
final class ProcessUnit implements Running {

    /// Bytes of output that wait for a step to read them, and of input that wait for the process to do so.
    /// Behind that whoever writes waits.
    static final int BUFFER = 64 << 10;

    /// What a pipe holds (Linux: 16 pages).
    private static final int PIPE = 64 << 10;

    /// Bytes that are read at once.
    private static final int CHUNK = BUFFER / 8;

    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    /// Threads that pump need little.
    private static final long STACK = 128 << 10;

    /// How long the last of its output may take to come through after its end. A process that it left behind
    /// can hold the pipe open for ever.
    private static final Duration DRAIN = Duration.ofMillis(100);

    private final Life life;
    private final Processes processes;
    private final Shown shown;
    private final ByteQueue output = new ByteQueue(BUFFER);
    private final CompletableFuture<Integer> gone = new CompletableFuture<>();
    private final CountDownLatch drained = new CountDownLatch(2);
    private final Conversation conversation;
    private Meter[] meters = {};
    private boolean over;
    private volatile UnitEnd end = UnitEnd.FINISHED;
    private Optional<ProcessInput> input = Optional.empty();

    ProcessUnit(Life life, Processes processes) {
        this.life = life;
        this.processes = processes;
        this.shown = new Shown(text -> life.unit.crew().chronicle().line(life.unit, text));
        this.conversation = new Conversation(this);
    }

    int id() {
        return life.unit.id;
    }

    String name() {
        return life.unit.name();
    }

    /// What steps read; at its end at once where they read nothing.
    ByteQueue output() {
        return output;
    }

    /// What steps write; empty where it has no input, or that comes from another process.
    Optional<ProcessInput> input() {
        return input;
    }

    Conversation conversation() {
        return conversation;
    }

    /// It runs.
    synchronized void started(Child child) {
        life.begin((int) child.pid());
        processes.started(life.unit, child.pid());
    }

    /// Sees from now on what it prints and how it ends: after all that are started together have been, since each
    /// takes threads that these would wait for.
    void attend(Child child, Output what) {
        synchronized (this) {
            meters = new Meter[] {
                new Meter(bytes -> record(EventKind.OUTPUT, STDOUT, bytes)),
                new Meter(bytes -> record(EventKind.OUTPUT, STDERR, bytes)),
                new Meter(bytes -> record(EventKind.INPUT, -1, bytes))
            };
        }
        input = child.input().map(it -> new ProcessInput(it, name(), bytes -> count(meters[2], bytes)));
        pump(child.output(), what == Output.READ, meters[0], "output");
        pump(child.errors(), false, meters[1], "errors");
        child.ended().thenAccept(status -> ended(child.pid(), status));
    }

    /// It could not be started, which ends the run.
    void failed(String why) {
        life.begin(-1);
        life.unit.crew().failed(life.unit, life.group.model.place().line(), why);
        output.end();
        synchronized (this) {
            over = true;
            life.end(UnitEnd.FAILED);
        }
        gone.complete(-1);
    }

    private void pump(Optional<InputStream> from, boolean isRead, Meter meter, String name) {
        if (from.isEmpty() || !isRead) {
            if (meter == meters[0]) {
                output.end();
            }
        }
        if (from.isEmpty()) {
            drained.countDown();
        }
        var lines = shown.new Stream();
        from.ifPresent(stream -> Thread.ofPlatform()
                .daemon()
                .name(name() + " " + name)
                .stackSize(STACK)
                .start(() -> {
                    if (isRead) {
                        pumpToSteps(stream, meter);
                    } else {
                        pumpToLines(stream, lines, meter);
                    }
                }));
    }

    private void pumpToSteps(InputStream from, Meter meter) {
        try (from) {
            var bytes = new byte[CHUNK];
            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                count(meter, count);
                if (!output.put(bytes, 0, count)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException _) {
            // The pipe broke: what came before is all that there is.
            return;
        } finally {
            output.end();
            drained.countDown();
        }
    }

    private void pumpToLines(InputStream from, Shown.Stream lines, Meter meter) {
        try (from) {
            var bytes = new byte[CHUNK];
            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                count(meter, count);
                lines.add(bytes, count);
            }
        } catch (IOException _) {
            // The pipe broke: what came before is all that there is.
            return;
        } finally {
            lines.end();
            drained.countDown();
        }
    }

    private synchronized void count(Meter meter, long bytes) {
        meter.add(bytes);
    }

    private synchronized void record(EventKind kind, int object, long value) {
        if (!over) {
            life.unit.record(kind, object, -1, value);
        }
    }

    private void ended(long pid, int status) {
        processes.ended(pid);
        try {
            long patience = Clock.now() + DRAIN.toNanos();
            // Mostly it has come through already. What waits for a step to read it can wait for long; what is left in
            // the pipe is taken out all the same, for what it wrote to be counted to the end.
            if (drained.getCount() > 0) {
                output.widen(PIPE + CHUNK);
            }
            boolean through = false;
            while (!through && output.hasRoom(CHUNK) && Clock.now() < patience) {
                through = drained.await(1, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        shown.finish();
        input.ifPresent(ProcessInput::broken);
        synchronized (this) {
            for (var meter : meters) {
                meter.finish();
            }
            over = true;
            life.unit.crew().chronicle().define(new Definition.Exit(id(), Math.max(-1, status), Math.max(0, -status)));
            life.exited(status);
            life.end(life.unit.crew().isStopping() ? UnitEnd.STOPPED : end);
        }
        gone.complete(status);
    }

    /// Waits until it has ended.
    ///
    /// @param deadline of the run's clock
    /// @return whether that came in time
    boolean awaitEnd(long deadline) throws InterruptedException {
        try {
            if (deadline == Long.MAX_VALUE) {
                gone.get();
            } else {
                gone.get(Math.max(0, deadline - Clock.now()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("how a process ended never fails", e);
        }
    }

    boolean isOver() {
        return gone.isDone();
    }

    /// Says something of it that concerns whoever looks at the run.
    void note(String what) {
        life.unit
                .crew()
                .chronicle()
                .define(new Definition.Note(id(), life.group.model.place().line(), "'%s' %s".formatted(name(), what)));
    }

    /// It is to be ended by the one who calls.
    void killed() {
        end = UnitEnd.CANCELLED;
    }

    @Override
    public void interrupt() {
        // Where the run is being ended all are killed at once.
        if (!life.unit.crew().isStopping() && !isOver()) {
            end = UnitEnd.CANCELLED;
            processes.endSoon(this);
        }
    }

    @Override
    public void retire() {
        end = UnitEnd.RETIRED;
        processes.endSoon(this);
    }

    @Override
    public boolean join(Duration patience) throws InterruptedException {
        return awaitEnd(Clock.now() + patience.toNanos());
    }
}
