package io.interleave.view.store;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A thread that reads and writes what is kept on disk, one thing after the other.
public final class DiskThread implements Executor, AutoCloseable {

    private static final long PATIENCE_SECONDS = 3;

    private final ExecutorService thread;

    public DiskThread(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /// Does what is asked for already, if that does not take too long; what is left then is left undone.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
