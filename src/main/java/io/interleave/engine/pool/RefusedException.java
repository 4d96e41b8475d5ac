package io.interleave.engine.pool;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/// What came over a socket is nothing that may be made an object of. The message names the class.
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    /// What was refused, for a person.
    public String words() {
        return requireNonNull(getMessage());
    }
}
