package io.interleave.cores;

import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at each thread of this process that started after the opening, and at the one that opened.
///
/// Threads of child processes are not seen, nor those that live for less than [#SCAN].
final class SampledSource implements Source {

    /// Nanoseconds between two rounds, while they are quick: a round and the waking up for it cost a core some 35
    /// µs on a virtual machine, with a handful of threads.
    private static final long PERIOD = 2_000_000;

    /// The rest after a round is at least so many times as long as the round kept a core busy: 2 % at most.
    private static final int RESTRAINT = 49;

    private static final long LONGEST_REST = 20_000_000;

    /// Nanoseconds between two looks for new threads.
    private static final long SCAN = 10_000_000;

    /// A stat line has 52 numbers of at most 20 digits, and a name of at most 64 characters.
    private static final int LINE = 2048;

    private static final Path TASKS = Path.of("/proc/self/task");

    private final Set<Integer> known;
    private final List<SampledThread> threads = new ArrayList<>();
    private final ThreadClock clock = new ThreadClock();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LINE);

    private long scanned = Long.MIN_VALUE;
    private long rest = PERIOD;

    private SampledSource(Set<Integer> known) {
        this.known = known;
    }

    static Attempt open() {
        var present = Tasks.present();
        if (present.isEmpty()) {
            return new Attempt.Refused(Messages.text("sampled.absent"));
        }
        var known = new HashSet<>(present);
        known.remove(NativeThread.id());
        return new Attempt.Opened(new SampledSource(known));
    }

    @Override
    public CoreSource kind() {
        return CoreSource.SAMPLED;
    }

    @Override
    public long rest() {
        return rest;
    }

    @Override
    public void round(SwitchListener listener) {
        long begin = Clock.now();
        long busy = clock.read(NativeThread.id());
        if (scanned == Long.MIN_VALUE || begin - scanned >= SCAN) {
            scan();
            scanned = begin;
        }
        for (int i = threads.size() - 1; i >= 0; i--) {
            if (!threads.get(i).look(clock, buffer, listener)) {
                known.remove(threads.get(i).tid());
                threads.remove(i).close();
            }
        }
        listener.completeUntil(Clock.now());
        rest = Math.clamp((clock.read(NativeThread.id()) - busy) * RESTRAINT, PERIOD, LONGEST_REST);
    }

    private void scan() {
        for (int tid : Tasks.present()) {
            if (known.add(tid)) {
                var thread = SampledThread.open(TASKS.resolve(Integer.toString(tid)), tid);
                if (thread != null) {
                    threads.add(thread);
                }
            }
        }
    }

    @Override
    public void finish(SwitchListener listener) {
        round(listener);
        threads.forEach(SampledThread::close);
    }
}
