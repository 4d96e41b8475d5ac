package io.interleave.code;

import io.interleave.code.PythonFunction.Way;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;

/// What is done with conditions, barriers, latches, phasers and events.
final class PythonWaitSteps {

    private final PythonFunction function;

    PythonWaitSteps(PythonFunction function) {
        this.function = function;
    }

    void await(Step.Await it) {
        switch (function.program.resource(it.target().name())) {
            case Resource.Barrier barrier -> {
                var enabled = PythonResources.switchOf(function.program, barrier.enabled());
                if (enabled.isPresent()) {
                    function.add("if " + enabled.get() + ":", it);
                    function.lines.indented(() -> barrier(it));
                } else {
                    barrier(it);
                }
            }
            case Resource.Phaser _ -> phaser(it);
            case Resource.Event _ -> event(it);
            case Resource.Condition _, Resource.Latch _, Resource.Variable _, Resource.Lock _ -> simple(it);
            case Resource.Semaphore _, Resource.Queue _, Resource.EventLoop _, Resource.Pool _ -> simple(it);
        }
    }

    /// An event that both sides wait for has a way for each.
    private void event(Step.Await it) {
        if (function.async && function.program.uses.isOfBoth(it.target().name())) {
            var call = "await " + function.target(it.target()) + ".wait_async()";
            function.limited(it, it.waiting().timeout(), it.waiting().otherwise(), call);
        } else {
            simple(it);
        }
    }

    /// What says whether it came in time.
    private void simple(Step.Await it) {
        var way = function.way(it.target());
        var method = function.target(it.target()) + ".wait";
        var timeout = it.waiting().timeout();
        if (timeout.isEmpty()) {
            function.add(function.waiting(way, method), it);
        } else if (way == Way.AWAIT) {
            function.limited(it, timeout, it.waiting().otherwise(), "await " + method + "()");
        } else {
            var call = function.waiting(way, method, function.time(timeout.get()));
            function.timeUp(call, it.target(), it.waiting().otherwise(), it);
        }
    }

    /// Python's places count from 0.
    private void barrier(Step.Await it) {
        var way = function.way(it.target());
        var method = function.target(it.target()) + ".wait";
        var timeout = it.waiting().timeout();
        var otherwise = it.waiting().otherwise();
        if (way == Way.AWAIT) {
            var call = function.into(
                    it.into(), it.into().isPresent() ? "1 + await " + method + "()" : "await " + method + "()");
            function.limited(it, timeout, otherwise, call);
            return;
        }
        var call = timeout.map(time -> function.waiting(way, method, function.time(time)))
                .orElseGet(() -> function.waiting(way, method));
        var code = function.into(it.into(), it.into().isPresent() ? "1 + " + call : call);
        function.parts.module("threading");
        function.attempt(it, otherwise, "threading.BrokenBarrierError", () -> function.add(code, it));
    }

    private void phaser(Step.Await it) {
        var way = function.way(it.target());
        var method = function.target(it.target()) + ".wait";
        var call = it.waiting()
                .timeout()
                .map(time -> function.waiting(way, method, function.time(time)))
                .orElseGet(() -> function.waiting(way, method));
        var code = function.into(it.into(), call);
        var otherwise = it.waiting().otherwise();
        function.attempt(it, otherwise, "TimeoutError", () -> function.add(code, it));
    }

    void signal(Step.Signal it) {
        boolean event = function.program.resource(it.target().name()) instanceof Resource.Event;
        call(it.target(), event ? "set" : it.all() ? "notify_all" : "notify", it);
    }

    /// Something that does not wait. A thread must leave to the loop what belongs to that.
    void call(Target target, String method, Step step) {
        boolean fromOutside = !function.async && function.program.isOfLoop(function.program.resource(target.name()));
        var name = function.target(target) + "." + method;
        function.add(fromOutside ? "loop.call_soon_threadsafe(" + name + ")" : name + "()", step);
    }
}
