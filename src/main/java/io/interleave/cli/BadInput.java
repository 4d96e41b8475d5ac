package io.interleave.cli;

/// What was asked for cannot be done; the message says why, perhaps in several lines. Nothing was started.
final class BadInput extends Exception {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message, null, false, false);
    }
}
