package io.interleave.run;

import io.interleave.trace.Definition;

/// Says in words what the exit status of an engine process means that ended without a message.
final class EngineDeath {

    /// To a Java parent on Unix, a process that a signal killed has this status plus the signal's number.
    private static final int BY_SIGNAL = 128;

    /// Nobody can be asked who sent it.
    private static final int KILL = 9;

    /// The status of a Java runtime that was told to exit when memory runs out.
    private static final int OUT_OF_MEMORY = 3;

    private EngineDeath() {}

    static String inWords(int status) {
        if (status > BY_SIGNAL && status < BY_SIGNAL + 65) {
            int signal = status - BY_SIGNAL;
            var how = "The engine process was killed by signal " + Definition.Exit.signalName(signal);
            return signal == KILL ? how + ", as the system does where memory runs out" : how;
        }
        return status == OUT_OF_MEMORY
                ? "The engine process ran out of memory, of which it may have half of what this machine has"
                : "The engine process ended without a word, with exit status " + status;
    }
}
