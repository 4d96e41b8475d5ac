package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Resource.Queue;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What is put into a queue is taken from it, and who drains one is told when to stop.
final class QueueRules {

    private final Facts facts;
    private final Consumer<Hint> hints;

    QueueRules(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        facts.resources(Queue.class).forEach(this::queue);
        facts.scenario.units().forEach(it -> closed(it.steps()));
    }

    private void queue(Queue queue) {
        String name = queue.name();
        var puts = facts.naming(name, Step.Put.class);
        var drains = facts.naming(name, Step.Drain.class);
        boolean taken = !drains.isEmpty() || facts.isNamed(name, Step.Take.class);
        boolean full = queue.capacity().isPresent() || queue.order() == Resource.Queue.Order.RENDEZVOUS;
        if (!puts.isEmpty() && !taken) {
            at(puts, new Rule.NeverTaken(name, full));
        }
        if (puts.isEmpty() && taken) {
            at(facts.naming(name).stream().filter(QueueRules::takes).toList(), new Rule.NeverPut(name));
        }
        if (!drains.isEmpty()
                && !puts.isEmpty()
                && !facts.isNamed(name, Step.Close.class)
                && puts.stream().noneMatch(this::goesOnForEver)
                && drains.stream().noneMatch(it -> isCancelled(it.group))) {
            at(drains, new Rule.NeverClosed(name));
        }
        var joins = facts.naming(name, Step.Await.class).stream()
                .filter(it -> StepParts.isForEver(it.step))
                .toList();
        if (!joins.isEmpty() && !puts.isEmpty() && taken && !facts.isNamed(name, Step.TaskDone.class)) {
            at(joins, new Rule.NeverTaskDone(name));
        }
    }

    /// Looks within one list of steps alone, where what comes first is done first.
    private void closed(List<Step> steps) {
        var closed = new HashMap<String, Place>();
        for (var step : steps) {
            if (!closed.isEmpty()) {
                putsIn(step, closed);
            }
            if (step instanceof Step.Close(var _, var target) && target.at().isEmpty()) {
                closed.put(target.name(), target.place());
            }
            step.bodies().forEach(this::closed);
        }
    }

    private void putsIn(Step step, Map<String, Place> closed) {
        if (step instanceof Step.Put put
                && put.waiting().otherwise().isEmpty()
                && closed.get(put.queue().name()) instanceof Place close) {
            hints.accept(new Hint(
                    put.queue().place(), new Rule.PutAfterClose(put.queue().name()), List.of(close)));
        }
        step.bodies().forEach(body -> body.forEach(it -> putsIn(it, closed)));
    }

    private static boolean takes(Site site) {
        return site.step instanceof Step.Take || site.step instanceof Step.Drain;
    }

    /// Whether more is put in until the run is stopped.
    private boolean goesOnForEver(Site site) {
        return facts.isEndless(site.group) || site.around().anyMatch(it -> it.step instanceof Step.Forever);
    }

    private boolean isCancelled(UnitGroup group) {
        return facts.isNamed(group.name(), Step.Cancel.class);
    }

    private void at(List<Site> sites, Rule rule) {
        var open = sites.stream().filter(it -> !it.isDead()).toList();
        if (!open.isEmpty()) {
            hints.accept(new Hint(
                    open.getFirst().place(),
                    rule,
                    open.stream().skip(1).map(Site::place).toList()));
        }
    }
}
