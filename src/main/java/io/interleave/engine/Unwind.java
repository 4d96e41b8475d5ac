package io.interleave.engine;

/// Leaves a unit's steps before their end, through every `hold`, which releases its lock on the way.
final class Unwind extends RuntimeException {

    /// The run is being ended.
    static final Unwind STOPPED = new Unwind("stopped");

    /// There are to be fewer units.
    static final Unwind RETIRED = new Unwind("retired");

    private static final long serialVersionUID = 1L;

    private Unwind(String message) {
        super(message, null, false, false);
    }
}
