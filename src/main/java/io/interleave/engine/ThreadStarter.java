package io.interleave.engine;

import io.interleave.cores.Affinity;
import io.interleave.cores.NativeThread;
import io.interleave.cores.ThreadPriority;
import io.interleave.cores.WaitTable;
import io.interleave.engine.Program.ThreadHead;
import io.interleave.trace.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives each unit a thread of the operating system.
///
/// Starting one means to wait until it has come to life, most of the time for a core to be free: so where there
/// are many to start, several threads do it.
final class ThreadStarter implements Starter {

    /// As few are started one after the other.
    private static final int FEW = 64;

    private static final int HELPERS = 8;

    private final Crew crew;

    /// What the system refused, of which the trace is told once.
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    ThreadStarter(Crew crew) {
        this.crew = crew;
    }

    @Override
    public List<? extends Running> start(List<Life> lives) {
        var head = lives.getFirst().group.program().thread().orElseThrow();
        var threads = new ArrayList<OnThread>(lives.size());
        for (var life : lives) {
            threads.add(new OnThread(thread(life, head), life));
        }
        if (lives.size() <= FEW) {
            startFrom(new AtomicInteger(), threads);
        } else {
            WaitTable.makeRoomFor(lives.size());
            startTogether(threads);
        }
        return threads;
    }

    private Thread thread(Life life, ThreadHead head) {
        var unit = life.unit;
        return Thread.ofPlatform()
                .name(unit.name())
                .stackSize(head.stack().map(it -> it.value(unit.locals)).orElse(0L))
                .unstarted(() -> {
                    head.priority().ifPresent(it -> note(life, ThreadPriority.set((int) it.value(unit.locals))));
                    head.core().ifPresent(it -> note(life, Affinity.pinThread((int) it.value(unit.locals))));
                    life.run(NativeThread.id());
                });
    }

    /// Tells what the system refused, once for all units that it concerns.
    private void note(Life life, String refusal) {
        if (!refusal.isEmpty() && refusals.add(refusal)) {
            int line = life.group.model.place().line();
            crew.chronicle().define(new Definition.Note(life.unit.id, line, refusal));
        }
    }

    /// The helpers are started by this thread, so that the watch on the cores covers what they start.
    private void startTogether(List<OnThread> threads) {
        var next = new AtomicInteger();
        var helpers = new ArrayList<Thread>();
        for (int i = 0; i < HELPERS; i++) {
            helpers.add(Thread.ofPlatform().name("unit-starter " + i).start(() -> startFrom(next, threads)));
        }
        boolean interrupted = false;
        for (var helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts one after the other, until all are or the run is to end.
    ///
    /// @param next the first that nobody has started yet
    private void startFrom(AtomicInteger next, List<OnThread> threads) {
        for (int i = next.getAndIncrement(); i < threads.size() && !crew.isTooLate(); i = next.getAndIncrement()) {
            if (!start(threads.get(i), i)) {
                next.set(threads.size());
            }
        }
    }

    private boolean start(OnThread unit, int before) {
        try {
            unit.thread.start();
            return true;
        } catch (OutOfMemoryError _) {
            crew.failed(
                    unit.life.unit,
                    unit.life.group.model.place().line(),
                    ("%s cannot be started beside %d others of its group: the system grants this process no more "
                                    + "threads. See ulimit -u, kernel.threads-max, kernel.pid_max and vm.max_map_count")
                            .formatted(unit.life.unit.name(), before));
            return false;
        }
    }

    /// @param thread perhaps never started, where the run was to end before
    private record OnThread(Thread thread, Life life) implements Running {
        @Override
        public void interrupt() {
            thread.interrupt();
        }

        @Override
        public boolean join(Duration patience) throws InterruptedException {
            return thread.getState() == Thread.State.NEW || thread.join(patience);
        }
    }
}
