package io.interleave.lint;

import io.interleave.model.ExprText;
import io.interleave.model.Step;
import io.interleave.model.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By how much steps change how often a unit has acquired a lock: from `least` to `most`, over all ways through them
/// that come to their end.
///
/// @param lock where the last of them names it
record Balance(Target lock, int least, int most) {

    /// As often as anybody cares to know. So much for each of all steps of a scenario still is an `int`.
    private static final int MANY = 10_000;

    /// Which lock it is, as the text says it.
    static String key(Target lock) {
        return lock.at().map(it -> lock.name() + " " + ExprText.of(it)).orElse(lock.name());
    }

    static Map<String, Balance> of(List<Step> steps) {
        var sum = new HashMap<String, Balance>();
        for (var step : steps) {
            of(step).forEach((key, it) -> sum.merge(key, it, Balance::then));
        }
        return sum;
    }

    private static Map<String, Balance> of(Step step) {
        return switch (step) {
            case Step.Acquire it -> {
                var well = Map.of(key(it.lock()), new Balance(it.lock(), 1, 1));
                yield it.waiting().otherwise().isPresent()
                        ? either(well, of(it.waiting().otherwise().get()))
                        : well;
            }
            case Step.Release it -> Map.of(key(it.lock()), new Balance(it.lock(), -1, -1));
            case Step.Hold it -> {
                var body = of(it.body());
                yield it.waiting().otherwise().isPresent()
                        ? either(body, of(it.waiting().otherwise().get()))
                        : body;
            }
            case Step.If it ->
                either(of(it.body()), it.otherwise().map(Balance::of).orElse(Map.of()));
            case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.Forever _ ->
                loose(of(step.bodies().getFirst()));
            default ->
                step.bodies().isEmpty()
                        ? Map.of()
                        : either(Map.of(), of(step.bodies().getFirst()));
        };
    }

    private Balance then(Balance next) {
        return new Balance(next.lock, least + next.least, most + next.most);
    }

    private static Map<String, Balance> either(Map<String, Balance> one, Map<String, Balance> other) {
        var both = new HashMap<String, Balance>();
        one.forEach((key, it) -> both.put(key, it.or(other.get(key))));
        other.forEach((key, it) -> both.put(key, it.or(one.get(key))));
        return both;
    }

    private Balance or(@Nullable Balance other) {
        return other == null
                ? new Balance(lock, Math.min(least, 0), Math.max(most, 0))
                : new Balance(lock, Math.min(least, other.least), Math.max(most, other.most));
    }

    /// Of a loop that changes something nobody knows how often.
    private static Map<String, Balance> loose(Map<String, Balance> pass) {
        var loose = new HashMap<String, Balance>();
        pass.forEach((key, it) -> {
            if (it.least != 0 || it.most != 0) {
                loose.put(key, new Balance(it.lock, it.least < 0 ? -MANY : 0, it.most > 0 ? MANY : 0));
            }
        });
        return loose;
    }
}
