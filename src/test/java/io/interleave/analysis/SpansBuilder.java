package io.interleave.analysis;

/// Makes columns of spans for tests of what draws them.
public final class SpansBuilder {

    private final Spans spans = new Spans();

    public SpansBuilder add(long start, long end, State state, int core, int object, long value, int step) {
        spans.add(start, end, state, core, object, value, step);
        return this;
    }

    /// A span without anything but its state.
    public SpansBuilder add(long start, long end, State state) {
        return add(start, end, state, Spans.NONE, Spans.NONE, Spans.NONE, Spans.NONE);
    }

    public SpansBuilder endLast(long end) {
        spans.endLast(end);
        return this;
    }

    public Spans spans() {
        return spans;
    }

    public static LostUpdates lostUpdates() {
        return new LostUpdates();
    }

    /// @param readsAndWrites lost read time, value, lost write time, value, overwriting read time, value, write
    ///     time, value
    public static void conflict(LostUpdates to, int variable, int lost, int overwriter, long... readsAndWrites) {
        to.add(variable, lost, overwriter, readsAndWrites);
    }
}
