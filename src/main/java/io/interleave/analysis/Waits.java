package io.interleave.analysis;

import io.interleave.trace.EventKind.WaitEnd;
import java.util.Optional;

/// What a waiting span of a unit has in its `value`: whom the unit waits for, and once that is known, how the
/// wait ended and who ended it.
///
/// ```
///  63   61 60                             32 31                              0
/// +-------+--------------------------------+---------------------------------+
/// | end+1 |           cause+1              | the unit waited for, as an int  |
/// +-------+--------------------------------+---------------------------------+
/// ```
public final class Waits {

    private static final int CAUSE = 32;
    private static final int END = 61;
    private static final long CAUSES = (1L << END - CAUSE) - 1;

    private static final WaitEnd[] ENDS = WaitEnd.values();

    /// Stand in place of an end for what is no wait.
    private static final int ASLEEP = 6;

    private static final int IN_IO = 7;

    private Waits() {}

    /// A coroutine is suspended because it sleeps.
    static long asleep() {
        return begun(-1) | (long) ASLEEP << END;
    }

    /// A coroutine is suspended while its input or output goes on.
    static long inputOrOutput() {
        return begun(-1) | (long) IN_IO << END;
    }

    /// @param unit that is waited for: that holds the lock, that is to end; `NONE` for no unit
    static long begun(int unit) {
        return unit & 0xffff_ffffL;
    }

    /// @param cause the unit that ended it, `NONE` where that is not known
    static long ended(long begun, WaitEnd end, int cause) {
        return begun & 0xffff_ffffL | (cause + 1 & CAUSES) << CAUSE | (long) (end.ordinal() + 1) << END;
    }

    /// The wait is as good as over, or was the wait of a unit that another one took the place of: how it ended
    /// is not told, or not yet.
    ///
    /// @param cause the unit that ended it
    static long woken(long begun, int cause) {
        return begun & 0xffff_ffffL | (cause + 1 & CAUSES) << CAUSE;
    }

    /// The unit that was waited for when the wait began, or `NONE`.
    public static int unit(long value) {
        return (int) value;
    }

    /// The unit that ended the wait, or `NONE`. Of a generator that was suspended, the one that resumed it; of
    /// a unit in whose place a generator ran, that generator.
    public static int cause(long value) {
        return (int) (value >>> CAUSE & CAUSES) - 1;
    }

    /// How the wait ended that this span is the last of; empty for all others.
    public static Optional<WaitEnd> end(long value) {
        int end = (int) (value >>> END);
        return end == 0 || end > ENDS.length ? Optional.empty() : Optional.of(ENDS[end - 1]);
    }

    /// What a unit is about in a span of this state: a coroutine that sleeps, or waits for input or output, is
    /// suspended, and waits for nobody.
    public static State meaning(State state, long value) {
        int end = (int) (value >>> END);
        if (state != State.SUSPENDED || end <= ENDS.length) {
            return state;
        }
        return end == ASLEEP ? State.SLEEPING : State.IO;
    }
}
