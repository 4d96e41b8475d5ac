package io.interleave.code;

import io.interleave.code.PythonFunction.Way;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Waiting;
import java.util.ArrayList;
import java.util.List;

/// What is done with queues.
final class PythonQueueSteps {

    private final PythonFunction function;

    PythonQueueSteps(PythonFunction function) {
        this.function = function;
    }

    private Resource.Queue queue(Target target) {
        return (Resource.Queue) function.program.resource(target.name());
    }

    private boolean isClosable(Target target) {
        return PythonResources.isClosable(function.program, queue(target));
    }

    /// Whether items are put in with a priority of their own, and a number that keeps equal ones in order.
    private boolean hasPriorities(Target target) {
        return PythonResources.hasPriorities(function.program, queue(target));
    }

    void put(Step.Put it) {
        var item = function.expressions.as(queue(it.queue()).of(), it.value());
        if (hasPriorities(it.queue())) {
            var priority = it.priority().map(function::of).orElse(item);
            item = "(" + priority + ", next(ticket), " + item + ")";
        }
        var way = function.way(it.queue());
        var method = function.target(it.queue()) + ".put";
        var timeout = it.waiting().timeout();
        var otherwise = it.waiting().otherwise();
        if (way == Way.AWAIT) {
            function.limited(it, timeout, otherwise, "await " + method + "(" + item + ")");
            return;
        }
        var arguments = new ArrayList<>(List.of(item));
        timeout.ifPresent(time -> {
            if (way == Way.IN_THREAD) {
                arguments.add("True");
            }
            arguments.add((way == Way.IN_THREAD ? "" : "timeout=") + function.time(time));
        });
        raising(
                it,
                it.waiting(),
                "queue.Full",
                it.queue(),
                function.waiting(way, method, arguments.toArray(String[]::new)));
    }

    void take(Step.Take it) {
        var way = function.way(it.queue());
        var method = function.target(it.queue()) + ".get";
        var timeout = it.waiting().timeout();
        var local = function.names.of(it.into());
        if (way == Way.AWAIT) {
            function.limited(
                    it, timeout, it.waiting().otherwise(), given(local, it.queue()) + "await " + method + "()");
            return;
        }
        var call = timeout.map(time -> way == Way.IN_THREAD
                        ? function.waiting(way, method, "True", function.time(time))
                        : method + "(timeout=" + function.time(time) + ")")
                .orElseGet(() -> function.waiting(way, method));
        raising(it, it.waiting(), "queue.Empty", it.queue(), given(local, it.queue()) + call);
    }

    private String given(String local, Target queue) {
        return (hasPriorities(queue) ? "_, _, " : "") + local + " = ";
    }

    private void raising(Step step, Waiting waiting, String inVain, Target target, String code) {
        if (waiting.timeout().isPresent()) {
            function.parts.module("queue");
        }
        var exceptions = new ArrayList<String>();
        if (waiting.timeout().isPresent()) {
            exceptions.add(inVain);
        }
        if (isClosable(target)) {
            exceptions.add("Closed");
        }
        if (exceptions.isEmpty()) {
            function.add(code, step);
            return;
        }
        var together = exceptions.size() == 1 ? exceptions.getFirst() : "(" + String.join(", ", exceptions) + ")";
        function.attempt(step, waiting.otherwise(), together, () -> function.add(code, step));
    }

    void drain(Step.Drain it) {
        var queue = function.target(it.queue());
        var local = function.names.of(it.local());
        var way = function.way(it.queue());
        if (isClosable(it.queue()) && way == Way.BLOCK) {
            function.add("for " + (hasPriorities(it.queue()) ? "_, _, " : "") + local + " in " + queue + ":", it);
            function.body(it.body());
            return;
        }
        function.add("while True:", it);
        function.lines.indented(() -> {
            var code = given(local, it.queue()) + function.waiting(way, queue + ".get");
            if (isClosable(it.queue())) {
                function.lines.add("try:");
                function.lines.indented(() -> function.lines.add(code));
                function.lines.add("except Closed:");
                function.lines.indented(() -> function.lines.add("break"));
            } else {
                function.lines.add(code);
            }
            function.steps(it.body());
        });
    }

    /// Until all items are done with.
    void await(Step.Await it) {
        var queue = function.target(it.target());
        var way = function.way(it.target());
        var timeout = it.waiting().timeout();
        if (timeout.isEmpty()) {
            function.add(function.waiting(way, queue + ".join"), it);
        } else if (way == Way.AWAIT) {
            function.limited(it, timeout, it.waiting().otherwise(), "await " + queue + ".join()");
        } else {
            var call = function.waiting(way, function.parts.helper("join_queue"), queue, function.time(timeout.get()));
            function.timeUp(call, it.target(), it.waiting().otherwise(), it);
        }
    }
}
