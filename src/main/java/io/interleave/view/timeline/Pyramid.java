package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import java.util.Arrays;

/// What each block of a lane's spans adds up to, so that a picture in which a pixel stands for dozens of spans
/// need not look at each. There are three levels, for which 3.3 bytes a span are spent. Shares are 255ths of the
/// time from the block's beginning to that of the next, rounded; what is there at all has a share.
///
/// All that a picture needs of a block lies together: spans are far apart in memory, and going to each would
/// cost more than adding it up.
///
/// ```
/// small block   start (upper half), inks as bits (lower half) | 8 shares      a word each
/// large block   start | inks as bits | 8 shares | 8 shares
/// huge block    the same
/// start         of a small block from that of its large one, two seconds at most
/// shares        a byte each, lowest ink first; a seventeenth ink and those above it have the least share
/// ```
///
/// A fourth level would serve lanes of many millions of spans; a trace has not as many events.
final class Pyramid {

    static final int SMALL = 8;
    static final int LARGE = 32;
    static final int HUGE = 128;
    private static final int WHOLE = 255;
    private static final int INKS = 1;
    private static final int SHARES = 2;
    private static final int SMALL_WORDS = 2;
    private static final int WORDS = 4;

    private final Lane.Kind kind;
    private final Spans spans;
    private final long[] sums = new long[Ink.COUNT];
    private long[] small = {};
    private final Blocks large = new Blocks(LARGE);
    private final Blocks huge = new Blocks(HUGE);
    private int known;

    Pyramid(Lane.Kind kind, Spans spans) {
        this.kind = kind;
        this.spans = spans;
    }

    /// Takes in what is new. Blocks with the lane's last span wait: that one may still change.
    ///
    /// @return how many spans it knows, a multiple of `HUGE`
    int update() {
        int complete = Math.max(0, spans.size() - 1) / HUGE * HUGE;
        small = withRoom(small, complete / SMALL * SMALL_WORDS);
        large.prepare(complete);
        huge.prepare(complete);
        for (; known < complete; known += HUGE) {
            huge.add(known);
            for (int first = known; first < known + HUGE; first += LARGE) {
                large.add(first);
                for (int least = first; least < first + LARGE; least += SMALL) {
                    addSmall(least, spans.start(first));
                }
            }
        }
        return known;
    }

    /// The first time exactly as many as are needed, since most lanes are complete by then; later some ahead.
    private static long[] withRoom(long[] words, int needed) {
        return needed <= words.length
                ? words
                : Arrays.copyOf(words, Math.max(needed, words.length + (words.length >> 3)));
    }

    /// @param start of its large block
    private void addSmall(int first, long start) {
        int inks = sum(first, SMALL);
        int at = first / SMALL * SMALL_WORDS;
        long offset = Math.clamp(spans.start(first) - start, 0, Integer.MAX_VALUE);
        small[at] = offset << 32 | inks & 0xffff_ffffL;
        small[at + 1] = shares(inks, 0, length(first, SMALL));
    }

    /// There is always a span behind a complete block.
    private long length(int first, int count) {
        return Math.max(1, spans.start(first + count) - spans.start(first));
    }

    /// The time of each ink among `count` spans, in `sums`.
    ///
    /// @return the inks that there are, as bits
    private int sum(int first, int count) {
        Arrays.fill(sums, 0);
        int inks = 0;
        for (int span = first; span < first + count; span++) {
            int ink = Ink.of(kind, spans, span);
            sums[ink] += spans.end(span) - spans.start(span);
            inks |= 1 << ink;
        }
        return inks;
    }

    /// The shares of 8 of these inks, from the `from`th on.
    private long shares(int inks, int from, long length) {
        long shares = 0;
        int place = 0;
        for (int rest = inks; rest != 0; rest &= rest - 1, place++) {
            if (place >= from && place < from + 8) {
                int ink = Integer.numberOfTrailingZeros(rest);
                long share = Math.clamp(Math.round((double) sums[ink] / length * WHOLE), 1, WHOLE);
                shares |= share << (place - from) * 8;
            }
        }
        return shares;
    }

    /// When the small block of that span begins, in nanoseconds of the run's clock. It ends where the next
    /// begins.
    long startOfSmall(int first) {
        return first < known ? large.start(first) + (small[first / SMALL * SMALL_WORDS] >>> 32) : spans.start(first);
    }

    long startOfLarge(int first) {
        return first < known ? large.start(first) : spans.start(first);
    }

    long startOfHuge(int first) {
        return first < known ? huge.start(first) : spans.start(first);
    }

    /// Adds a small block to the time of each ink.
    ///
    /// @param first its first span
    /// @param nanos its length
    /// @return the inks that it has, as bits
    int addSmall(int first, long nanos, long[] into) {
        int at = first / SMALL * SMALL_WORDS;
        int inks = (int) small[at];
        long shares = small[at + 1];
        for (int rest = inks; rest != 0; rest &= rest - 1) {
            into[Integer.numberOfTrailingZeros(rest)] += part(nanos, shares);
            shares >>>= 8;
        }
        return inks;
    }

    /// As {@link #addSmall}, of a large block.
    int addLarge(int first, long nanos, long[] into) {
        return large.add(first, nanos, into);
    }

    /// As {@link #addSmall}, of a huge block.
    int addHuge(int first, long nanos, long[] into) {
        return huge.add(first, nanos, into);
    }

    /// By 256 instead of 255: a shift instead of a division, which is what this costs.
    private static long part(long nanos, long share) {
        return (nanos * (share & 0xff) >> 8) + 1;
    }

    /// The large blocks, or the huge ones.
    private final class Blocks {
        private final int count;
        private long[] words = {};

        /// @param count how many spans are in a block
        Blocks(int count) {
            this.count = count;
        }

        void prepare(int complete) {
            words = withRoom(words, complete / count * WORDS);
        }

        void add(int first) {
            int inks = sum(first, count);
            int at = first / count * WORDS;
            words[at] = spans.start(first);
            words[at + INKS] = inks;
            words[at + SHARES] = shares(inks, 0, length(first, count));
            words[at + SHARES + 1] = shares(inks, 8, length(first, count));
        }

        long start(int first) {
            return words[first / count * WORDS];
        }

        int add(int first, long nanos, long[] into) {
            int at = first / count * WORDS;
            int inks = (int) words[at + INKS];
            long shares = words[at + SHARES];
            int place = 0;
            for (int rest = inks; rest != 0; rest &= rest - 1) {
                into[Integer.numberOfTrailingZeros(rest)] += place < 16 ? part(nanos, shares) : nanos / WHOLE;
                place++;
                shares = place == 8 ? words[at + SHARES + 1] : shares >>> 8;
            }
            return inks;
        }
    }
}
