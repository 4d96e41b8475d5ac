package io.interleave.lint;

import io.interleave.model.Target;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is certain of a unit before a step, whichever way it came there.
///
/// @param held what it has then, the last one taken last
/// @param locals those that are followed and of which the value is known
record State(Reach reach, List<Taken> held, Map<String, Value> locals) {

    static final State BEGINNING = new State(Reach.OPEN, List.of(), Map.of());

    State {
        held = List.copyOf(held);
        locals = Map.copyOf(locals);
    }

    State taking(Taken lock) {
        var now = new ArrayList<>(held);
        now.add(lock);
        return new State(reach, now, locals);
    }

    /// Without the last one that this releases: the same one, or where that cannot be told another of its name.
    State releasing(Target lock, Taken same) {
        int last = -1;
        for (int i = 0; i < held.size(); i++) {
            boolean better =
                    last < 0 || held.get(i).isSame(same) || !held.get(last).isSame(same);
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
        return new State(reach, now, locals);
    }

    /// Without whatever of these names was acquired.
    State losing(Set<String> locks) {
        return locks.isEmpty()
                ? this
                : new State(
                        reach,
                        held.stream()
                                .filter(it -> it.byHold() || !locks.contains(it.name()))
                                .toList(),
                        locals);
    }

    /// With another value of a local, or with none that is known.
    State giving(String local, Optional<Value> value) {
        if (value.isEmpty() && !locals.containsKey(local)) {
            return this;
        }
        var now = new HashMap<>(locals);
        now.remove(local);
        value.ifPresent(it -> now.put(local, it));
        return new State(reach, held, now);
    }

    State forgetting(Set<String> names) {
        if (locals.keySet().stream().noneMatch(names::contains)) {
            return this;
        }
        var now = new HashMap<>(locals);
        now.keySet().removeAll(names);
        return new State(reach, held, now);
    }

    private Map<String, Value> same(State other) {
        if (locals.equals(other.locals)) {
            return locals;
        }
        var same = new HashMap<>(locals);
        same.entrySet().retainAll(other.locals.entrySet());
        return same;
    }

    State reached(Reach now) {
        return new State(reach.and(now), held, locals);
    }

    State ended() {
        return new State(Reach.DEAD, held, locals);
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
                        .toList(),
                same(other));
    }
}
