package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.Optional;

/// What is done with pools and their tasks.
final class PythonPoolSteps {

    private final PythonFunction function;

    PythonPoolSteps(PythonFunction function) {
        this.function = function;
    }

    private Resource.Pool pool(String name) {
        return (Resource.Pool) function.program.resource(name);
    }

    private UnitGroup.Task task(String name) {
        return (UnitGroup.Task) function.program.group(name).kind();
    }

    /// Only to processes does a payload travel: threads share it.
    private boolean travels(String pool, Optional<?> payload) {
        return payload.isPresent() && pool(pool).kind() == Resource.Pool.Kind.PROCESS;
    }

    void submit(Step.Submit it) {
        var pool = function.program.names.of(it.pool());
        var kind = pool(it.pool()).kind();
        var arguments = new ArrayList<String>();
        if (carries(it)) {
            arguments.add(function.parts.helper("carry"));
        }
        arguments.add(PythonPools.task(function.program, it.task(), kind));
        if (carries(it)) {
            arguments.add("bytes(" + it.payload().map(function::of).orElse("0") + ")");
        }
        arguments.add(it.with()
                .map(value -> function.given(it.task(), value))
                .orElse(PythonText.literal(PythonFunction.zero(task(it.task()).of()))));
        var call = function.waiting(way(it.pool()), pool + ".submit", arguments.toArray(String[]::new));
        if (it.into().isEmpty() && canFail(it.task())) {
            function.program.gap(
                    function.lines,
                    it.place(),
                    "A task that fails and that nobody awaits does so in silence here, and does not end the run.");
        }
        boolean listed = PythonPools.isAwaited(function.program, it.pool());
        var tasks = PythonPools.tasks(function.program, it.pool());
        function.attempt(it, it.rejected(), "RuntimeError", () -> {
            var comment = PythonFunction.comment(it);
            if (it.into().isPresent()) {
                function.lines.add(function.names.of(it.into().get()) + " = " + call, comment);
                if (listed) {
                    function.lines.add(
                            tasks + ".append(" + function.names.of(it.into().get()) + ")");
                }
            } else {
                function.lines.add(listed ? tasks + ".append(" + call + ")" : call, comment);
            }
        });
    }

    /// How a task is handed in: where there may be no room for it yet, a coroutine must not block.
    private PythonFunction.Way way(String pool) {
        var it = pool(pool);
        boolean waits = it.queue().isPresent() && it.saturation() == Resource.Pool.Saturation.WAIT;
        return function.async && waits ? PythonFunction.Way.IN_THREAD : PythonFunction.Way.BLOCK;
    }

    private boolean canFail(String task) {
        return StepContents.all(function.program.group(task).steps())
                .anyMatch(it -> it instanceof Step.Fail || it instanceof Step.Check);
    }

    /// Of all tasks that go by one name in this unit, or of none, the result comes with a payload.
    private boolean carries(Step.Submit it) {
        return it.into().map(this::carries).orElseGet(() -> travels(it.pool(), it.payload()));
    }

    private boolean carries(String handle) {
        return StepContents.all(function.group.steps(), Step.Submit.class)
                .filter(it -> it.into().equals(Optional.of(handle)))
                .anyMatch(it -> travels(it.pool(), it.payload()));
    }

    void awaitTask(Step.Await it) {
        var handle = function.names.of(it.target().name());
        var timeout = it.waiting().timeout();
        var code = new StringBuilder();
        if (!function.async) {
            code.append(handle)
                    .append(".result(")
                    .append(timeout.map(time -> "timeout=" + function.time(time))
                            .orElse(""))
                    .append(")");
        } else {
            var wrapped = "asyncio.wrap_future(" + handle + ")";
            code.append(timeout.map(time -> "(await asyncio.wait_for(" + wrapped + ", " + function.time(time) + "))")
                    .orElse(it.into().isPresent() ? "(await " + wrapped + ")" : "await " + wrapped));
        }
        if (it.into().isPresent() && carries(it.target().name())) {
            code.append("[0]");
        }
        var otherwise = it.waiting().otherwise();
        function.attempt(it, otherwise, "Exception", () -> function.add(function.into(it.into(), code.toString()), it));
    }

    void awaitAll(Step.Await it) {
        function.parts.module("concurrent.futures");
        var tasks = PythonPools.tasks(function.program, it.target().name());
        var method = "concurrent.futures.wait";
        var way = function.async ? PythonFunction.Way.IN_THREAD : PythonFunction.Way.BLOCK;
        var timeout = it.waiting().timeout();
        if (timeout.isEmpty()) {
            function.add(function.waiting(way, method, tasks), it);
        } else {
            var call = function.waiting(way, method, tasks, function.time(timeout.get()));
            function.add("if (" + call + ").not_done:", it);
            if (it.waiting().otherwise().isPresent()) {
                function.body(it.waiting().otherwise().get());
            } else {
                function.lines.indented(() -> function.lines.add(PythonFunction.raiseTimeout(it.target())));
            }
        }
    }

    void map(Step.MapTasks it) {
        var otherwise = it.waiting().otherwise();
        function.attempt(it, otherwise, "Exception", () -> {
            var comment = PythonFunction.comment(it);
            var results = function.async ? gathered(it) : mapped(it);
            if (it.into().isPresent()) {
                var sum = function.expressions.sum(it, isOfDecimals(it) ? decimals(results) : results);
                function.lines.add(function.names.of(it.into().get()) + " = " + sum, comment);
            } else {
                function.lines.add(function.async ? results : "list(" + results + ")", comment);
            }
        });
    }

    private String mapped(Step.MapTasks it) {
        var numbers = numbers(it);
        var task = PythonPools.task(function.program, it.task(), pool(it.pool()).kind());
        boolean carries = travels(it.pool(), it.payload());
        var arguments = new ArrayList<String>();
        if (carries) {
            function.parts.member("functools", "partial");
            arguments.add("partial(" + function.parts.helper("carry") + ", " + task + ", bytes("
                    + it.payload().map(function::of).orElseThrow() + "))");
        } else {
            arguments.add(task);
        }
        arguments.add(numbers);
        it.waiting().timeout().ifPresent(time -> arguments.add("timeout=" + function.time(time)));
        it.chunk().ifPresent(size -> arguments.add("chunksize=" + function.of(size)));
        var call = function.program.names.of(it.pool()) + ".map(" + String.join(", ", arguments) + ")";
        return carries && it.into().isPresent() ? "result for result, _ in " + call : call;
    }

    private String numbers(Step.MapTasks it) {
        var range = function.expressions.range(it.from(), it.to());
        return isOfDecimals(it) ? "map(float, " + range + ")" : range;
    }

    /// Of no decimals at all the sum is one too.
    private static String decimals(String results) {
        return (results.startsWith("result for ") ? "(" + results + ")" : results) + ", 0.0";
    }

    private boolean isOfDecimals(Step.MapTasks it) {
        return task(it.task()).of() == Value.Type.DECIMAL;
    }

    /// The results as a list, from within a coroutine, which must not block.
    private String gathered(Step.MapTasks it) {
        var pool = function.program.names.of(it.pool());
        var task = PythonPools.task(function.program, it.task(), pool(it.pool()).kind());
        var number = function.names.another("number");
        var one = "asyncio.wrap_future(" + function.waiting(way(it.pool()), pool + ".submit", task, number) + ")";
        if (it.chunk().isPresent() || it.payload().isPresent()) {
            function.program.gap(
                    function.lines,
                    it.place(),
                    "Handed to a pool by a coroutine, tasks travel one by one and without a payload.");
        }
        var all = "asyncio.gather(*[" + one + " for " + number + " in " + numbers(it) + "])";
        return "await "
                + it.waiting()
                        .timeout()
                        .map(time -> "asyncio.wait_for(" + all + ", " + function.time(time) + ")")
                        .orElse(all);
    }

    void shutdown(Step.Shutdown it) {
        var pool = function.program.names.of(it.pool());
        if (function.async) {
            function.parts.member("functools", "partial");
            function.add(
                    "await " + function.parts.helper("in_thread") + "(partial(" + pool + ".shutdown, cancel_futures="
                            + (it.cancel() ? "True" : "False") + "))",
                    it);
        } else {
            function.add(pool + ".shutdown(" + (it.cancel() ? "cancel_futures=True" : "") + ")", it);
        }
    }
}
