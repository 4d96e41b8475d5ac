package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import java.util.Map;

/// Cuts a lane's spans into what the columns of a window can show. A span that is two columns or wider gets a
/// piece of its own, its edges rounded to pixels, so that neighbours meet. Narrower ones are gathered by column;
/// a column with several becomes one merged piece. Nothing is dropped: where rounding leaves no column to a
/// narrow span, it takes the first pixel of the wide one behind it.
final class StripPlanner {

    /// From so many spans for a column, they are taken in blocks where that cannot be seen.
    private static final int DENSE = 12;

    /// The part of a column that a block may be long for that.
    private static final double SHORT = 0.5;

    private final Map<Spans, Pyramid> pyramids;
    private final Strip.Builder out = new Strip.Builder();
    private final long[] sums = new long[Ink.COUNT];

    /// Of the plan being made, like all that follows: set before it is read.
    @SuppressWarnings("NullAway.Init")
    private Columns columns;

    @SuppressWarnings("NullAway.Init")
    private TimeScale scale;

    /// The first pixel that has no piece yet.
    private int frontier;

    /// The left edge of what is being gathered, or -1; then its right edge, and the time there.
    private int column;

    private int columnRight;
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
    Strip plan(Lane.Kind kind, Spans spans, Columns columns, long until) {
        this.columns = columns;
        scale = columns.scale();
        int width = columns.width();
        frontier = 0;
        column = -1;
        long end = Math.min(until, scale.timeAt(width));
        long narrow = (long) columns.nanos();
        long many = (long) width / columns.grain() * DENSE;
        int size = spans.size();
        int first = spans.firstEndingAfter(scale.timeAt(0));
        var blocks = many < size && many < spans.firstEndingAfter(end, first) - first
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
            } else if (column >= 0 && columnRight < width && from < columnEnd && to - from < narrow) {
                step(from, to, index, ink);
            } else if (to - from < narrow || isNarrow(from, to) || !wide(from, to, index, ink)) {
                gather(from, to, index, ink);
            }
        }
        flush();
        return out.build();
    }

    /// Takes the spans from `index` on as a block, where that is short beside a column.
    ///
    /// @return how many spans that were; 0 if it is not
    private int block(Pyramid blocks, int index, long end) {
        long most = (long) (columns.nanos() * SHORT);
        if (index % Pyramid.HUGE == 0) {
            long from = blocks.startOfHuge(index);
            long to = blocks.startOfHuge(index + Pyramid.HUGE);
            if (to - from <= most && to <= end) {
                gather(blocks, from, to, index, Pyramid.HUGE);
                return Pyramid.HUGE;
            }
        }
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
            int target = columns.left((int) Math.max(0, Math.floor(scale.x(from))));
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
        int next = columnRight;
        flush();
        beginColumn(next, mostBefore ? index + count : index);
        if (column >= 0) {
            lastSpan = index + count - 1;
            add(blocks, index, count, to - from - before);
        }
    }

    /// Begins a column, if it is in sight.
    private void beginColumn(int target, int index) {
        if (target < columns.width()) {
            column = target;
            columnRight = columns.right(target);
            columnEnd = scale.columnStart(columnRight);
            firstSpan = index;
        }
    }

    private void add(Pyramid blocks, int index, int count, long nanos) {
        used |= switch (count) {
            case Pyramid.HUGE -> blocks.addHuge(index, nanos, sums);
            case Pyramid.LARGE -> blocks.addLarge(index, nanos, sums);
            default -> blocks.addSmall(index, nanos, sums);
        };
    }

    /// Whether it covers less than two columns once its edges are rounded.
    private boolean isNarrow(long from, long to) {
        return Math.round(scale.x(to)) - Math.round(scale.x(from)) < 2L * columns.grain();
    }

    private boolean wide(long from, long to, int index, int ink) {
        int left = (int) Math.max(0, Math.round(scale.x(from)));
        int right = (int) Math.min(columns.width(), Math.round(scale.x(to)));
        if (left >= columns.width() || right <= 0) {
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
        int next = columnRight;
        flush();
        beginColumn(next, index);
        lastSpan = index;
        sums[ink] = to - border;
        used = 1 << ink;
    }

    private void gather(long from, long to, int index, int ink) {
        int first = (int) Math.max(0, Math.floor(scale.x(from)));
        int last = (int) Math.min(columns.width() - 1.0, Math.ceil(scale.x(to)) - 1);
        int at = first;
        do {
            int left = columns.left(at);
            int right = columns.right(at);
            if (column < 0 || Math.max(at, frontier) >= columnRight) {
                flush();
                int target = Math.max(left, frontier);
                if (target >= columns.width()) {
                    return;
                }
                beginColumn(target, index);
            }
            long begin = Math.max(from, scale.columnStart(left));
            long finish = Math.min(to, scale.columnStart(right));
            sums[ink] += Math.max(1, finish - begin);
            used |= 1 << ink;
            lastSpan = index;
            at = right;
        } while (at <= last);
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
        out.piece(column, columnRight, firstSpan, count, most);
        double part = Strip.WHOLE / Math.max(total, scale.nanosPerPixel() * (columnRight - column));
        for (int rest = used; rest != 0; rest &= rest - 1) {
            int ink = Integer.numberOfTrailingZeros(rest);
            if (count > 1) {
                out.slice(ink, (int) Math.max(1, sums[ink] * part));
            }
            sums[ink] = 0;
        }
        used = 0;
        frontier = columnRight;
        column = -1;
    }
}
