package io.interleave.engine;

import io.interleave.cores.NativeThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Gives each unit a thread of the operating system.
final class ThreadStarter implements Starter {

    @Override
    public List<Running> start(List<Life> lives) {
        var started = new ArrayList<Running>(lives.size());
        for (var life : lives) {
            var thread = Thread.ofPlatform().name(life.unit.name()).unstarted(() -> life.run(NativeThread.id()));
            started.add(new OnThread(thread));
            thread.start();
        }
        return started;
    }

    private record OnThread(Thread thread) implements Running {
        @Override
        public void interrupt() {
            thread.interrupt();
        }

        @Override
        public boolean join(Duration patience) throws InterruptedException {
            return thread.join(patience);
        }
    }
}
