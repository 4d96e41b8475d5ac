package io.interleave.analysis;

import io.interleave.trace.EventKind.WaitEnd;

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

    /// A wait of that span has ended.
    ///
    /// @param cause the unit that ended it, or `NONE`
    public static void ended(Spans spans, int span, WaitEnd how, int cause) {
        spans.valueOf(span, Waits.ended(spans.value(span), how, cause));
    }

    public static LostUpdates lostUpdates() {
        return new LostUpdates();
    }

    /// @param readsAndWrites lost read time, value, lost write time, value, overwriting read time, value, write
    ///     time, value
    public static void conflict(LostUpdates to, int variable, int lost, int overwriter, long... readsAndWrites) {
        to.add(variable, lost, overwriter, readsAndWrites);
    }

    /// A path that ends at `end`, of computing.
    ///
    /// @param froms when its segments begin, in order of time
    /// @param units whose they are
    public static CriticalPath path(long end, long[] froms, int[] units) {
        var path = new CriticalPath(end);
        for (int segment = froms.length - 1; segment >= 0; segment--) {
            path.addBefore(froms[segment], units[segment], State.RUNNING, Spans.NONE, Spans.NONE);
        }
        return path;
    }
}
