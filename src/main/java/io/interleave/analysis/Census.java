package io.interleave.analysis;

import java.util.Arrays;

/// How many units of a group were in which state, at every moment, exactly. A change costs eight bytes, and a
/// mark with the sums up to it stands at every 256th, so that any moment and the mean over any stretch of time
/// is found by a search and a short walk, whatever there is.
public final class Census {

    private static final State[] STATES = State.values();
    private static final int EVERY = 256;

    /// Stands in a change for a unit that was not there yet, or is no more.
    private static final int NOT_THERE = 15;

    private static final int TIME = 8;

    /// Changes: nanoseconds since `base`, the state before, the state after.
    private long[] changes = new long[64];

    private int size;
    private long base;

    /// By mark: the time in each state, summed over units from the beginning to the mark's change.
    private long[] sums = new long[STATES.length];

    /// By mark: how many there are in each state just before that change.
    private int[] counts = new int[STATES.length];

    private final long[] currentSums = new long[STATES.length];
    private final int[] current = new int[STATES.length];
    private long currentTime;
    private int living;
    private int most;

    Census() {}

    /// A unit goes from one state to another. Times do not go back.
    ///
    /// @param from `UNKNOWN` for one that was not there yet
    /// @param to `UNKNOWN` for one that has ended
    void change(long time, State from, State to) {
        if (size == 0) {
            base = time;
            currentTime = time;
        }
        walk(currentSums, current, currentTime, time);
        currentTime = time;
        if (size % EVERY == 0) {
            mark(size / EVERY);
        }
        if (size == changes.length) {
            changes = Arrays.copyOf(changes, size + (size >> 1));
        }
        long change = time - base << TIME | code(from) << 4 | code(to);
        changes[size++] = change;
        apply(change, current);
        living += (to == State.UNKNOWN ? 0 : 1) - (from == State.UNKNOWN ? 0 : 1);
        most = Math.max(most, living);
    }

    private static int code(State state) {
        return state == State.UNKNOWN ? NOT_THERE : state.ordinal();
    }

    private void mark(int mark) {
        if ((mark + 1) * STATES.length > sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        System.arraycopy(currentSums, 0, sums, mark * STATES.length, STATES.length);
        System.arraycopy(current, 0, counts, mark * STATES.length, STATES.length);
    }

    private static void apply(long change, int[] counts) {
        int from = (int) (change >> 4) & 15;
        int to = (int) change & 15;
        if (from != NOT_THERE) {
            counts[from]--;
        }
        if (to != NOT_THERE) {
            counts[to]++;
        }
    }

    private static void walk(long[] sums, int[] counts, long from, long to) {
        for (int state = 0; state < counts.length; state++) {
            sums[state] += counts[state] * (to - from);
        }
    }

    /// The most units that there were at one time.
    public int most() {
        return most;
    }

    /// How many changes there are; grows with every one.
    public int size() {
        return size;
    }

    /// When its first unit came, in nanoseconds of the run's clock.
    public long start() {
        return base;
    }

    private long time(int change) {
        return base + (changes[change] >> TIME);
    }

    /// How many units were in each state at `time`.
    ///
    /// @param into by the ordinal of the state
    public void at(long time, int[] into) {
        sumUntil(time, new long[STATES.length], into);
    }

    /// The nanoseconds in each state up to `time`, summed over units.
    ///
    /// @param into by the ordinal of the state
    public void until(long time, long[] into) {
        sumUntil(time, into, new int[STATES.length]);
    }

    private void sumUntil(long time, long[] into, int[] there) {
        Arrays.fill(into, 0);
        Arrays.fill(there, 0);
        if (size == 0 || time < base) {
            return;
        }
        int mark = markBefore(time);
        System.arraycopy(sums, mark * STATES.length, into, 0, STATES.length);
        System.arraycopy(counts, mark * STATES.length, there, 0, STATES.length);
        long at = time(mark * EVERY);
        for (int change = mark * EVERY; change < size && time(change) <= time; change++) {
            walk(into, there, at, time(change));
            at = time(change);
            apply(changes[change], there);
        }
        walk(into, there, at, time);
    }

    /// The last mark that is not after `time`.
    private int markBefore(long time) {
        int low = 0;
        int high = (size - 1) / EVERY;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (time(middle * EVERY) <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
