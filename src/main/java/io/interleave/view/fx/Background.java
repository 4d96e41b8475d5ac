package io.interleave.view.fx;

import io.interleave.cores.ThreadPriority;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Where the window has found out what takes longer than a frame.
public final class Background {

    /// Gets a tenth of a processor where the window or a run wants all of them, and all that they leave.
    private static final int BEHIND = 3;

    private Background() {}

    /// One thread that does one thing after the other, and steps back where the window's thread could run: what is
    /// typed
    /// or dropped next is shown first. The thread ends with the process.
    public static Executor behindWindow(String name) {
        var threads = Thread.ofPlatform().name(name).daemon().factory();
        return Executors.newSingleThreadExecutor(work -> threads.newThread(() -> {
            // Where the system knows no priorities of threads, it is a thread like others.
            ThreadPriority.set(BEHIND);
            work.run();
        }));
    }
}
