package io.interleave.lint;

import io.interleave.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is certain of a unit before a step, whichever way it came there.
///
/// @param held what it has then, the last one taken last
record State(Reach reach, List<Taken> held) {

    static final State BEGINNING = new State(Reach.OPEN, List.of());

    State {
        held = List.copyOf(held);
    }

    State taking(Taken lock) {
        var now = new ArrayList<>(held);
        now.add(lock);
        return new State(reach, now);
    }

    /// Without the last one that this releases: the same one, or where that cannot be told another of its name.
    State releasing(Target lock, Taken same) {
        int last = -1;
        for (int i = 0; i < held.size(); i++) {
            boolean better = last < 0 || held.get(i).isSame(same) || !held.get(last).isSame(same);
            if (held.get(i).name().equals(lock.name()) && !held.get(i).byHold() && better) {
                last = i;
            }
        }
        return last < 0 ? this : without(last);
    }

    /// Without this very hold, at its end.
    State ending(Taken hold) {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i) == hold) {
                return without(i);
            }
        }
        return this;
    }

    private State without(int index) {
        var now = new ArrayList<>(held);
        now.remove(index);
        return new State(reach, now);
    }

    /// Without whatever of these names was acquired.
    State losing(Set<String> locks) {
        return locks.isEmpty()
                ? this
                : new State(
                        reach,
                        held.stream()
                                .filter(it -> it.byHold() || !locks.contains(it.name()))
                                .toList());
    }

    State reached(Reach now) {
        return new State(reach.and(now), held);
    }

    State ended() {
        return new State(Reach.DEAD, held);
    }

    /// Where two ways meet. A way that is not gone says nothing about what is held.
    State or(State other) {
        if (reach != other.reach) {
            return reach.compareTo(other.reach) > 0 ? this : other;
        }
        return new State(
                reach,
                held.stream()
                        .filter(it -> other.held.stream().anyMatch(it::isSame))
                        .toList());
    }
}
