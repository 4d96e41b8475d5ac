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

/// Between which bounds whole numbers stay, whatever the knobs and whoever runs first: Python's `//` and `%` round
/// down and the scenario's `/` and `%` towards zero, which is the same where nothing is negative.
///
/// A value is joined from all that its name is ever given, over and over until nothing changes; a bound that still
/// moves after a few rounds is given up.
final class PythonRanges {

    private static final int ROUNDS = 4;

    private final Scenario scenario;
    private final Map<String, Range> known = new HashMap<>();
    private boolean moved;
    private boolean widening;

    /// From `low` to `high`, both included, perhaps infinite.
    record Range(double low, double high) {

        static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

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
            return Double.isInfinite(b) ? 0 : a / Math.max(1, b);
        }

        Range remainder(Range divisor) {
            double size = Math.max(Math.abs(divisor.low), Math.abs(divisor.high)) - 1;
            return new Range(low < 0 ? Math.max(low, -size) : 0, high < 0 ? 0 : Math.min(high, size));
        }

        boolean isNegative() {
            return low < 0;
        }
    }

    private PythonRanges(Scenario scenario) {
        this.scenario = scenario;
    }

    static PythonRanges of(Scenario scenario) {
        var ranges = new PythonRanges(scenario);
        int round = 0;
        do {
            ranges.moved = false;
            ranges.widening = ++round > ROUNDS;
            ranges.pass();
        } while (ranges.moved);
        return ranges;
    }

    /// @param unit the group of units whose local a name may be; empty over knobs alone
    Range of(Expr expr, String unit) {
        return switch (expr) {
            case Expr.Literal(var _, Value.Whole(long value)) -> Range.of(value, value);
            case Expr.Literal _ -> Range.ANY;
            case Expr.Name(var _, var name) ->
                scenario.knob(name).map(PythonRanges::of).orElseGet(() -> get(unit, name));
            case Expr.Unary(var _, var operator, var operand) ->
                operator == Expr.UnaryOperator.NEGATE ? of(operand, unit).negated() : Range.ANY;
            case Expr.Binary(var _, var operator, var left, var right) ->
                switch (operator) {
                    case ADD -> of(left, unit).plus(of(right, unit));
                    case SUBTRACT -> of(left, unit).plus(of(right, unit).negated());
                    case MULTIPLY -> of(left, unit).times(of(right, unit));
                    case DIVIDE -> of(left, unit).dividedBy(of(right, unit));
                    case REMAINDER -> of(left, unit).remainder(of(right, unit));
                    case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, AND, OR -> Range.ANY;
                };
        };
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
            double last = bounded ? of(group.count(), "").high() : Double.POSITIVE_INFINITY;
            join(local(group.name(), UnitGroup.INDEX), Range.of(1, Math.max(1, last)));
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
            case Step.Update it -> update(it, unit);
            case Step.CompareAndSet it -> join(it.variable().name(), of(it.value(), unit));
            case Step.Put it -> join(it.queue().name(), of(it.value(), unit));
            case Step.Take it -> give(unit, it.into(), shared(it.queue().name()));
            case Step.Drain it -> give(unit, it.local(), shared(it.queue().name()));
            case Step.Submit it -> argument(it.task(), it.with().map(with -> of(with, unit)));
            case Step.MapTasks it -> {
                argument(
                        it.task(),
                        Optional.of(Range.of(
                                of(it.from(), unit).low(), of(it.to(), unit).high())));
                it.into().ifPresent(into -> give(unit, into, Range.ANY));
            }
            case Step.Kernelled it -> it.into().ifPresent(into -> give(unit, into, of(it.kernel())));
            case Step.Await it -> it.into().ifPresent(into -> give(unit, into, Range.ANY));
            case Step.Next it -> it.into().ifPresent(into -> give(unit, into, Range.ANY));
            case Step.Yield it -> it.into().ifPresent(into -> give(unit, into, Range.ANY));
            case Step.Repeat _, Step.While _, Step.If _, Step.Forever _, Step.Compute _, Step.Sleep _, Step.Io _ -> {}
            case Step.Log _, Step.Check _, Step.Fail _, Step.ReadClock _, Step.Hold _, Step.Acquire _ -> {}
            case Step.Release _, Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _ -> {}
            case Step.Deregister _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Poll _, Step.Cancel _ -> {}
            case Step.Kill _, Step.KillWorker _, Step.Communicate _, Step.WriteLine _, Step.ReadLine _ -> {}
            case Step.Pause _, Step.Gather _, Step.Shutdown _, Step.Return _ -> {}
        }
    }

    /// Those that count never come far.
    private static Range of(Kernel kernel) {
        return switch (kernel) {
            case SHA256, SORT -> Range.of(0, Long.MAX_VALUE);
            case FACTORIZE, PRIMES, MANDELBROT, MATRIX -> Range.of(0, Double.POSITIVE_INFINITY);
        };
    }

    private void update(Step.Update it, String unit) {
        var name = it.variable().name();
        var mine = local(unit, name);
        var before = known.get(mine);
        known.put(mine, shared(name));
        var value = of(it.value(), unit);
        if (before == null) {
            known.remove(mine);
        } else {
            known.put(mine, before);
        }
        join(name, value);
    }

    private void argument(String task, Optional<Range> value) {
        scenario.units().stream()
                .filter(it -> it.name().equals(task))
                .map(UnitGroup::kind)
                .filter(UnitGroup.Task.class::isInstance)
                .forEach(it -> give(task, ((UnitGroup.Task) it).parameter(), value.orElse(Range.of(0, 0))));
    }

    private Range shared(String name) {
        return known.getOrDefault(name, Range.of(0, 0));
    }

    private void give(String unit, String local, Range range) {
        join(local(unit, local), range);
    }

    private void join(String key, Range range) {
        var before = known.get(key);
        var after = before == null ? range : before.join(range);
        if (after.equals(before)) {
            return;
        }
        moved = true;
        if (widening && before != null) {
            after = new Range(
                    after.low < before.low ? Double.NEGATIVE_INFINITY : after.low,
                    after.high > before.high ? Double.POSITIVE_INFINITY : after.high);
        }
        known.put(key, after);
    }
}
