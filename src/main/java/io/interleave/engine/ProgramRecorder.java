package io.interleave.engine;

import io.interleave.trace.Definition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells the trace of the threads and processes that child processes start, and of what they are called; and
/// the run's processes of who belongs to them. Called on the thread of the watch on the cores.
final class ProgramRecorder {

    /// Threads and names that are told. A child that starts others without end would fill the trace.
    static final int MOST = 50_000;

    private final Chronicle chronicle;
    private final Processes processes;
    private final int own = (int) ProcessHandle.current().pid();

    /// Of the threads of child processes that run; a thread begins with the name of the one that started it.
    private final Map<Integer, String> names = new HashMap<>();

    private int told;

    ProgramRecorder(Chronicle chronicle, Processes processes) {
        this.chronicle = chronicle;
        this.processes = processes;
    }

    void started(long time, int tid, int pid, int parentTid, int parentPid) {
        if (pid == own) {
            return;
        }
        if (tid == pid) {
            processes.family().flatMap(it -> it.started(pid, parentPid)).ifPresent(it -> processes.heardOf(it, pid));
        }
        tell(new Definition.Forked(tid, pid, parentPid, time));
        Optional.ofNullable(names.get(parentTid)).ifPresent(it -> renamed(time, tid, pid, it));
    }

    void renamed(long time, int tid, int pid, String name) {
        names.put(tid, name);
        tell(new Definition.Program(tid, pid, name, time));
    }

    void exited(int tid) {
        names.remove(tid);
        processes.family().ifPresent(it -> it.exited(tid));
    }

    private void tell(Definition definition) {
        if (told < MOST) {
            told++;
            chronicle.define(definition);
            if (told == MOST) {
                chronicle.define(new Definition.Note(
                        -1,
                        0,
                        "Child processes have started more threads and processes than the %,d that are told of"
                                .formatted(MOST / 2)));
            }
        }
    }
}
