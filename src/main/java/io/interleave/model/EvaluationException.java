package io.interleave.model;

import static java.util.Objects.requireNonNull;

/// An expression that is in order has no value all the same, such as a division by zero.
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /// @param message what happened, a sentence without a full stop
    public EvaluationException(Place place, String message) {
        super(message);
        this.place = place;
    }

    /// Where the part of the expression stands that has no value.
    public Place place() {
        return place;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
