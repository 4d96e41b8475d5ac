package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.model.Value;
import java.util.Arrays;

/// The values of one variable, and which updates of it were lost.
///
/// Each write makes a *version*. A write that was computed from a read comes after the version that the read saw, and
/// where others have written since, their versions are not contained in it. So the versions form a tree, and the writes
/// that count are those on the path from the root to the version that memory holds: its depth. All other writes are
/// lost: lost = writes − depth. For additions of one that is exactly what the sum lacks.
///
/// Which version a read saw is told by the value, and of those with that value by the times. Writes are recorded just
/// before they are done, and reads just after; between the two the unit may lose its core for long. So a read may have
/// seen any version that memory held since the unit's event before. And a write may be done long after it was recorded,
/// over all that came meanwhile: then memory holds an old version again.
final class VariableTrack {

    /// How many nanoseconds a store may take until others see it.
    private static final long STORE = 2_000;

    /// More often no unit writes while a clock stands still, however coarse that is.
    private static final int AT_ONCE = 256;

    final int id;
    final String name;
    final Value.Type type;

    /// One span for each version.
    final Spans spans = new Spans();

    private final LostUpdates lostUpdates;
    private final IntMap<Known> known = new IntMap<>();
    private int[] depths = new int[16];

    /// For each version the one that its unit wrote before, or `NONE`.
    private int[] formers = new int[16];

    private int current = NONE;
    private int conflicts;
    private long finalValue;
    private boolean isFinal;

    /// What one unit knows of the variable.
    private static final class Known {
        /// The version that it read or wrote last, when, and the value.
        private int version = NONE;

        private long time;
        private long value;

        /// The version that it wrote last, and when and with which value it had read what it was computed from.
        private int written = NONE;

        private long fromTime;
        private long fromValue;
    }

    VariableTrack(int id, String name, Value.Type type, LostUpdates lostUpdates) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.lostUpdates = lostUpdates;
    }

    /// @param since the time of the unit's event before: what it saw, memory held after that
    void read(long time, int unit, long since, long value) {
        if (current == NONE) {
            return;
        }
        var reader = known(unit);
        int version = find(value, since);
        if (version < reader.written) {
            // Its own write was done before, so that older one was done after.
            current = version;
        }
        sees(reader, version, time, value);
    }

    /// A write of what was computed from the unit's last read.
    void write(long time, int unit, long value, int step) {
        var writer = known(unit);
        if (writer.version == NONE) {
            blindWrite(time, unit, value, step);
            return;
        }
        if (writer.version != current) {
            conflicts++;
            tellConflict(time, unit, value, writer);
        }
        writer.fromTime = writer.time;
        writer.fromValue = writer.value;
        add(depths[writer.version] + 1, time, unit, value, step);
    }

    private void tellConflict(long time, int unit, long value, Known writer) {
        int lostUnit = spans.object(current);
        var loser = known(lostUnit);
        boolean isItsLast = loser.written == current;
        lostUpdates.add(
                id,
                lostUnit,
                unit,
                isItsLast ? loser.fromTime : Long.MIN_VALUE,
                isItsLast ? loser.fromValue : 0,
                spans.start(current),
                spans.value(current),
                writer.time,
                writer.value,
                time,
                value);
    }

    /// A write that contains all that was there, since it is atomic or is not meant to contain anything.
    void blindWrite(long time, int unit, long value, int step) {
        known(unit).fromTime = Long.MIN_VALUE;
        add(current == NONE ? 0 : depths[current] + 1, time, unit, value, step);
    }

    void isFinally(long value) {
        finalValue = value;
        isFinal = true;
        if (current != NONE) {
            current = find(value, Long.MAX_VALUE);
        }
    }

    private void add(int depth, long time, int unit, long value, int step) {
        advance(time);
        spans.add(time, time, State.VALUE, NONE, unit, value, step);
        current = spans.size() - 1;
        if (current == depths.length) {
            int capacity = current + (current >> 1);
            depths = Arrays.copyOf(depths, capacity);
            formers = Arrays.copyOf(formers, capacity);
        }
        var writer = known(unit);
        depths[current] = depth;
        formers[current] = writer.written;
        writer.written = current;
        sees(writer, current, time, value);
    }

    private static void sees(Known unit, int version, long time, long value) {
        unit.version = version;
        unit.time = time;
        unit.value = value;
    }

    private Known known(int unit) {
        return known.get(unit, _ -> new Known());
    }

    /// The newest version with this value that memory can have held at `since` or later; the current one where there is
    /// none.
    ///
    /// Of what a unit had recorded by then, that is the last, or while that is not done yet, the one before.
    /// Of what it wrote at one moment only so much is looked through: a damaged trace may have millions of such.
    private int find(long value, long since) {
        if (spans.value(current) == value) {
            return current;
        }
        long settled = since == Long.MIN_VALUE ? since : since - STORE;
        int found = NONE;
        for (var writer : known) {
            int version = writer.written;
            int settledOnes = 0;
            int atOnce = 0;
            while (version > found && spans.value(version) != value) {
                settledOnes += spans.start(version) < settled ? 1 : 0;
                int former = formers[version];
                atOnce = former != NONE && spans.start(former) == spans.start(version) ? atOnce + 1 : 0;
                version = settledOnes == 2 || atOnce == AT_ONCE ? NONE : former;
            }
            found = Math.max(found, version);
        }
        return found == NONE ? current : found;
    }

    void advance(long time) {
        if (current != NONE) {
            spans.endLast(time);
        }
    }

    /// The raw value: the last one written, or at the end of the run what memory really held.
    long value() {
        return isFinal || current == NONE ? finalValue : spans.value(current);
    }

    /// How often it was written, but for its first value.
    long writes() {
        return Math.max(0, spans.size() - 1);
    }

    long lost() {
        return current == NONE ? 0 : writes() - depths[current];
    }

    int conflicts() {
        return conflicts;
    }
}
