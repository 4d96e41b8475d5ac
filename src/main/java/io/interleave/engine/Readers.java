package io.interleave.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The units that hold a lock together, and how often each. A unit changes only what concerns itself.
final class Readers {

    private final Map<Integer, Integer> counts = new ConcurrentHashMap<>();

    /// @return whether the unit did not hold the lock before
    boolean enter(Unit unit) {
        return counts.merge(unit.id, 1, Integer::sum) == 1;
    }

    /// @return whether the unit holds the lock no more
    boolean leave(Unit unit) {
        return counts.computeIfPresent(unit.id, (_, count) -> count == 1 ? null : count - 1) == null;
    }

    boolean has(Unit unit) {
        return counts.containsKey(unit.id);
    }

    /// One of them: the unit itself if it is among them, `NOBODY` if there are none.
    int any(Unit unit) {
        if (has(unit)) {
            return unit.id;
        }
        var others = counts.keySet().iterator();
        return others.hasNext() ? others.next() : UnitLock.NOBODY;
    }
}
