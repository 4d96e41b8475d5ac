package io.interleave.engine;

/// A resource that a knob can switch off. While it is off, nobody waits for it.
interface Switched {

    /// A `TRUTH` over knobs.
    Code enabled();

    default boolean isEnabled() {
        return enabled().value(ExpressionCompiler.NO_LOCALS) != 0;
    }
}
