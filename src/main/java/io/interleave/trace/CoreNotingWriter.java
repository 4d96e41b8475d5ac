package io.interleave.trace;

import java.util.function.IntSupplier;

/// A writer that notes with each event which core it is on.
final class CoreNotingWriter extends EventWriter {

    private final IntSupplier core;

    CoreNotingWriter(TraceSpace space, int id, IntSupplier core) {
        super(space, id);
        this.core = core;
    }

    @Override
    int core() {
        return core.getAsInt();
    }
}
