package io.interleave.engine;

/// A resource of which there is more or less: see {@link io.interleave.trace.EventKind#LEVEL}.
interface Levelled {

    /// How much there is of it before the first unit does anything.
    long initialLevel();
}
