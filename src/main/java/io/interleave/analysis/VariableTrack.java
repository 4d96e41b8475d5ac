package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.model.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The values of one variable, and which updates of it were lost.
///
/// Each write makes a *version*. A write that was computed from a read comes after the version that the read saw, and where others have
/// written since, their versions are not contained in it. So the versions form a tree, and the writes that count are those on the path
/// from the root to the last version: its depth. All other writes are lost: lost = writes − depth of the last version. For additions
/// of one that is exactly what the sum lacks.
///
/// Which version a read saw is told by the times and, where they mislead, by the value. A write is recorded just before it is done and a
/// read just after, so a read never seems to come before a write that it saw. But it may have seen an older version than the last one
/// recorded; and a unit that loses its core between recording a write and doing it overwrites, much later, all that came between: then
/// memory holds that unit's last version again. So where the value read is not the last one's, a recent version with that value is
/// looked for, and then one among each unit's last.
final class VariableTrack {

    /// How many of the last versions are looked at first.
    private static final int REMEMBERED = 8;

    final int id;
    final String name;
    final Value.Type type;
    final Spans spans = new Spans();
    private final LostUpdates lostUpdates;
    private final Version[] recent = new Version[REMEMBERED];
    private final Map<Integer, Seen> seen = new HashMap<>();

    /// The last version that each unit wrote.
    private final Map<Integer, Version> written = new HashMap<>();

    private long count;
    private int conflicts;
    private long finalValue;
    private boolean isFinal;

    /// @param readTime when its writer read what it was computed from; {@link Long#MIN_VALUE} for a write that saw the version before
    private record Version(long number, long depth, int unit, long time, long value, long readTime, long readValue) {}

    /// The version that a unit knows.
    private record Seen(Version version, long time, long value) {}

    VariableTrack(int id, String name, Value.Type type, LostUpdates lostUpdates) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.lostUpdates = lostUpdates;
    }

    void read(long time, int unit, long value) {
        if (count > 0) {
            seen.put(unit, new Seen(holding(value), time, value));
        }
    }

    /// The version that memory holds if `value` is what was found in it.
    private Version holding(long value) {
        for (long back = 0; back < REMEMBERED && back < count; back++) {
            var candidate = recent[(int) ((count - 1 - back) % REMEMBERED)];
            if (candidate.value() == value) {
                return candidate;
            }
        }
        return written.values().stream()
                .filter(candidate -> candidate.value() == value)
                .max(Comparator.comparingLong(Version::number))
                .orElse(last());
    }

    /// A write of what was computed from the unit's last read.
    void write(long time, int unit, long value, int step) {
        var last = last();
        var known = seen.get(unit);
        if (last == null || known == null) {
            blindWrite(time, unit, value, step);
            return;
        }
        if (known.version().number() != last.number()) {
            conflicts++;
            lostUpdates.add(
                    id,
                    last.unit(),
                    unit,
                    last.readTime(),
                    last.readValue(),
                    last.time(),
                    last.value(),
                    known.time(),
                    known.value(),
                    time,
                    value);
        }
        add(known.version().depth() + 1, unit, time, value, known.time(), known.value(), step);
    }

    /// A write that contains all that was there, since it is atomic or is not meant to contain anything.
    void blindWrite(long time, int unit, long value, int step) {
        var last = last();
        add(last == null ? 0 : last.depth() + 1, unit, time, value, Long.MIN_VALUE, 0, step);
    }

    void isFinally(long value) {
        finalValue = value;
        isFinal = true;
    }

    private void add(long depth, int unit, long time, long value, long readTime, long readValue, int step) {
        var version = new Version(count, depth, unit, time, value, readTime, readValue);
        recent[(int) (count % REMEMBERED)] = version;
        count++;
        seen.put(unit, new Seen(version, time, value));
        written.put(unit, version);
        advance(time);
        spans.add(time, time, State.VALUE, NONE, unit, value, step);
    }

    void advance(long time) {
        if (spans.size() > 0) {
            spans.endLast(time);
        }
    }

    private Version last() {
        return count == 0 ? null : recent[(int) ((count - 1) % REMEMBERED)];
    }

    /// The raw value: the last one written, or at the end of the run what memory really held.
    long value() {
        return isFinal || count == 0 ? finalValue : last().value();
    }

    long writes() {
        return Math.max(0, count - 1);
    }

    long lost() {
        if (count == 0) {
            return 0;
        }
        var version = isFinal ? holding(finalValue) : last();
        return count - 1 - version.depth();
    }

    int conflicts() {
        return conflicts;
    }
}
