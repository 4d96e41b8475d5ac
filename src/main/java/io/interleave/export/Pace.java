package io.interleave.export;

/// Counts what is written, and asks now and then whether to go on.
final class Pace {

    private static final int EVERY = 1 << 14;

    private final Export.Progress progress;
    private final long all;
    private long done;

    /// @param all how much there is to be counted, about
    Pace(Export.Progress progress, long all) {
        this.progress = progress;
        this.all = all;
    }

    /// One more is written.
    void step() throws Cancelled {
        if (++done % EVERY == 0 && !progress.goesOn(Math.min(1.0, (double) done / all))) {
            throw new Cancelled();
        }
    }
}
