package io.interleave.testkit;

import io.interleave.run.Engines;
import io.interleave.run.Run;
import io.interleave.run.RunRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Engines that start nothing: each run waits for the test to say what becomes of it.
public final class FakeEngines implements Engines {

    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private final int cores;
    private volatile CountDownLatch opened = new CountDownLatch(0);

    public FakeEngines(int cores) {
        this.cores = cores;
    }

    /// The runs so far, oldest first.
    public List<FakeRun> runs() {
        return runs;
    }

    public FakeRun last() {
        return runs.getLast();
    }

    /// The next runs start no sooner than what is returned is run.
    public Runnable delayed() {
        var gate = new CountDownLatch(1);
        opened = gate;
        return gate::countDown;
    }

    @Override
    public Run start(RunRequest request) {
        try {
            opened.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("nobody interrupts who starts a run", unexpected);
        }
        var run = new FakeRun(request);
        runs.add(run);
        return run;
    }

    @Override
    public void warmUp() {}

    @Override
    public int cores() {
        return cores;
    }

    @Override
    public void close() {
        runs.forEach(FakeRun::stop);
    }
}
