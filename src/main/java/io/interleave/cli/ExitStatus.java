package io.interleave.cli;

/// What a command says to the shell.
final class ExitStatus {

    /// The run went through and what was expected held; or the command did what it was asked.
    static final int HELD = 0;

    /// The run went through, and something that was expected did not hold.
    static final int NOT_HELD = 1;

    /// The command, a file or a value is wrong; nothing was started.
    static final int BAD_INPUT = 2;

    /// The run itself failed.
    static final int FAILED = 3;

    private ExitStatus() {}
}
