package io.interleave.engine;

import io.interleave.cores.SwitchListener;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;

/// Puts what the watch on the cores learns into the trace.
final class SwitchRecorder implements SwitchListener {

    private static final int NONE = -1;

    private final EventWriter events;
    private final ProgramRecorder programs;

    /// @param programs hears of the threads of child processes
    SwitchRecorder(EventWriter events, ProgramRecorder programs) {
        this.events = events;
        this.programs = programs;
    }

    @Override
    public void switchedIn(long time, int core, int tid) {
        record(time, EventKind.CORE_IN, core, tid);
    }

    @Override
    public void switchedOut(long time, int core, int tid, boolean preempted) {
        record(time, preempted ? EventKind.CORE_PREEMPTED : EventKind.CORE_OUT, core, tid);
    }

    @Override
    public void exited(long time, int core, int tid) {
        record(time, EventKind.CORE_EXIT, core, tid);
        programs.exited(tid);
    }

    @Override
    public void lost(long time, int core, long records) {
        record(time, EventKind.CORE_LOST, core, records);
    }

    @Override
    public void sampled(long time, int tid, int core, boolean running) {
        record(time, running ? EventKind.CORE_SAMPLE_ON : EventKind.CORE_SAMPLE_OFF, core, tid);
    }

    @Override
    public void completeUntil(long time) {
        record(time, EventKind.CORE_COMPLETE, NONE, 0);
    }

    @Override
    public void started(long time, int tid, int pid, int parentTid, int parentPid) {
        programs.started(time, tid, pid, parentTid, parentPid);
    }

    @Override
    public void renamed(long time, int tid, int pid, String name) {
        programs.renamed(time, tid, pid, name);
    }

    private void record(long time, EventKind kind, int core, long value) {
        events.recordAt(time, kind, NONE, core, NONE, value);
    }
}
