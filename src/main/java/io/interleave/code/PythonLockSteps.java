package io.interleave.code;

import io.interleave.code.PythonFunction.Way;
import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.Map;

/// What is done with locks and semaphores.
final class PythonLockSteps {

    private final PythonFunction function;

    /// How each was acquired last, for its release.
    private final Map<String, Step.Mode> acquired = new HashMap<>();

    PythonLockSteps(PythonFunction function) {
        this.function = function;
    }

    void hold(Step.Hold it) {
        var lock = function.target(it.lock());
        var way = function.way(it.lock());
        if (it.mode() == Step.Mode.OPTIMISTIC && hasModes(it.lock())) {
            optimistic(it, lock);
        } else if (it.waiting().timeout().isPresent() && way != Way.AWAIT) {
            function.add(
                    "if " + acquire(it.lock(), it.mode(), it.waiting().timeout().get(), way) + ":", it);
            function.lines.indented(() -> released(it, lock));
            function.lines.add("else:");
            if (it.waiting().otherwise().isPresent()) {
                function.body(it.waiting().otherwise().get());
            } else {
                function.lines.indented(() -> function.lines.add(PythonFunction.raiseTimeout(it.lock())));
            }
        } else if (it.waiting().timeout().isPresent()) {
            function.limited(it, it.waiting().timeout(), it.waiting().otherwise(), "await " + lock + ".acquire()");
            if (it.waiting().otherwise().isPresent()) {
                function.lines.add("else:");
                function.lines.indented(() -> released(it, lock));
            } else {
                released(it, lock);
            }
        } else {
            with(it, lock, way);
        }
    }

    private void with(Step.Hold it, String lock, Way way) {
        switch (way) {
            case BLOCK -> {
                var side = hasModes(it.lock()) ? it.mode() == Step.Mode.READ ? ".reading()" : ".writing()" : "";
                function.add("with " + lock + side + ":", it);
                function.body(it.body());
            }
            case AWAIT -> {
                function.add("async with " + lock + ":", it);
                function.body(it.body());
            }
            case IN_THREAD -> {
                function.add(function.waiting(way, lock + ".acquire"), it);
                released(it, lock);
            }
        }
    }

    private void optimistic(Step.Hold it, String lock) {
        if (it.waiting().timeout().isPresent()) {
            function.program.gap(
                    function.lines, it.place(), "A read that is made again waits without a limit in time here.");
        }
        if (StepContents.all(it.body())
                .anyMatch(step ->
                        step instanceof Step.Return || step instanceof Step.Fail || step instanceof Step.Check)) {
            function.program.gap(
                    function.lines,
                    it.place(),
                    "An optimistic read that ends its unit does so here without looking whether it has seen what it should not.");
        }
        function.add("for _ in " + lock + ".optimistic():", it);
        function.body(it.body());
    }

    /// The body, and behind it the release, however it ends.
    private void released(Step.Hold it, String lock) {
        function.lines.add("try:");
        function.body(it.body());
        function.lines.add("finally:");
        function.lines.indented(() -> function.lines.add(lock + "." + release(it.lock(), it.mode()) + "()"));
    }

    /// A call that acquires it in time and says whether it did.
    private String acquire(Target target, Step.Mode mode, Expr timeout, Way way) {
        var method = function.target(target) + "." + acquire(target, mode);
        var time = function.time(timeout);
        if (way == Way.IN_THREAD) {
            return function.waiting(way, method, "True", time);
        }
        boolean atOnce = timeout instanceof Expr.Literal(var _, Value.Time(long nanos)) && nanos == 0;
        return method + (atOnce && !hasModes(target) ? "(blocking=False)" : "(timeout=" + time + ")");
    }

    void acquire(Step.Acquire it) {
        acquired.put(it.lock().name(), it.mode());
        var lock = function.target(it.lock());
        var way = function.way(it.lock());
        var waiting = it.waiting();
        if (waiting.timeout().isEmpty()) {
            function.add(function.waiting(way, lock + "." + acquire(it.lock(), it.mode())), it);
        } else if (way == Way.AWAIT) {
            function.limited(it, waiting.timeout(), waiting.otherwise(), "await " + lock + ".acquire()");
        } else {
            var call = acquire(it.lock(), it.mode(), waiting.timeout().get(), way);
            function.timeUp(call, it.lock(), waiting.otherwise(), it);
        }
    }

    void release(Step.Release it) {
        var mode = acquired.getOrDefault(it.lock().name(), Step.Mode.WRITE);
        var method = function.target(it.lock()) + "." + release(it.lock(), mode);
        boolean fromOutside = !function.async
                && function.program.isOfLoop(function.program.resource(it.lock().name()));
        function.add(fromOutside ? "loop.call_soon_threadsafe(" + method + ")" : method + "()", it);
    }

    private String acquire(Target target, Step.Mode mode) {
        return hasModes(target) ? mode == Step.Mode.READ ? "acquire_read" : "acquire_write" : "acquire";
    }

    private String release(Target target, Step.Mode mode) {
        return hasModes(target) ? mode == Step.Mode.READ ? "release_read" : "release_write" : "release";
    }

    /// Whether it tells those that read from those that write; what coroutines wait for never does.
    private boolean hasModes(Target target) {
        return function.program.resource(target.name()) instanceof Resource.Lock lock
                && PythonResources.hasModes(function.program, lock);
    }
}
