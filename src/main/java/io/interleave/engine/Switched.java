package io.interleave.engine;

/// A resource that a knob can switch off. While it is off, nobody waits for it.
abstract class Switched extends Shared {

    private static final long[] NO_LOCALS = {};

    private final Code enabled;

    /// @param enabled a `TRUTH` over knobs
    Switched(int id, String name, Code enabled) {
        super(id, name);
        this.enabled = enabled;
    }

    final boolean isEnabled() {
        return enabled.value(NO_LOCALS) != 0;
    }
}
