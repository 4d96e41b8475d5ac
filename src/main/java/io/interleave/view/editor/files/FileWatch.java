package io.interleave.view.editor.files;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Has the file of the open scenario looked at every second, until it is closed.
public final class FileWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 1000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("file-watch").daemon().factory());

    public FileWatch(OutsideChanges outside, Executor ui) {
        thread.scheduleWithFixedDelay(
                () -> ui.execute(outside::look), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
