package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Kernel;
import io.interleave.model.Knob;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Between which bounds whole numbers stay, whatever the knobs and whoever runs first. Python's have no end, and those
/// of the scenario go round at 64 bits; Python's `//` and `%` round down and the scenario's `/` and `%` towards zero,
/// which is the same where nothing is negative.
///
/// A value is joined from all that its name is ever given, over and over until nothing changes. What still
/// grows after some rounds, by about the same in each, is a count, of which no program does more than
/// [#COUNTED]; what grows by more and more may be anything.
final class PythonRanges {

    /// After so many rounds it is looked at what still grows, and so often.
    private static final int ROUNDS = 6;

    private static final int LOOKS = 4;

    /// What multiplies grows at least twice as much in each round as in the one before.
    private static final double ABOUT_THE_SAME = 1.6;

    /// How many times what it grew in a round a count may come to lie beyond its bound: others follow in their turn.
    private static final int FOLLOWING = 16;

    /// How often a program counts at most: a thousand million steps take minutes.
    private static final double COUNTED = 0x1p30;

    /// What goes before the name of a task or a generator: what the one returns, and the other yields and is sent.
    private static final String RETURNED = "return ";

    private static final String YIELDED = "yield ";
    private static final String SENT = "send ";

    private final Scenario scenario;
    private final Map<String, Set<String>> early = new HashMap<>();
    private final Map<String, Range> known = new HashMap<>();
    /// By how much what is taken for a count grew in a round.
    private final Map<String, Double> counts = new HashMap<>();
    private boolean moved;

    /// From `low` to `high`, both included.
    record Range(double low, double high) {

        /// The whole numbers of a scenario.
        static final Range ANY = new Range(-0x1p63, 0x1p63);

        /// An exit status, or a place among those that came.
        static final Range SMALL = new Range(-0x1p31, 0x1p32);

        static Range of(double low, double high) {
            return new Range(low, high);
        }

        Range join(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }

        Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }

        Range negated() {
            return new Range(-high, -low);
        }

        Range times(Range other) {
            double[] corners = {
                product(low, other.low), product(low, other.high), product(high, other.low), product(high, other.high)
            };
            double least = corners[0];
            double most = corners[0];
            for (double corner : corners) {
                least = Math.min(least, corner);
                most = Math.max(most, corner);
            }
            return new Range(least, most);
        }

        private static double product(double a, double b) {
            return a == 0 || b == 0 ? 0 : a * b;
        }

        /// By something that is at least 1, or -1 at most, or fails.
        Range dividedBy(Range divisor) {
            if (divisor.low < 0) {
                double size = Math.max(Math.abs(low), Math.abs(high));
                return new Range(-size, size);
            }
            double least = Math.max(1, divisor.low);
            return new Range(
                    low < 0 ? low / least : Math.floor(quotient(low, divisor.high)),
                    high < 0 ? Math.ceil(quotient(high, divisor.high)) : high / least);
        }

        private static double quotient(double a, double b) {
            return a / Math.max(1, b);
        }

        Range remainder(Range divisor) {
            double size = Math.max(Math.abs(divisor.low), Math.abs(divisor.high)) - 1;
            return new Range(low < 0 ? Math.max(low, -size) : 0, high < 0 ? 0 : Math.min(high, size));
        }

        boolean isNegative() {
            return low < 0;
        }

        boolean isWithin(double size) {
            return -size <= low && high <= size;
        }

        /// Whether what is in it may have no room in 64 bits: the least and the most number have some, but what is
        /// one beyond them is the same here.
        boolean goesRound() {
            return low <= ANY.low || high >= ANY.high;
        }

        /// After it has gone round, if it does.
        Range within64Bits() {
            return goesRound() ? ANY : this;
        }
    }

    private PythonRanges(Scenario scenario) {
        this.scenario = scenario;
        scenario.units().forEach(it -> early.put(it.name(), new PythonLocals(scenario, it).early()));
    }

    static PythonRanges of(Scenario scenario) {
        var ranges = new PythonRanges(scenario);
        int round = 0;
        var before = Map.<String, Range>of();
        do {
            var earlier = before;
            before = Map.copyOf(ranges.known);
            ranges.moved = false;
            ranges.pass();
            if (++round % ROUNDS == 0 || round > LOOKS * ROUNDS) {
                ranges.widen(before, earlier, round < LOOKS * ROUNDS);
            }
        } while (ranges.moved);
        return ranges;
    }

    /// Where Python computes it, without going round: sums and products come out right if they go round in the end.
    ///
    /// @param unit the group of units whose local a name may be; empty over knobs alone
    /// @param updated the variable that its name stands for, in the value of an update; empty elsewhere
    Range of(Expr expr, String unit, String updated) {
        return switch (expr) {
            case Expr.Literal(var _, Value.Whole(long value)) -> Range.of(value, value);
            case Expr.Literal _ -> Range.ANY;
            case Expr.Name(var _, var name) when name.equals(updated) -> shared(name);
            case Expr.Name(var _, var name) ->
                scenario.knob(name).map(PythonRanges::of).orElseGet(() -> get(unit, name));
            case Expr.Unary(var _, var operator, var operand) ->
                operator == Expr.UnaryOperator.NEGATE
                        ? of(operand, unit, updated).negated()
                        : Range.ANY;
            case Expr.Binary(var _, var operator, var one, var other) -> {
                var left = of(one, unit, updated);
                var right = of(other, unit, updated);
                yield switch (operator) {
                    case ADD -> left.plus(right);
                    case SUBTRACT -> left.plus(right.negated());
                    case MULTIPLY -> left.times(right);
                    case DIVIDE -> left.within64Bits().dividedBy(right.within64Bits());
                    case REMAINDER -> left.within64Bits().remainder(right.within64Bits());
                    case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, AND, OR -> Range.ANY;
                };
            }
        };
    }

    private Range of(Expr expr, String unit) {
        return of(expr, unit, "");
    }

    /// The sum of what the tasks of a `map` return.
    Range sum(Step.MapTasks it, String unit) {
        double most = of(it.to(), unit).high() - of(it.from(), unit).low() + 1;
        return shared(RETURNED + it.task()).times(Range.of(0, Math.max(0, most)));
    }

    private static Range of(Knob knob) {
        return knob instanceof Knob.Slider slider
                        && slider.min() instanceof Value.Whole(long min)
                        && slider.max() instanceof Value.Whole(long max)
                ? Range.of(min, max)
                : Range.ANY;
    }

    /// Of what has been given no value yet, 0: that is what it has then.
    private Range get(String unit, String local) {
        return known.getOrDefault(local(unit, local), Range.of(0, 0));
    }

    private static String local(String unit, String local) {
        return unit + "." + local;
    }

    private void pass() {
        for (var resource : scenario.resources()) {
            if (resource instanceof Resource.Variable variable) {
                var initial =
                        variable.initial() instanceof Value.Whole(long value) ? Range.of(value, value) : Range.ANY;
                join(variable.name(), initial);
            }
        }
        for (var group : scenario.units()) {
            boolean bounded = !group.manual() && !(group.kind() instanceof UnitGroup.Task);
            double last = bounded ? of(group.count(), "").high() : COUNTED;
            join(local(group.name(), UnitGroup.INDEX), Range.of(1, Math.max(1, last)));
            early.getOrDefault(group.name(), Set.of()).forEach(it -> give(group.name(), it, Range.of(0, 0)));
            steps(group.steps(), group.name());
        }
    }

    private void steps(List<Step> steps, String unit) {
        for (var step : steps) {
            step(step, unit);
            step.bodies().forEach(body -> steps(body, unit));
        }
    }

    /// What a step gives to a name. Those that give no whole number, or none to a name, are of no interest.
    private void step(Step step, String unit) {
        switch (step) {
            case Step.Let it -> give(unit, it.local(), of(it.value(), unit));
            case Step.ForEach it ->
                give(
                        unit,
                        it.local(),
                        Range.of(of(it.from(), unit).low(), of(it.to(), unit).high()));
            case Step.Read it -> give(unit, it.local(), shared(it.variable().name()));
            case Step.Write it -> join(it.variable().name(), of(it.value(), unit));
            case Step.Increment it ->
                join(it.variable().name(), shared(it.variable().name()).plus(of(it.by(), unit)));
            case Step.Update it -> {
                var name = it.variable().name();
                join(name, of(it.value(), unit, name));
            }
            case Step.CompareAndSet it -> join(it.variable().name(), of(it.value(), unit));
            case Step.Put it -> join(it.queue().name(), of(it.value(), unit));
            case Step.Take it -> give(unit, it.into(), shared(it.queue().name()));
            case Step.Drain it -> give(unit, it.local(), shared(it.queue().name()));
            case Step.Submit it -> {
                argument(it.task(), it.with().map(with -> of(with, unit)));
                it.into().ifPresent(into -> give(unit, into, shared(RETURNED + it.task())));
            }
            case Step.MapTasks it -> {
                argument(
                        it.task(),
                        Optional.of(Range.of(
                                of(it.from(), unit).low(), of(it.to(), unit).high())));
                it.into().ifPresent(into -> give(unit, into, sum(it, unit)));
            }
            case Step.Return it -> join(RETURNED + unit, of(it.value(), unit));
            case Step.Kernelled it -> it.into().ifPresent(into -> give(unit, into, of(it.kernel())));
            case Step.Await it -> {
                var handle =
                        Optional.ofNullable(known.get(local(unit, it.target().name())));
                it.into().ifPresent(into -> give(unit, into, handle.orElse(Range.SMALL)));
            }
            case Step.Next it -> {
                var generator = it.generator().name();
                it.sent().ifPresent(sent -> join(SENT + generator, of(sent, unit)));
                it.into().ifPresent(into -> give(unit, into, shared(YIELDED + generator)));
            }
            case Step.Yield it -> {
                join(YIELDED + unit, of(it.value(), unit));
                it.into().ifPresent(into -> give(unit, into, shared(SENT + unit).join(Range.of(0, 0))));
            }
            case Step.Repeat _, Step.While _, Step.If _, Step.Forever _, Step.Compute _, Step.Sleep _, Step.Io _ -> {}
            case Step.Log _, Step.Check _, Step.Fail _, Step.ReadClock _, Step.Hold _, Step.Acquire _ -> {}
            case Step.Release _, Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _ -> {}
            case Step.Deregister _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Poll _, Step.Cancel _ -> {}
            case Step.Kill _, Step.KillWorker _, Step.Communicate _, Step.WriteLine _, Step.ReadLine _ -> {}
            case Step.Pause _, Step.Gather _, Step.Shutdown _ -> {}
        }
    }

    /// Those that count never come far. What has 63 bits is told from what goes round by less than one in a thousand
    /// million million.
    private static Range of(Kernel kernel) {
        return switch (kernel) {
            case SHA256, SORT -> Range.of(0, Math.nextDown(0x1p63));
            case FACTORIZE -> Range.of(0, Long.SIZE);
            case PRIMES, MANDELBROT, MATRIX -> Range.of(0, COUNTED);
        };
    }

    private void argument(String task, Optional<Range> value) {
        scenario.units().stream()
                .filter(it -> it.name().equals(task))
                .map(UnitGroup::kind)
                .filter(UnitGroup.Task.class::isInstance)
                .forEach(it -> give(task, ((UnitGroup.Task) it).parameter(), value.orElse(Range.of(0, 0))));
    }

    /// Of a variable, or the items of a queue.
    Range shared(String name) {
        return known.getOrDefault(name, Range.of(0, 0));
    }

    private void give(String unit, String local, Range range) {
        join(local(unit, local), range);
    }

    private void join(String key, Range given) {
        var range = given.within64Bits();
        var before = known.get(key);
        var after = before == null ? range : before.join(range);
        if (!after.equals(before)
                && (before == null || growth(before, after) > FOLLOWING * counts.getOrDefault(key, 0.0))) {
            moved = true;
            known.put(key, after);
        }
    }

    private static double growth(Range before, Range after) {
        return Math.max(before.low - after.low, after.high - before.high);
    }

    /// Gives what has grown in this round the bounds of a count, or none.
    ///
    /// @param before what was known before this round
    /// @param earlier what was known before the last one
    /// @param perhapsLater whether what grew in this round for the first time may be looked at another time
    private void widen(Map<String, Range> before, Map<String, Range> earlier, boolean perhapsLater) {
        for (var it : before.entrySet()) {
            var key = it.getKey();
            var last = it.getValue();
            var now = known.getOrDefault(key, last);
            double grown = growth(last, now);
            double grownBefore = growth(earlier.getOrDefault(key, last), last);
            if (grown == 0 || perhapsLater && grownBefore == 0) {
                continue;
            }
            boolean isCount = perhapsLater && grown <= ABOUT_THE_SAME * grownBefore;
            known.put(key, isCount ? counted(last, now).within64Bits() : Range.ANY);
            counts.put(key, grown);
        }
    }

    /// Where something comes that grew from one to the other in a round.
    private static Range counted(Range before, Range after) {
        return new Range(
                before.low - (before.low - after.low) * COUNTED, before.high + (after.high - before.high) * COUNTED);
    }
}
