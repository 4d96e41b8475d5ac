package io.interleave.cores;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Threads to be watched.
final class Work {

    /// What a thread was asked to do, told how to find its place in the record.
    interface Task {
        void run() throws InterruptedException;
    }

    private final Map<Integer, Long> onCore = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /// Starts `count` threads from the calling one.
    static Work start(int count, Task task) {
        var work = new Work();
        for (int i = 0; i < count; i++) {
            work.threads.add(Thread.ofPlatform().name("test work (" + i + ")").start(() -> work.run(task)));
        }
        return work;
    }

    private void run(Task task) {
        int tid = NativeThread.id();
        try {
            task.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a test", e);
        }
        onCore.put(tid, new ThreadClock().read(tid));
    }

    Work join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
        return this;
    }

    /// The operating system's ids of the threads, once they have ended.
    List<Integer> tids() {
        return List.copyOf(onCore.keySet());
    }

    /// Nanoseconds that a thread was on a core, by the scheduler's own count, read by the thread itself as the
    /// last it did.
    long onCore(int tid) {
        return onCore.get(tid);
    }

    static Task compute(long millis) {
        return () -> {
            long end = Clock.now() + millis * 1_000_000;
            while (Clock.now() < end) {
                Thread.onSpinWait();
            }
        };
    }

    static Task sleep(int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                Thread.sleep(1);
            }
        };
    }

    /// Opens a watch of what is exact, or says why the test cannot be made here.
    static CoreWatch exact(SwitchListener listener) {
        var watch = CoreWatch.open(CoreSource.EXACT, listener);
        if (watch.source() != CoreSource.EXACT) {
            watch.close();
        }
        assumeTrue(watch.source() == CoreSource.EXACT, watch.reason());
        return watch;
    }

    /// Nanoseconds that the host took cores away from this machine, all cores together, since its start: they
    /// count as time on a core for the switches, and not for the scheduler. In steps of 10 ms for each core.
    static long stolen() throws IOException {
        var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
        return Long.parseLong(fields[8]) * 10_000_000;
    }
}
