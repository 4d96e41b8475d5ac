package io.interleave.engine;

import java.util.function.LongConsumer;

/// One resource, or one element of several of the same name, of which each has its own id.
abstract class Shared {

    final int id;

    /// With its number, where there are several: `forks 3`.
    final String name;

    Shared(int id, String name) {
        this.id = id;
        this.name = name;
    }

    /// A knob was turned: whoever waits for what is now so need not wait any more. Called on the engine's
    /// thread.
    ///
    /// @param level records how much there is of the resource now
    void turned(LongConsumer level) {}
}
