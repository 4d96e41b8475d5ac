package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value.Type;

/// What is done with queues: those of Java, and where these cannot do it a helper's.
final class JavaQueueSteps {

    private final JavaSteps steps;

    JavaQueueSteps(JavaSteps steps) {
        this.steps = steps;
    }

    private Resource.Queue queue(Target target) {
        return steps.model.resource(target.name(), Resource.Queue.class);
    }

    private static boolean isStack(Resource.Queue queue, boolean isClosable) {
        return queue.order() == Resource.Queue.Order.LIFO && !isClosable;
    }

    private static String closed(Target queue) {
        return "'%s' is closed or the time is up".formatted(queue.name());
    }

    void put(Step.Put it) {
        var queue = queue(it.queue());
        boolean isClosable = steps.model.isClosable(queue);
        var item = steps.expr(it.value()).boxed(queue.of());
        if (queue.order() == Resource.Queue.Order.PRIORITY) {
            steps.need(JavaNeed.RANKED);
            item = "Ranked.of(%s, %s)".formatted(priority(it, queue.of()), item);
        }
        steps.mayThrow("InterruptedException");
        var object = steps.targets.object(it.queue());
        var end = isStack(queue, isClosable) ? "First" : "";
        if (it.waiting().timeout().isPresent()) {
            if (isClosable) {
                steps.need(JavaNeed.QUEUE_TIMED);
            }
            var call = "%s.offer%s(%s, %s)"
                    .formatted(
                            object,
                            end,
                            item,
                            steps.times.patience(it.waiting().timeout().get()));
            steps.unless("!" + steps.asked(call, "taken"), it.waiting().otherwise(), closed(it.queue()));
            return;
        }
        var call = "%s.put%s(%s)".formatted(object, end, item);
        if (isClosable && it.waiting().otherwise().isPresent()) {
            var asked = "%s.putUnlessClosed(%s)".formatted(object, item);
            steps.unless("!" + steps.asked(asked, "taken"), it.waiting().otherwise(), closed(it.queue()));
        } else {
            // Where Java's own queue does for it, it is never closed, and there is no `else`.
            steps.blocking(() -> steps.text.add(call + ";"));
        }
    }

    private String priority(Step.Put it, Type of) {
        if (it.priority().isPresent()) {
            return steps.expr(it.priority().get()).text();
        }
        var item = steps.expr(it.value());
        return switch (of) {
            case WHOLE, DECIMAL, TIME -> item.text();
            case TRUTH -> "%s ? 1 : 0".formatted(item.within(JavaValue.OR));
            case TEXT -> {
                steps.text.gap(
                        it.place(),
                        "Texts without a priority come out of '%s' in the order in which they went in."
                                .formatted(it.queue().name()));
                yield "0";
            }
        };
    }

    void take(Step.Take it) {
        var queue = queue(it.queue());
        steps.mayThrow("InterruptedException");
        boolean isClosable = steps.model.isClosable(queue);
        boolean isRanked = queue.order() == Resource.Queue.Order.PRIORITY;
        var call = call(it, queue, isClosable);
        var comment = "";
        if (it.waiting().timeout().isEmpty() && !isClosable) {
            // Its `else` is for a queue that is closed, which this one never is.
            steps.blocking(() -> steps.assign(it, it.into(), call + (isRanked ? ".item()" : ""), comment));
            return;
        }
        if (it.waiting().timeout().isEmpty() && it.waiting().otherwise().isEmpty()) {
            var found = "Objects.requireNonNull(%s, %s)"
                    .formatted(call, JavaExpr.quoted("'%s' is closed and empty".formatted(queue.name())));
            steps.blocking(() -> steps.assign(it, it.into(), found + (isRanked ? ".item()" : ""), comment));
            return;
        }
        var taken = steps.names.fresh("taken");
        if (steps.gil().isPresent()) {
            var found = steps.names.fresh("found");
            steps.blocking(() -> steps.text.add("var %s = %s;".formatted(found, call)));
            steps.text.add("if (%s instanceof %s) {".formatted(found, pattern(queue, taken)));
        } else {
            steps.text.add("if (%s instanceof %s) {".formatted(call, pattern(queue, taken)));
        }
        steps.text.indented(() -> steps.assign(it, it.into(), taken, ""));
        steps.otherwise(it.waiting().otherwise(), closed(it.queue()), false);
    }

    private String call(Step.Take it, Resource.Queue queue, boolean isClosable) {
        var object = steps.targets.object(it.queue());
        var end = isStack(queue, isClosable) ? "First" : "";
        if (it.waiting().timeout().isEmpty()) {
            return "%s.take%s()".formatted(object, end);
        }
        if (isClosable) {
            steps.need(JavaNeed.QUEUE_TIMED);
        }
        return "%s.poll%s(%s)"
                .formatted(
                        object, end, steps.times.patience(it.waiting().timeout().get()));
    }

    /// What an item is that was taken, and its name.
    private static String pattern(Resource.Queue queue, String name) {
        var type = JavaLocals.boxed(queue.of());
        return queue.order() == Resource.Queue.Order.PRIORITY
                ? "Ranked<%s>(_, _, %s %s)".formatted(type, type, name)
                : type + " " + name;
    }

    void drain(Step.Drain it) {
        var queue = queue(it.queue());
        steps.mayThrow("InterruptedException");
        var call = steps.targets.object(it.queue()) + ".take()";
        boolean isOfLoop = steps.isOfLoop(it, it.local());
        var name = isOfLoop ? steps.names.of(it.local()) : steps.names.fresh("taken");
        if (steps.gil().isPresent()) {
            drainUnderGil(it, queue, call, name, isOfLoop);
            return;
        }
        steps.text.add(
                "while (%s instanceof %s) {".formatted(call, pattern(queue, name)), "for_each, until it is closed");
        steps.text.indented(() -> {
            if (!isOfLoop) {
                steps.assign(it, it.local(), name, "");
            }
            steps.body(it.body(), false);
        });
        steps.text.add("}");
    }

    private void drainUnderGil(Step.Drain it, Resource.Queue queue, String call, String name, boolean isOfLoop) {
        var found = steps.names.fresh("found");
        steps.text.add("while (true) {", "for_each, until it is closed");
        steps.text.indented(() -> {
            steps.blocking(() -> steps.text.add("var %s = %s;".formatted(found, call)));
            steps.text.add("if (!(%s instanceof %s)) break;".formatted(found, pattern(queue, name)));
            if (!isOfLoop) {
                steps.assign(it, it.local(), name, "");
            }
            steps.body(it.body(), false);
        });
        steps.text.add("}");
    }
}
