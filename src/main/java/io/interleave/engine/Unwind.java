package io.interleave.engine;

import java.io.Serial;

/// Leaves a unit's steps before their end, through every `hold`, which releases its lock on the way.
final class Unwind extends RuntimeException {

    /// Why.
    enum Reason {
        /// The run is being ended.
        STOPPED,
        /// There are to be fewer units.
        RETIRED,
        /// Another unit cancelled this one.
        CANCELLED,
        /// A task has its result.
        RETURNED
    }

    static final Unwind STOPPED = new Unwind(Reason.STOPPED);
    static final Unwind RETIRED = new Unwind(Reason.RETIRED);
    static final Unwind CANCELLED = new Unwind(Reason.CANCELLED);
    static final Unwind RETURNED = new Unwind(Reason.RETURNED);

    @Serial
    private static final long serialVersionUID = 1L;

    final Reason reason;

    private Unwind(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }
}
