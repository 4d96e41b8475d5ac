package io.interleave.run;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Engine processes on this machine.
public final class LocalEngines implements Engines {

    /// Bytes that the trace of one run may take: 16 million events.
    static final long TRACE_LIMIT = 512L << 20;

    /// One thread that lives as long as this object: the kernel kills an engine when the *thread* ends that started it.
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("engine-starter").factory());

    private final Set<EngineProcess> running = new HashSet<>();
    private @Nullable EngineProcess spare;
    private boolean closed;

    @Override
    public Run start(RunRequest request) {
        var engine = takeOrSpawn();
        synchronized (this) {
            running.add(engine);
        }
        engine.process().onExit().thenRun(() -> forget(engine));
        return new LocalRun(request, engine);
    }

    private EngineProcess takeOrSpawn() {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            if (spare != null && spare.isAlive()) {
                var taken = spare;
                spare = null;
                return taken;
            }
        }
        try {
            return starter.submit(EngineProcess::spawn).get();
        } catch (ExecutionException e) {
            var cause = requireNonNullElse(e.getCause(), e);
            throw new UncheckedIOException("No engine process can be started", new IOException(cause.getMessage(), cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an engine process was being started", e);
        }
    }

    @Override
    public void warmUp() {
        starter.execute(() -> {
            synchronized (this) {
                if (closed || spare != null && spare.isAlive()) {
                    return;
                }
            }
            try {
                var fresh = EngineProcess.spawn();
                synchronized (this) {
                    if (closed) {
                        fresh.kill();
                    } else {
                        spare = fresh;
                    }
                }
            } catch (IOException e) {
                // The next run tries again, and says what is wrong.
                System.getLogger(LocalEngines.class.getName())
                        .log(System.Logger.Level.WARNING, "No spare engine could be started", e);
            }
        });
    }

    @Override
    public int cores() {
        return io.interleave.cores.Affinity.available().size();
    }

    private synchronized void forget(EngineProcess engine) {
        running.remove(engine);
    }

    /// Kills whatever still runs.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            running.forEach(EngineProcess::kill);
            if (spare != null) {
                spare.kill();
            }
        }
        starter.shutdown();
    }
}
