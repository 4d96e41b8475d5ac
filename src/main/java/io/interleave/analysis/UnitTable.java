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

    private final int[] units;
    private final long[][] values;

    /// @param values by the ordinal of the column, then by row
    UnitTable(int[] units, long[][] values) {
        this.units = units;
        this.values = values;
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
