package io.interleave.engine;

import io.interleave.trace.Clock;
import java.util.function.LongConsumer;

/// Counts bytes, and tells how many there were so far: each time while they come now and then, and a hundred
/// times a second while they pour. For one thread at a time.
final class Meter {

    /// Nanoseconds after which another may be told, and how many may be told at once after a pause.
    private static final long INTERVAL = 10_000_000;

    private static final int BURST = 32;

    private final LongConsumer listener;
    private long total;
    private long told;

    /// Until when the past has been used up; never more than BURST intervals ago.
    private long spent;

    Meter(LongConsumer listener) {
        this.listener = listener;
    }

    void add(long bytes) {
        total += bytes;
        long now = Clock.now();
        spent = Math.max(spent, now - BURST * INTERVAL);
        if (spent + INTERVAL <= now) {
            spent += INTERVAL;
            tell();
        }
    }

    /// Tells what has not been told.
    void finish() {
        if (total != told) {
            tell();
        }
    }

    private void tell() {
        told = total;
        listener.accept(total);
    }
}
