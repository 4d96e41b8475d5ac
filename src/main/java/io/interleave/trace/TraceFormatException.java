package io.interleave.trace;

import java.io.IOException;

/// A file cannot be read as a trace at all. The message says why, for a person.
public final class TraceFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with it.
    public enum Kind {
        NO_TRACE,
        DAMAGED,
        NEWER
    }

    private final Kind kind;

    TraceFormatException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
