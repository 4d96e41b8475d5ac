package io.interleave.trace;

import java.io.IOException;

/// A file cannot be read as a trace at all. The message says why, for a person.
public final class TraceFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    TraceFormatException(String message) {
        super(message);
    }
}
