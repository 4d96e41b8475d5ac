package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import java.util.Map;

/// Cuts a lane's spans into what the pixel columns of a window can show. A span that is two pixels or wider
/// gets a piece of its own, its edges rounded, so that neighbours meet. Narrower ones are gathered by column; a
/// column with several becomes one merged piece. Nothing is dropped: where rounding leaves no column to a
/// narrow span, it takes the first of the wide one behind it.
final class StripPlanner {

    /// From so many spans for a pixel, they are taken in blocks where that cannot be seen.
    private static final int DENSE = 12;

    /// The part of a pixel that a block may be long for that.
    private static final double SHORT = 0.5;

    private final Map<Spans, Pyramid> pyramids;
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

    /// @param pyramids of the lanes that were dense so far
    StripPlanner(Map<Spans, Pyramid> pyramids) {
        this.pyramids = pyramids;
    }

    /// Another picture begins: the strips of the one before the last are no more.
    void begin() {
        out.begin();
    }

    /// @param until nothing from then on is shown
    Strip plan(Lane.Kind kind, Spans spans, TimeScale scale, int width, long until) {
        this.scale = scale;
        this.width = width;
        frontier = 0;
        column = -1;
        long end = Math.min(until, scale.timeAt(width));
        long pixel = (long) scale.nanosPerPixel();
        int size = spans.size();
        int first = spans.firstEndingAfter(scale.timeAt(0));
        var blocks = (long) width * DENSE < size && (long) width * DENSE < spans.firstEndingAfter(end, first) - first
                ? pyramids.computeIfAbsent(spans, it -> new Pyramid(kind, it))
                : null;
        int summed = blocks == null ? 0 : blocks.update();
        for (int index = first; index < size; index++) {
            while (blocks != null && index < summed && index % Pyramid.SMALL == 0) {
                int taken = block(blocks, index, end);
                if (taken == 0) {
                    break;
                }
                index += taken;
            }
            if (index >= size) {
                break;
            }
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

    /// Takes the spans from `index` on as a block, where that is short beside a pixel.
    ///
    /// @return how many spans that were; 0 if it is not
    private int block(Pyramid blocks, int index, long end) {
        double most = scale.nanosPerPixel() * SHORT;
        int count = Pyramid.LARGE;
        long from = 0;
        long to = Long.MAX_VALUE;
        if (index % Pyramid.LARGE == 0) {
            from = blocks.startOfLarge(index);
            to = blocks.startOfLarge(index + Pyramid.LARGE);
        }
        if (to - from > most) {
            count = Pyramid.SMALL;
            from = blocks.startOfSmall(index);
            to = blocks.startOfSmall(index + Pyramid.SMALL);
        }
        if (to - from > most || to > end) {
            return 0;
        }
        gather(blocks, from, to, index, count);
        return count;
    }

    /// A block on a border is divided between its two columns; its spans are counted to the one with the most
    /// of it.
    private void gather(Pyramid blocks, long from, long to, int index, int count) {
        if (column < 0 || from >= columnEnd) {
            int target = Math.max((int) Math.max(0, Math.floor(scale.x(from))), frontier);
            flush();
            beginColumn(Math.max(target, frontier), index);
        }
        if (column < 0) {
            return;
        }
        long before = Math.min(to, columnEnd) - from;
        add(blocks, index, count, Math.max(before, 0));
        if (to <= columnEnd) {
            lastSpan = index + count - 1;
            return;
        }
        boolean mostBefore = before * 2 >= to - from;
        lastSpan = mostBefore ? index + count - 1 : Math.max(firstSpan, index - 1);
        int next = column + 1;
        flush();
        beginColumn(next, mostBefore ? index + count : index);
        if (column >= 0) {
            lastSpan = index + count - 1;
            add(blocks, index, count, to - from - before);
        }
    }

    /// Begins a column, if it is in sight.
    private void beginColumn(int target, int index) {
        if (target < width) {
            column = target;
            columnEnd = scale.columnStart(target + 1);
            firstSpan = index;
        }
    }

    private void add(Pyramid blocks, int index, int count, long nanos) {
        used |= count == Pyramid.LARGE ? blocks.addLarge(index, nanos, sums) : blocks.addSmall(index, nanos, sums);
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

    /// What `gather` comes to for a span that begins in the column being gathered and ends in the next: the
    /// case of the dense lanes.
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
                beginColumn(target, index);
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
        // Where a column has no more than the end of a block that is counted before it.
        firstSpan = Math.min(firstSpan, lastSpan);
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
