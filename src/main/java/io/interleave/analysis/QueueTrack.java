package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// The items of one queue: who put each in, so that a take is tied to its put.
final class QueueTrack extends LevelTrack {

    private int[] putters = new int[16];
    private long[] putTimes = new long[16];
    private int items;
    private long puts;
    private long takes;
    private int deepest;
    private boolean closed;

    private final WaitTimes waitsForRoom = new WaitTimes();

    QueueTrack(int id, String name) {
        super(id, name, "queue");
    }

    void put(long time, int unit, long item) {
        puts++;
        if (item < 0 || item > items + (1 << 20)) {
            return;
        }
        int place = (int) item;
        if (place >= putters.length) {
            int capacity = Math.max(place + 1, putters.length + (putters.length >> 1));
            putters = Arrays.copyOf(putters, capacity);
            putTimes = Arrays.copyOf(putTimes, capacity);
        }
        while (items <= place) {
            putters[items++] = NONE;
        }
        putters[place] = unit;
        putTimes[place] = time;
    }

    void abandoned() {
        puts--;
    }

    void taken(long time, int unit, long item, Links links) {
        takes++;
        if (item >= 0 && item < items && putters[(int) item] != NONE) {
            links.add(Links.Kind.ITEM, id, putters[(int) item], putTimes[(int) item], unit, time);
        }
    }

    void closed() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    void seen(long amount) {
        deepest = Math.max(deepest, (int) amount);
    }

    @Override
    void waitersChanged(long time, UnitTrack unit, boolean came) {
        super.waitersChanged(time, unit, came);
        if (came) {
            // With items in it, it is not items that somebody waits for.
            unit.waitsForRoom(amount() > 0);
        } else if (unit.waitsForRoom()) {
            waitsForRoom.add(time - unit.waitsSince());
        }
    }

    /// Waits for room so far, with those that go on.
    WaitTimes waitTimesForRoom(long now) {
        return withThoseThatGoOn(waitsForRoom, UnitTrack::waitsForRoom, now);
    }

    QueueFigures figures() {
        return new QueueFigures(id, name, puts, takes, deepest, closed);
    }
}
