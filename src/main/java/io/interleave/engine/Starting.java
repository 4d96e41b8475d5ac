package io.interleave.engine;

import io.interleave.cores.ResidentMemory;
import io.interleave.trace.Clock;
import io.interleave.trace.Definition;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures what it costs to start some units of a group, and tells that when the last of them has begun.
final class Starting {

    private final String group;
    private final int count;
    private final Chronicle chronicle;
    private final AtomicInteger missing;
    private final long resident;
    private final long begun;

    /// Begins to measure.
    Starting(String group, int count, Chronicle chronicle) {
        this.group = group;
        this.count = count;
        this.chronicle = chronicle;
        this.missing = new AtomicInteger(count);
        this.resident = chronicle.isRecording() ? ResidentMemory.bytes() : -1;
        this.begun = Clock.now();
    }

    /// Says that one of them runs.
    void oneBegan() {
        if (missing.decrementAndGet() == 0 && chronicle.isRecording()) {
            long nanos = Clock.now() - begun;
            long bytes = resident < 0 ? -1 : Math.max(0, ResidentMemory.bytes() - resident);
            chronicle.define(new Definition.StartCost(group, count, nanos, bytes));
        }
    }
}
