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

/// Gives each unit a thread of the operating system.
final class ThreadStarter implements Starter {

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
            try {
                threads.add(new OnThread(thread(life, head), life));
            } catch (UnitFailed reason) {
                crew.failed(life.unit, reason.place().line(), reason.getMessage());
                return List.of();
            }
        }
        WaitTable.makeRoomFor(lives.size());
        for (int i = 0; i < threads.size() && !crew.isTooLate(); i++) {
            if (!start(threads.get(i), i)) {
                break;
            }
        }
        return threads;
    }

    private Thread thread(Life life, ThreadHead head) {
        var unit = life.unit;
        var priority = head.priority().map(it -> (int) it.value(unit.locals));
        var core = head.core().map(it -> (int) it.value(unit.locals));
        return Thread.ofPlatform()
                .name(unit.name())
                .stackSize(head.stack().map(it -> it.value(unit.locals)).orElse(0L))
                .unstarted(() -> {
                    priority.ifPresent(it -> note(life, ThreadPriority.set(it)));
                    core.ifPresent(it -> note(life, Affinity.pinThread(it)));
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
