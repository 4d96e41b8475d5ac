package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Value;

/// What is done with conditions, barriers, latches, phasers and events, and the wait for a queue or a pool.
final class JavaWaits {

    private final JavaSteps steps;

    JavaWaits(JavaSteps steps) {
        this.steps = steps;
    }

    void await(Step.Await it) {
        switch (steps.model.resource(it.target().name()).orElseThrow()) {
            case Resource.Condition _, Resource.Latch _ -> simple(it);
            case Resource.Event event -> {
                if (steps.model.isCleared(event.name()) || event.initial()) {
                    steps.need(JavaNeed.EVENT);
                    it.waiting().timeout().ifPresent(_ -> steps.need(JavaNeed.EVENT_TIMED));
                }
                simple(it);
            }
            case Resource.Barrier barrier -> barrier(it, barrier);
            case Resource.Phaser _ -> phaser(it);
            case Resource.Queue _ -> {
                it.waiting().timeout().ifPresent(_ -> steps.need(JavaNeed.QUEUE_JOIN_TIMED));
                wait(it, steps.targets.object(it.target()), "join");
            }
            case Resource.Pool pool -> pool(it, pool);
            case Resource.Variable _, Resource.Lock _, Resource.Semaphore _, Resource.EventLoop _ ->
                throw new IllegalArgumentException(it.target().name() + " is nothing that can be awaited");
        }
    }

    private void simple(Step.Await it) {
        wait(it, steps.targets.object(it.target()), "await");
    }

    private void wait(Step.Await it, String object, String method) {
        steps.mayThrow("InterruptedException");
        var call = "%s.%s(%s)"
                .formatted(
                        object,
                        method,
                        it.waiting().timeout().map(steps.times::patience).orElse(""));
        if (it.waiting().timeout().isEmpty()) {
            steps.blocking(() -> steps.text.add(call + ";", ""));
        } else {
            steps.unless("!" + steps.asked(call, "inTime"), it.waiting().otherwise(), timedOut(it));
        }
    }

    private static String timedOut(Step.Await it) {
        return "waited for '%s', which timed out".formatted(it.target().name());
    }

    private void barrier(Step.Await it, Resource.Barrier barrier) {
        var object = steps.targets.object(it.target());
        boolean isAlways = barrier.enabled() instanceof Expr.Literal(var _, Value.Truth(boolean on)) && on;
        var enabled = isAlways
                ? ""
                : "if (%s) ".formatted(steps.expr(barrier.enabled()).text());
        var patience = it.waiting().timeout().map(steps.times::patience).orElse("");
        var call = "%s.await(%s)".formatted(object, patience);
        // The first to come is told how many are missing, the last one 0.
        var place = "%s.getParties() - %s".formatted(object, call);
        Runnable waits = () -> {
            if (it.into().isEmpty()) {
                steps.text.add(enabled + call + ";", "");
            } else {
                var value = isAlways
                        ? place
                        : "%s ? %s : 0".formatted(steps.expr(barrier.enabled()).within(JavaValue.OR), place);
                steps.assign(it, it.into().get(), value, "");
            }
        };
        if (it.waiting().timeout().isEmpty()) {
            steps.mayThrow("InterruptedException", "BrokenBarrierException");
            steps.blocking(waits);
            return;
        }
        steps.text.gap(
                it.place(),
                "When one gives up at the barrier '%s', Java's CyclicBarrier is broken for all, not for that one alone."
                        .formatted(it.target().name()));
        steps.mayThrow("InterruptedException", "BrokenBarrierException", "TimeoutException");
        steps.attempt(
                "TimeoutException | BrokenBarrierException",
                "late",
                it.waiting().otherwise(),
                waits);
    }

    private void phaser(Step.Await it) {
        var object = steps.targets.object(it.target());
        if (it.into().isPresent()) {
            steps.text.gap(
                    it.place(),
                    "A Phaser does not tell the place among those that came; here '%s' is how many had come, which another one can change meanwhile."
                            .formatted(it.into().get()));
            steps.assign(it, it.into().get(), object + ".getArrivedParties() + 1", "");
        }
        if (it.waiting().timeout().isPresent()) {
            steps.mayThrow("InterruptedException", "TimeoutException");
            var call = "%s.awaitAdvanceInterruptibly(%s.arrive(), %s);"
                    .formatted(
                            object,
                            object,
                            steps.times.patience(it.waiting().timeout().get()));
            steps.attempt("TimeoutException", "late", it.waiting().otherwise(), () -> steps.text.add(call, ""));
        } else if (steps.model.isCancelled(steps.group)) {
            steps.mayThrow("InterruptedException");
            steps.blocking(
                    () -> steps.text.add("%s.awaitAdvanceInterruptibly(%s.arrive());".formatted(object, object), ""));
        } else {
            steps.blocking(() -> steps.text.add(object + ".arriveAndAwaitAdvance();", ""));
        }
    }

    private void pool(Step.Await it, Resource.Pool pool) {
        steps.need(JavaNeed.AWAIT_TASKS);
        steps.mayThrow("InterruptedException", "ExecutionException", "TimeoutException");
        var tasks = steps.model.names.tasks(pool.name());
        var nanos = it.waiting().timeout().map(steps.times::nanos).orElse("Long.MAX_VALUE");
        Runnable waits = () -> steps.text.add("awaitAll(%s, %s);".formatted(tasks, nanos), "await: " + pool.name());
        if (it.waiting().timeout().isPresent()) {
            steps.attempt("TimeoutException", "late", it.waiting().otherwise(), waits);
        } else {
            steps.blocking(waits);
        }
    }

    void signal(Step.Signal it) {
        var object = steps.targets.object(it.target());
        if (steps.model.resource(it.target().name()).orElseThrow() instanceof Resource.Event event) {
            boolean isHelper = steps.model.isCleared(event.name()) || event.initial();
            steps.text.add(object + (isHelper ? ".set();" : ".countDown();"), "signal: " + event.name());
        } else {
            steps.text.add(object + (it.all() ? ".signalAll();" : ".signal();"));
        }
    }

    void clear(Step.Clear it) {
        steps.text.add(steps.targets.object(it.event()) + ".clear();");
    }
}
