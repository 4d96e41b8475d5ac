package io.interleave.run;

import io.interleave.cores.Affinity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Engine processes on this machine.
public final class LocalEngines implements Engines {

    /// Bytes that the trace of one run may take: 16 million events.
    static final long TRACE_LIMIT = 512L << 20;

    /// One thread that lives as long as this object: the kernel kills an engine when the *thread* ends that started
    /// it.
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

    /// The spare, also one that is just being started; else a new one.
    private EngineProcess takeOrSpawn() {
        try {
            return starter.submit(() -> takeSpare().orElseGet(LocalEngines::spawn))
                    .get();
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("closed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("No engine process can be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an engine process was being started", e);
        }
    }

    private synchronized Optional<EngineProcess> takeSpare() {
        var taken = Optional.ofNullable(spare).filter(EngineProcess::isAlive);
        spare = null;
        return taken;
    }

    private static EngineProcess spawn() {
        try {
            return EngineProcess.spawn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void warmUp() {
        starter.execute(() -> {
            try {
                if (!hasSpare()) {
                    keep(EngineProcess.spawn());
                }
            } catch (IOException e) {
                // The next run tries again, and says what is wrong. Here it must not end the starter's thread.
                System.getLogger(LocalEngines.class.getName())
                        .log(System.Logger.Level.WARNING, "No spare engine could be started", e);
            }
        });
    }

    private synchronized boolean hasSpare() {
        return closed || spare != null && spare.isAlive();
    }

    private synchronized void keep(EngineProcess fresh) {
        if (closed) {
            fresh.kill();
        } else {
            spare = fresh;
        }
    }

    @Override
    public int cores() {
        return Affinity.available().size();
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
