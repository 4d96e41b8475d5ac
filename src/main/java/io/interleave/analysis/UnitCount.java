package io.interleave.analysis;

import java.util.ArrayList;
import java.util.List;

/// Sums up by unit where the time went from one moment until before another.
final class UnitCount implements Portions {

    private static final int COLUMNS = UnitTable.Column.values().length;

    private final TimelineBuilder trace;
    private final long from;
    private final long to;

    /// By row.
    private final List<UnitTrack> units = new ArrayList<>();

    /// By the number of a group, its first row.
    private final int[] firstRows;

    private final long[][] values;
    private int next;

    UnitCount(TimelineBuilder trace, long from, long to) {
        this.trace = trace;
        this.from = from;
        this.to = to;
        var groups = new ArrayList<Group>();
        trace.units.groups().forEach(groups::add);
        firstRows = new int[groups.size()];
        for (var group : groups) {
            firstRows[group.number] = units.size();
            units.addAll(group.units());
        }
        values = new long[COLUMNS][units.size()];
    }

    @Override
    public boolean goOn(int size) {
        for (int left = size; next < units.size() && left > 0; next++) {
            left -= 1 + add(next, units.get(next));
        }
        if (next < units.size()) {
            return false;
        }
        countSwitches();
        return true;
    }

    /// @return how many spans it looked at
    private int add(int row, UnitTrack unit) {
        unit.advance(trace.now());
        var spans = unit.spans;
        int first = spans.firstEndingAfter(from);
        int span = first;
        for (; span < spans.size() && spans.start(span) < to; span++) {
            long nanos = Math.min(spans.end(span), to) - Math.max(spans.start(span), from);
            switch (Waits.meaning(spans.state(span), spans.value(span))) {
                case RUNNING, ACTIVE -> add(UnitTable.Column.BUSY, row, nanos);
                case LOCK_WAIT, WAIT, SUSPENDED -> add(UnitTable.Column.WAITED, row, nanos);
                case READY -> add(UnitTable.Column.READY, row, nanos);
                case IO -> add(UnitTable.Column.IO, row, nanos);
                case SLEEPING -> add(UnitTable.Column.SLEPT, row, nanos);
                case SERIALIZING -> add(UnitTable.Column.SERIALIZED, row, nanos);
                case HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> {}
            }
        }
        return span - first;
    }

    private void add(UnitTable.Column column, int row, long more) {
        values[column.ordinal()][row] += more;
    }

    private void countSwitches() {
        for (var core : trace.cores.tracks) {
            var spans = core.spans;
            for (int i = spans.firstEndingAt(from); i < spans.size() && spans.start(i) < to; i++) {
                if (spans.end(i) < to && core.wasLeftAfter(i)) {
                    countSwitch(spans.object(i));
                }
            }
        }
    }

    /// Of a unit that has come since, there is no row.
    private void countSwitch(int unit) {
        if (unit >= 0 && trace.units.has(unit)) {
            var group = trace.units.get(unit).group;
            int row = group.number < firstRows.length ? firstRows[group.number] + group.placeOf(unit) : units.size();
            if (row >= 0 && row < units.size() && units.get(row).id == unit) {
                add(UnitTable.Column.SWITCHES, row, 1);
            }
        }
    }

    /// To be asked when all is done.
    UnitTable table() {
        return new UnitTable(units.stream().mapToInt(it -> it.id).toArray(), values);
    }
}
