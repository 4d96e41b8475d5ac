package io.interleave.testkit;

import io.interleave.run.Engines;
import io.interleave.run.Run;
import io.interleave.run.RunRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Engines that start nothing: each run waits for the test to say what becomes of it.
public final class FakeEngines implements Engines {

    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private final int cores;

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

    @Override
    public Run start(RunRequest request) {
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
