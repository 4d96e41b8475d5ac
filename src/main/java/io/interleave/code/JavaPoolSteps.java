package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// What is done with pools and their tasks.
final class JavaPoolSteps {

    private static final Expr ONE = new Expr.Literal(Place.NOWHERE, new Value.Whole(1));

    private final JavaSteps steps;

    JavaPoolSteps(JavaSteps steps) {
        this.steps = steps;
    }

    private Resource.Pool pool(String name) {
        return steps.model.resource(name, Resource.Pool.class);
    }

    private boolean isProcess(String pool) {
        return pool(pool).kind() == Resource.Pool.Kind.PROCESS;
    }

    private String field(String pool) {
        return steps.model.names.field(pool);
    }

    private Type type(String task) {
        return LocalTypes.given(steps.model.scenario, task);
    }

    void submit(Step.Submit it) {
        var call = isProcess(it.pool()) ? toProcess(it) : toThread(it);
        if (steps.model
                .steps(Step.Await.class)
                .anyMatch(step -> step.target().name().equals(it.pool()))) {
            call = "noted(%s, %s)".formatted(steps.model.names.tasks(it.pool()), call);
        }
        if (it.rejected().isEmpty()) {
            hand(it, call);
            return;
        }
        var handed = call;
        steps.text.add("try {");
        steps.text.indented(() -> hand(it, handed));
        var full = steps.names.fresh("full");
        steps.text.add("} catch (RejectedExecutionException %s) {".formatted(full));
        steps.text.indented(() -> {
            // Whoever awaits it is to find that it was not done.
            it.into()
                    .ifPresent(
                            into -> steps.assign(it, into, "CompletableFuture.failedFuture(%s)".formatted(full), ""));
            steps.body(it.rejected().get(), false);
        });
        steps.text.add("}");
    }

    private void hand(Step.Submit it, String call) {
        if (it.into().isPresent()) {
            steps.assign(it, it.into().get(), call, "");
        } else {
            steps.text.add(call + ";");
        }
    }

    private String toThread(Step.Submit it) {
        var type = type(it.task());
        payloadOfThreads(it.payload(), it.place(), it.pool());
        var argument =
                it.with().map(with -> steps.settled(with, type, "argument")).orElseGet(() -> JavaLocals.initial(type));
        var task = "() -> %s(%s)".formatted(steps.model.names.method(it.task()), argument);
        boolean canFail = it.into().isEmpty()
                && StepContents.all(steps.model.group(it.task()).orElseThrow().steps())
                        .anyMatch(step -> step instanceof Step.Fail || step instanceof Step.Check);
        if (canFail) {
            steps.need(JavaNeed.UNAWAITED);
            task = "unawaited(%s)".formatted(task);
        }
        return "%s.submit(%s)".formatted(field(it.pool()), task);
    }

    private void payloadOfThreads(Optional<Expr> payload, Place place, String pool) {
        if (payload.isPresent()) {
            steps.text.gap(
                    place, "The workers of '%s' share our memory, so that no payload travels to them.".formatted(pool));
        }
    }

    private String toProcess(Step.Submit it) {
        var type = type(it.task());
        var argument = it.with()
                .map(with -> steps.expr(with).boxed(type))
                .orElseGet(() -> type == Type.WHOLE || type == Type.TIME ? "0L" : JavaLocals.initial(type));
        return "%s.submit(%s, %s, %s)"
                .formatted(field(it.pool()), JavaExpr.quoted(it.task()), argument, payload(it.payload()));
    }

    private String payload(Optional<Expr> payload) {
        return payload.map(bytes -> steps.expr(bytes).text()).orElse("0");
    }

    void map(Step.MapTasks it) {
        steps.mayThrow("InterruptedException", "ExecutionException");
        var call = call(it);
        steps.attempt(
                "ExecutionException | CancellationException | RejectedExecutionException",
                "failed",
                it.waiting().otherwise(),
                () -> sum(it, call));
    }

    private String call(Step.MapTasks it) {
        var from = steps.expr(it.from()).text();
        var to = steps.expr(it.to()).text();
        boolean isTimed = it.waiting().timeout().isPresent();
        if (isTimed) {
            steps.text.gap(
                    it.place(),
                    "The tasks of this map that are not done in time are cancelled here, and not just left.");
        }
        var nanos = it.waiting().timeout().map(steps.times::nanos).orElse("Long.MAX_VALUE");
        var chunk = steps.expr(it.chunk().orElse(ONE)).text();
        var isDecimal = type(it.task()) == Type.DECIMAL;
        if (isProcess(it.pool())) {
            steps.need(JavaNeed.PROCESS_POOL_MAP);
            return "%s.map(%s, %s, %s, %s, %s, %s)"
                    .formatted(
                            field(it.pool()),
                            JavaExpr.quoted(it.task()),
                            from,
                            to,
                            chunk,
                            payload(it.payload()),
                            nanos);
        }
        payloadOfThreads(it.payload(), it.place(), it.pool());
        steps.need(isDecimal ? JavaNeed.MAP_DECIMAL : JavaNeed.MAP);
        var arguments = new StringBuilder(
                "%s, this::%s, %s, %s".formatted(field(it.pool()), steps.model.names.method(it.task()), from, to));
        if (isChunked() || isAnyTimed()) {
            arguments.append(", ").append(chunk).append(", ").append(nanos);
            steps.need(JavaNeed.MAP_CHUNKS);
        }
        return "%s(%s)".formatted(isDecimal ? "mapDecimals" : "map", arguments);
    }

    private boolean isChunked() {
        return steps.model
                .steps(Step.MapTasks.class)
                .anyMatch(it -> !isProcess(it.pool()) && it.chunk().isPresent());
    }

    private boolean isAnyTimed() {
        return steps.model
                .steps(Step.MapTasks.class)
                .anyMatch(it -> !isProcess(it.pool()) && it.waiting().timeout().isPresent());
    }

    private void sum(Step.MapTasks it, String call) {
        var comment = "map";
        if (it.into().isEmpty()) {
            steps.text.add(call + ";", comment);
        } else if (isProcess(it.pool())) {
            var result = steps.names.fresh("result");
            var type = JavaLocals.java(type(it.task()));
            steps.assign(
                    it,
                    it.into().get(),
                    "%s.stream().mapTo%s(%s -> (%s) %s).sum()"
                            .formatted(call, type.equals("double") ? "Double" : "Long", result, type, result),
                    comment);
        } else {
            steps.assign(it, it.into().get(), call, comment);
        }
    }

    void awaitTask(Step.Await it) {
        steps.mayThrow("InterruptedException", "ExecutionException");
        var patience = it.waiting().timeout().map(steps.times::patience).orElse("");
        if (it.waiting().timeout().isPresent()) {
            steps.mayThrow("TimeoutException");
        }
        var call = "%s.get(%s)".formatted(steps.names.of(it.target().name()), patience);
        Runnable waits = () -> {
            if (it.into().isPresent()) {
                steps.assign(it, it.into().get(), call, "");
            } else {
                steps.text.add(call + ";");
            }
        };
        var failures = "ExecutionException | CancellationException"
                + (it.waiting().timeout().isPresent() ? " | TimeoutException" : "");
        steps.attempt(failures, "failed", it.waiting().otherwise(), waits);
    }

    void killWorker(Step.KillWorker it) {
        steps.need(JavaNeed.PROCESS_POOL_KILL);
        steps.text.add(field(it.pool()) + ".killOne();", "kill: " + it.pool());
    }

    void shutdown(Step.Shutdown it) {
        if (it.cancel()) {
            steps.text.add(field(it.pool()) + ".shutdownNow();");
        }
        steps.blocking(() -> steps.text.add(field(it.pool()) + ".close();", "shutdown: " + it.pool()));
    }

    void giveBack(Step.Return it, boolean followed) {
        steps.text.add("%sreturn %s;"
                .formatted(JavaFlow.reachable(followed), steps.expr(it.value()).text()));
    }
}
