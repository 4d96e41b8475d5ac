package io.interleave.engine.pool;

import io.interleave.trace.Definition;

/// Says in words how a process ended.
final class WorkerEnd {

    /// To a Java parent on Unix, a process that a signal killed has this status plus the signal's number.
    private static final int BY_SIGNAL = 128;

    private static final int LAST_SIGNAL = 64;

    /// The status of a Java runtime that was told to exit when memory runs out.
    private static final int OUT_OF_MEMORY = 3;

    private WorkerEnd() {}

    static WorkerProcess.Exit exit(int status) {
        return isSignal(status) ? new WorkerProcess.Exit(-1, status - BY_SIGNAL) : new WorkerProcess.Exit(status, 0);
    }

    private static boolean isSignal(int status) {
        return status > BY_SIGNAL && status <= BY_SIGNAL + LAST_SIGNAL;
    }

    static String inWords(int status) {
        if (isSignal(status)) {
            return "its process was killed by signal " + Definition.Exit.signalName(status - BY_SIGNAL);
        }
        return status == OUT_OF_MEMORY
                ? "its process ran out of memory"
                : "its process ended with exit status " + status;
    }
}
