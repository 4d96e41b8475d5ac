package io.interleave.analysis;

import io.interleave.trace.EventKind.WaitEnd;
import java.util.List;
import java.util.Optional;

/// Why a unit did not go on during one of its spans: from that span back, each time to what the unit did that
/// was waited for, until one that did not wait itself.
///
/// @param links the first is the span that was asked about
/// @param closesAt of a circle the place of the link that the last one leads back to; else {@link Spans#NONE}
public record Explanation(List<Link> links, End end, int closesAt) {

    public Explanation {
        links = List.copyOf(links);
    }

    /// What the last link comes to.
    public enum End {
        /// It did something, or slept: all the others waited for that.
        WORK,
        /// It could have gone on, but had no core or carrier: others had them.
        NO_CORE,
        /// It leads back to one of the links before it: a deadlock, where the waits go on.
        CIRCLE,
        /// For whom it waits is not known: for an item of a queue that nobody put in, or a signal that was
        /// lost.
        NOBODY,
        /// The chain is longer than is looked for.
        LONGER
    }

    /// A span of a unit, or the part of it that counts. Times are nanoseconds of the run's clock.
    ///
    /// @param span among those of the unit
    /// @param resource that was waited for, or {@link Spans#NONE}
    /// @param awaited the unit that was waited for when it began, or `NONE`
    /// @param from the beginning of the part of it that kept the link before it waiting; of the first link, of
    ///     the span
    /// @param to the end of that part
    /// @param how the wait ended; empty while it has not, and of what is no wait
    /// @param cause the unit that ended the wait, or `NONE`
    /// @param holders of a wait for a lock who held it meanwhile, the longest first, at most eight
    /// @param holds how often it was held by anybody meanwhile
    /// @param running of one that was ready, who had the cores or carriers meanwhile, the longest first, at
    ///     most eight
    public record Link(
            int unit,
            int span,
            State state,
            int resource,
            int awaited,
            int step,
            long from,
            long to,
            Optional<WaitEnd> how,
            int cause,
            List<Hold> holders,
            int holds,
            List<Running> running) {
        public Link {
            holders = List.copyOf(holders);
            running = List.copyOf(running);
        }
    }

    /// A unit held a lock, from when to when in all.
    ///
    /// @param unit `NONE` for several that read
    /// @param step with which it got it
    public record Hold(int unit, long from, long to, int step) {}

    /// A unit had cores or carriers for so long.
    ///
    /// @param unit `NONE` for a thread that is no unit's
    /// @param tid of such a thread; else `NONE`
    public record Running(int unit, int tid, long nanos) {}
}
