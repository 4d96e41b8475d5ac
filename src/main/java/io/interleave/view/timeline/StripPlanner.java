package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;

/// Cuts a lane's spans into what the pixel columns of a window can show. A span that is two pixels or wider gets a
/// piece of its own, its edges rounded, so that neighbours meet. Narrower ones are gathered by column; a column
/// with several becomes one merged piece. Nothing is dropped: where rounding leaves no column to a narrow span, it
/// takes the first of the wide one behind it.
final class StripPlanner {

    private final Strip.Builder out = new Strip.Builder();
    private final long[] sums = new long[Ink.COUNT];

    /// Of the plan being made, like all that follows: set before it is read.
    @SuppressWarnings("NullAway.Init")
    private TimeScale scale;

    private int width;
    private int frontier;
    private int column;
    private long columnEnd;
    private int firstSpan;
    private int lastSpan;

    /// The inks in `sums`, as bits.
    private int used;

    /// @param until nothing from then on is shown
    Strip plan(Lane.Kind kind, Spans spans, TimeScale scale, int width, long until) {
        this.scale = scale;
        this.width = width;
        frontier = 0;
        column = -1;
        long end = Math.min(until, scale.timeAt(width));
        long pixel = (long) scale.nanosPerPixel();
        int size = spans.size();
        for (int index = spans.firstEndingAfter(scale.timeAt(0)); index < size; index++) {
            long from = spans.start(index);
            if (from >= end) {
                break;
            }
            long to = Math.min(spans.end(index), until);
            int ink = Ink.of(kind, spans, index);
            if (column >= 0 && to <= columnEnd) {
                sums[ink] += to - from;
                used |= 1 << ink;
                lastSpan = index;
            } else if (column >= 0 && column < width - 1 && from < columnEnd && to - from < pixel) {
                step(from, to, index, ink);
            } else if (to - from < pixel || narrow(from, to) || !wide(from, to, index, ink)) {
                gather(from, to, index, ink);
            }
        }
        flush();
        return out.build();
    }

    /// Whether it covers less than two columns once its edges are rounded.
    private boolean narrow(long from, long to) {
        return Math.round(scale.x(to)) - Math.round(scale.x(from)) < 2;
    }

    private boolean wide(long from, long to, int index, int ink) {
        int left = (int) Math.max(0, Math.round(scale.x(from)));
        int right = (int) Math.min(width, Math.round(scale.x(to)));
        if (left >= width || right <= 0) {
            return false;
        }
        flush();
        left = Math.max(left, frontier);
        if (right > left) {
            out.piece(left, right, index, 1, ink);
            frontier = right;
        }
        return true;
    }

    /// What `gather` comes to for a span that begins in the column being gathered and ends in the next: the case of
    /// the dense lanes.
    private void step(long from, long to, int index, int ink) {
        long border = columnEnd;
        sums[ink] += border - from;
        used |= 1 << ink;
        lastSpan = index;
        int next = column + 1;
        flush();
        column = next;
        columnEnd = scale.columnStart(next + 1);
        firstSpan = index;
        lastSpan = index;
        sums[ink] = to - border;
        used = 1 << ink;
    }

    private void gather(long from, long to, int index, int ink) {
        int firstColumn = (int) Math.max(0, Math.floor(scale.x(from)));
        int lastColumn = (int) Math.min(width - 1.0, Math.ceil(scale.x(to)) - 1);
        for (int at = firstColumn; at <= Math.max(firstColumn, lastColumn); at++) {
            int target = Math.max(at, frontier);
            if (target >= width) {
                return;
            }
            if (target != column) {
                flush();
                target = Math.max(target, frontier);
                if (target >= width) {
                    return;
                }
                column = target;
                columnEnd = scale.columnStart(target + 1);
                firstSpan = index;
            }
            long begin = Math.max(from, scale.columnStart(at));
            long finish = Math.min(to, scale.columnStart(at + 1));
            sums[ink] += Math.max(1, finish - begin);
            used |= 1 << ink;
            lastSpan = index;
        }
    }

    private void flush() {
        if (column < 0) {
            return;
        }
        int count = lastSpan - firstSpan + 1;
        long total = 0;
        int most = Integer.numberOfTrailingZeros(used);
        for (int rest = used; rest != 0; rest &= rest - 1) {
            int ink = Integer.numberOfTrailingZeros(rest);
            total += sums[ink];
            most = sums[ink] > sums[most] ? ink : most;
        }
        out.piece(column, column + 1, firstSpan, count, most);
        double part = Strip.WHOLE / Math.max(total, scale.nanosPerPixel());
        for (int rest = used; rest != 0; rest &= rest - 1) {
            int ink = Integer.numberOfTrailingZeros(rest);
            if (count > 1) {
                out.slice(ink, (int) Math.max(1, sums[ink] * part));
            }
            sums[ink] = 0;
        }
        used = 0;
        frontier = column + 1;
        column = -1;
    }
}
