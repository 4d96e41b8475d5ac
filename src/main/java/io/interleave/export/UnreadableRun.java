package io.interleave.export;

import java.io.IOException;

/// There is no run to read at a place. The message names the place, says why, and what to do.
public final class UnreadableRun extends IOException {

    private static final long serialVersionUID = 1L;

    private final String why;

    UnreadableRun(String message) {
        super(message);
        why = message;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
