package io.interleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which locks a unit holds at the point of its text that the reading has come to. A lock of several is known
/// by its name and the expression that says which.
final class Held {

    /// @param at the expression's text; empty where there is one lock of the name
    private record One(String name, String at) {}

    private record Acquired(One lock, Target target, Place place) {}

    private final List<One> holding = new ArrayList<>();
    private List<Acquired> acquired = new ArrayList<>();

    private static One one(Target lock) {
        return new One(lock.name(), lock.at().map(ExprText::of).orElse(""));
    }

    void beginHold(Target lock) {
        holding.add(one(lock));
    }

    void endHold() {
        holding.removeLast();
    }

    void acquire(Target lock, Place place) {
        acquired.add(new Acquired(one(lock), lock, place));
    }

    /// Whether it was acquired before: this one, or where that cannot be told another one of its name.
    boolean release(Target lock) {
        var one = one(lock);
        for (var it : acquired.reversed()) {
            if (it.lock.equals(one)) {
                return acquired.remove(it);
            }
        }
        for (var it : acquired.reversed()) {
            if (it.lock.name.equals(lock.name())) {
                return acquired.remove(it);
            }
        }
        return false;
    }

    boolean isHeld(Target lock) {
        var one = one(lock);
        return holding.contains(one) || acquired.stream().anyMatch(it -> it.lock.equals(one));
    }

    boolean isInHold(String lock) {
        return holding.stream().anyMatch(it -> it.name.equals(lock));
    }

    boolean isHeld(String lock) {
        return isInHold(lock) || acquired.stream().anyMatch(it -> it.lock.name.equals(lock));
    }

    record Both<A, B>(A first, B second) {}

    /// Reads what is done in two different cases, both from here: behind them a lock counts as held where it is
    /// so after one of the two.
    <A, B> Both<A, B> either(Supplier<A> first, Supplier<B> second) {
        var before = List.copyOf(acquired);
        var one = first.get();
        var afterFirst = acquired;
        acquired = new ArrayList<>(before);
        var other = second.get();
        var also = acquired.stream().map(Acquired::lock).collect(Collectors.toCollection(ArrayList::new));
        for (var it : afterFirst) {
            if (!also.remove(it.lock)) {
                acquired.add(it);
            }
        }
        return new Both<>(one, other);
    }

    void hintAtUnreleased(Problems problems) {
        for (var it : acquired) {
            problems.hint(
                    it.place,
                    "'%s' is acquired here and never released".formatted(it.lock.name),
                    new Problem.Matter.Unreleased(it.target));
        }
    }
}
