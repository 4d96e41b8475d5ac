package io.interleave.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Where the time of every unit of a run went from one moment until before another, spans at its edges cut off
/// there: a row a unit, in order of their groups. As columns: there may be a million rows.
public final class UnitTable {

    /// What there is of each unit; times in nanoseconds.
    public enum Column {
        /// On a core; or where it is not known whether it was, at work.
        BUSY,
        /// For a lock, a queue, another unit, or suspended.
        WAITED,
        /// Could have run, but had no core.
        READY,
        IO,
        SLEPT,
        SERIALIZED,
        /// How often it left a core.
        SWITCHES
    }

    private static final Column[] COLUMNS = Column.values();

    private final TimelineBuilder trace;
    private final int[] units;
    private final long[][] values;

    private UnitTable(TimelineBuilder trace, int rows) {
        this.trace = trace;
        units = new int[rows];
        values = new long[COLUMNS.length][rows];
    }

    static UnitTable of(TimelineBuilder trace, long from, long to) {
        int rows = 0;
        int groups = 0;
        for (var group : trace.units.groups()) {
            rows += group.size();
            groups++;
        }
        var table = new UnitTable(trace, rows);
        var firstRows = new int[groups];
        int row = 0;
        for (var group : trace.units.groups()) {
            firstRows[group.number] = row;
            for (var unit : group.units()) {
                unit.advance(trace.now());
                table.add(row++, unit, from, to);
            }
        }
        table.countSwitches(firstRows, from, to);
        return table;
    }

    private void add(int row, UnitTrack unit, long from, long to) {
        units[row] = unit.id;
        var spans = unit.spans;
        for (int i = spans.firstEndingAfter(from); i < spans.size() && spans.start(i) < to; i++) {
            long nanos = Math.min(spans.end(i), to) - Math.max(spans.start(i), from);
            switch (spans.state(i)) {
                case RUNNING, ACTIVE -> add(Column.BUSY, row, nanos);
                case LOCK_WAIT, WAIT, SUSPENDED -> add(Column.WAITED, row, nanos);
                case READY -> add(Column.READY, row, nanos);
                case IO -> add(Column.IO, row, nanos);
                case SLEEPING -> add(Column.SLEPT, row, nanos);
                case SERIALIZING -> add(Column.SERIALIZED, row, nanos);
                case HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> {}
            }
        }
    }

    private void add(Column column, int row, long more) {
        values[column.ordinal()][row] += more;
    }

    private void countSwitches(int[] firstRows, long from, long to) {
        for (var core : trace.cores.tracks) {
            var spans = core.spans;
            for (int i = spans.firstEndingAt(from); i < spans.size() && spans.start(i) < to; i++) {
                int unit = spans.object(i);
                if (unit >= 0 && spans.end(i) < to && core.wasLeftAfter(i) && trace.units.has(unit)) {
                    var group = trace.units.get(unit).group;
                    add(Column.SWITCHES, firstRows[group.number] + group.placeOf(unit), 1);
                }
            }
        }
    }

    public int rows() {
        return units.length;
    }

    public int unit(int row) {
        return units[row];
    }

    public long value(Column column, int row) {
        return values[column.ordinal()][row];
    }

    /// The rows in the order of a column's values, the greatest first; of equal ones the first stays first.
    public int[] greatestFirst(Column column) {
        var keys = values[column.ordinal()];
        return IntStream.range(0, rows())
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> keys[row]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
