package io.interleave.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks the steps of a scenario as far as the knobs alone decide what they do.
final class StepBounds {

    private final Bounds bounds;
    private final Map<String, Expr> counts;
    private final Problems problems;

    /// @param counts how many there are of each resource and in each group
    StepBounds(Bounds bounds, Map<String, Expr> counts, Problems problems) {
        this.bounds = bounds;
        this.counts = counts;
        this.problems = problems;
    }

    /// These steps and all within them.
    void check(List<Step> steps) {
        steps.forEach(this::step);
    }

    private void step(Step step) {
        switch (step) {
            case Step.Repeat it -> bounds.notNegative(it.times(), "cannot repeat %s times");
            case Step.ForEach it -> values(it.from(), it.to());
            case Step.Drain it -> at(it.queue());
            case Step.While it -> values(it.condition());
            case Step.If it -> values(it.condition());
            case Step.Compute it -> bounds.time(it.work());
            case Step.Kernelled it -> bounds.notNegative(it.size(), "this cannot be of size %s");
            case Step.Sleep it -> bounds.time(it.time());
            case Step.Io it -> {
                switch (it.medium()) {
                    case SOCKET -> bounds.time(it.amount());
                    case FILE -> bounds.whole(it.amount(), 0, Limits.IO_BYTES, "this cannot be %d bytes");
                }
            }
            case Step.Check it -> values(it.condition());
            case Step.Let it -> values(it.value());
            case Step.Read it -> at(it.variable());
            case Step.Write it -> {
                at(it.variable());
                values(it.value());
            }
            case Step.Increment it -> {
                at(it.variable());
                values(it.by());
            }
            case Step.Update it -> {
                at(it.variable());
                values(it.value());
            }
            case Step.CompareAndSet it -> {
                at(it.variable());
                values(it.expected(), it.value());
            }
            case Step.Hold it -> waiting(it.lock(), it.waiting());
            case Step.Acquire it -> waiting(it.lock(), it.waiting());
            case Step.Release it -> at(it.lock());
            case Step.Await it -> waiting(it.target(), it.waiting());
            case Step.Signal it -> at(it.target());
            case Step.Clear it -> at(it.event());
            case Step.Put it -> {
                waiting(it.queue(), it.waiting());
                values(it.value());
                it.priority().ifPresent(bounds::value);
            }
            case Step.Take it -> waiting(it.queue(), it.waiting());
            case Step.TaskDone it -> at(it.queue());
            case Step.Close it -> at(it.target());
            case Step.Communicate it -> waiting(it.process(), it.waiting());
            case Step.WriteLine it -> at(it.process());
            case Step.ReadLine it -> waiting(it.process(), it.waiting());
            case Step.Gather it -> it.waiting().timeout().ifPresent(bounds::time);
            case Step.Yield it -> values(it.value());
            case Step.Next it -> {
                at(it.generator());
                it.sent().ifPresent(bounds::value);
            }
            case Step.Submit it -> {
                it.with().ifPresent(bounds::value);
                payload(it.payload());
            }
            case Step.MapTasks it -> {
                values(it.from(), it.to());
                bounds.whole(it.chunk(), 1, Limits.CAPACITY, "%d tasks cannot travel together");
                payload(it.payload());
                it.waiting().timeout().ifPresent(bounds::time);
            }
            case Step.Return it -> values(it.value());
            case Step.Forever _, Step.Log _, Step.Fail _, Step.ReadClock _, Step.Pause _, Step.Shutdown _ -> {}
            case Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ -> {}
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _ -> {}
        }
        step.bodies().forEach(this::check);
    }

    private void values(Expr... exprs) {
        for (var expr : exprs) {
            bounds.value(expr);
        }
    }

    private void payload(Optional<Expr> payload) {
        bounds.whole(payload, 0, Limits.PAYLOAD_BYTES, "%d bytes cannot travel with it");
    }

    private void waiting(Target target, Waiting waiting) {
        at(target);
        waiting.timeout().ifPresent(bounds::time);
    }

    /// Elements count from 1.
    private void at(Target target) {
        if (target.at().isEmpty()) {
            return;
        }
        var number = bounds.value(target.at().get());
        var count = Optional.ofNullable(counts.get(target.name())).flatMap(bounds::value);
        if (number.orElse(null) instanceof Value.Whole(long at)
                && count.orElse(null) instanceof Value.Whole(long most)
                && (at < 1 || at > most)) {
            problems.error(
                    target.at().get().place(),
                    "there is no '%s' %d".formatted(target.name(), at),
                    most == 0 ? "none of them, as there are 0" : "1 to %d".formatted(most));
        }
    }
}
