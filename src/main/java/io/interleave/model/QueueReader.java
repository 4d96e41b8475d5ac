package io.interleave.model;

import io.interleave.model.Resource.Queue;
import io.interleave.model.UnitContext.Found;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the steps on queues, and `close`, which also ends a generator or a process's input.
final class QueueReader {

    private final StepReader steps;
    private final UnitContext unit;

    QueueReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        return switch (verb.word()) {
            case "put" -> put(verb);
            case "take" -> take(verb);
            case "task_done" -> unit.find(verb, "queue").map(it -> new Step.TaskDone(verb.place(), it.target()));
            case "close" ->
                unit.find(verb, "what").filter(this::mayBeClosed).map(it -> new Step.Close(verb.place(), it.target()));
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Step> put(Verb verb) {
        var queue = unit.resource(verb, "to", Queue.class);
        var value = queue.flatMap(it -> unit.expr(verb.scalar("value"), it.it().of()));
        var priority = unit.expr(verb.scalar("priority"), Type.WHOLE);
        queue.ifPresent(it -> checkPriority(verb, it.it(), it.target().place()));
        var waiting = steps.waiting(verb, true);
        return queue.flatMap(it -> value.map(item -> new Step.Put(verb.place(), it.target(), item, priority, waiting)));
    }

    private void checkPriority(Verb verb, Queue queue, Place place) {
        boolean ordered = queue.order() == Queue.Order.PRIORITY;
        if (verb.has("priority") && !ordered) {
            unit.problems.error(
                    verb.placeOf("priority"),
                    "'%s' is no priority queue".formatted(queue.name()),
                    "no 'priority', or 'queue: priority'");
        }
        boolean canBeOrdered = queue.of().isNumber() || queue.of() == Type.TIME;
        if (ordered && !verb.has("priority") && !canBeOrdered) {
            unit.problems.error(
                    place,
                    "the items of '%s' have no order of their own".formatted(queue.name()),
                    "'priority' with a whole number");
        }
    }

    private Optional<Step> take(Verb verb) {
        var queue = unit.resource(verb, "from", Queue.class);
        var into = unit.local(verb.scalar("into"), queue.map(it -> it.it().of()));
        var waiting = steps.waiting(verb, true);
        return queue.flatMap(it -> into.map(local -> new Step.Take(verb.place(), it.target(), local, waiting)));
    }

    private boolean mayBeClosed(Found<Declared> found) {
        if (!(found.it() instanceof Declared.Units(var head))) {
            return true;
        }
        var input = head.process().flatMap(UnitGroup.Process::input);
        input.ifPresent(from -> unit.problems.error(
                found.target().place(),
                "what '%s' reads comes from '%s'".formatted(head.name(), from),
                "a process without 'input'"));
        return input.isEmpty();
    }
}
