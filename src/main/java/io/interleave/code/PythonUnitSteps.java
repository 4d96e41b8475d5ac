package io.interleave.code;

import io.interleave.code.PythonFunction.Way;
import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.List;
import java.util.Optional;

/// What threads and coroutines do to each other.
final class PythonUnitSteps {

    private final PythonFunction function;

    PythonUnitSteps(PythonFunction function) {
        this.function = function;
    }

    private UnitGroup group(String name) {
        return function.program.group(name);
    }

    private String units(String group) {
        return function.program.groups.units(group);
    }

    private boolean isThreads(String group) {
        return group(group).kind() instanceof UnitGroup.Thread;
    }

    /// A thread that may be cancelled looks at each pass whether it was.
    void forever(Step.Forever it) {
        boolean cancelled = function.group.kind() instanceof UnitGroup.Thread
                && function.program.groups.isCancelled(function.group.name());
        if (cancelled) {
            function.parts.module("threading");
            function.add("while threading.current_thread() not in " + function.parts.helper("cancelled") + ":", it);
        } else {
            function.add("while True:", it);
        }
        function.body(it.body());
    }

    void start(Step.Start it) {
        switch (group(it.group()).kind()) {
            case UnitGroup.Process _ -> new PythonProcessSteps(function).start(it);
            case UnitGroup.Thread _, UnitGroup.Generator _, UnitGroup.Task _, UnitGroup.Coroutine _ ->
                function.add(starting(it.group()), it);
        }
    }

    private String starting(String group) {
        var call = function.program.groups.starter(group) + "()";
        if (!(group(group).kind() instanceof UnitGroup.Coroutine)) {
            return call;
        }
        return function.async ? "await " + call : function.parts.helper("on_loop") + "(" + call + ")";
    }

    void poll(Step.Poll it) {
        var asks = switch (group(it.group()).kind()) {
            case UnitGroup.Thread _ -> "unit.is_alive()";
            case UnitGroup.Process _ -> "unit.poll() is None";
            case UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Task _ -> "not unit.done()";
        };
        boolean one = group(it.group()).kind() instanceof UnitGroup.Process
                && function.program.groups.keeping(it.group()) == PythonGroups.Keeping.ONE;
        var units = units(it.group());
        function.give(it.into(), one ? asks.replace("unit", units) : "any(" + asks + " for unit in " + units + ")", it);
    }

    void cancel(Step.Cancel it) {
        var units = units(it.group());
        switch (group(it.group()).kind()) {
            case UnitGroup.Thread _ -> {
                function.program.gap(
                        function.lines,
                        it.place(),
                        "CPython cannot cancel a thread: those of '%s' end where they begin another pass of a `forever`, and else are left waiting."
                                .formatted(it.group()));
                function.add(function.parts.helper("cancelled") + ".update(" + units + ")", it);
            }
            case UnitGroup.Process _ -> new PythonProcessSteps(function).cancel(it);
            case UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Task _ -> {
                var task = function.names.another("task");
                function.add("for " + task + " in " + units + ":", it);
                function.lines.indented(() -> function.lines.add(
                        function.async ? task + ".cancel()" : "loop.call_soon_threadsafe(" + task + ".cancel)"));
            }
        }
    }

    void await(Step.Await it) {
        var units = units(it.target().name());
        var one = it.target().at().map(at -> units + "[" + function.expressions.oneLess(at) + "]");
        if (isThreads(it.target().name())) {
            threads(
                    it,
                    it.target().name(),
                    one,
                    it.waiting().timeout(),
                    it.waiting().otherwise());
        } else {
            tasks(
                    it,
                    one.map(task -> "[" + task + "]").orElse(units),
                    it.waiting().timeout(),
                    it.waiting().otherwise());
        }
    }

    private void threads(
            Step step, String group, Optional<String> one, Optional<Expr> timeout, Optional<List<Step>> otherwise) {
        var units = one.map(it -> "[" + it + "]").orElse(units(group));
        var way = function.async ? Way.IN_THREAD : Way.BLOCK;
        if (timeout.isPresent()) {
            var call = function.waiting(way, function.parts.helper("join_all"), units, function.time(timeout.get()));
            late("not " + call, group, otherwise, step);
        } else if (function.program.groups.isCancelled(group)) {
            function.add(function.waiting(way, function.parts.helper("join_uncancelled"), units), step);
        } else if (one.isPresent()) {
            function.add(function.waiting(way, one.get() + ".join"), step);
        } else {
            var thread = function.names.another("thread");
            function.add("for " + thread + " in " + units + ":", step);
            function.lines.indented(() -> function.lines.add(function.waiting(way, thread + ".join")));
        }
    }

    private void tasks(Step step, String tasks, Optional<Expr> timeout, Optional<List<Step>> otherwise) {
        if (timeout.isEmpty()) {
            var call = function.parts.helper("ended") + "(" + tasks + ")";
            function.add(function.async ? "await " + call : function.parts.helper("on_loop") + "(" + call + ")", step);
            return;
        }
        function.parts.module("asyncio");
        var call = "asyncio.wait(" + tasks + ", timeout=" + function.time(timeout.get()) + ")";
        var late = function.names.another("late");
        function.add(
                "_, " + late + " = "
                        + (function.async ? "await " + call : function.parts.helper("on_loop") + "(" + call + ")"),
                step);
        late(late, tasks, otherwise, step);
    }

    private void late(String condition, String what, Optional<List<Step>> otherwise, Step step) {
        function.add("if " + condition + ":", step);
        if (otherwise.isPresent()) {
            function.body(otherwise.get());
        } else {
            var says = PythonText.quoted(what + ": the time is up");
            function.lines.indented(() -> function.lines.add("raise TimeoutError(" + says + ")"));
        }
    }

    /// Starts those that are started by hand, then waits for all, the coroutines together.
    void gather(Step.Gather it) {
        it.groups().stream().filter(name -> group(name).manual()).forEach(name -> {
            if (group(name).kind() instanceof UnitGroup.Process) {
                function.add(function.program.groups.starter(name) + "()", it);
            } else {
                function.add(starting(name), it);
            }
        });
        if (it.groups().size() > 1 && it.waiting().timeout().isPresent()) {
            function.program.gap(
                    function.lines, it.place(), "Each of the groups that are gathered has the whole time for itself.");
        }
        var timeout = it.waiting().timeout();
        var otherwise = it.waiting().otherwise();
        var tasks = it.groups().stream()
                .filter(name -> group(name).kind() instanceof UnitGroup.Coroutine)
                .map(this::units)
                .toList();
        if (!tasks.isEmpty()) {
            tasks(
                    it,
                    tasks.size() == 1 ? tasks.getFirst() : "[*" + String.join(", *", tasks) + "]",
                    timeout,
                    otherwise);
        }
        for (var name : it.groups()) {
            switch (group(name).kind()) {
                case UnitGroup.Thread _ -> threads(it, name, Optional.empty(), timeout, otherwise);
                case UnitGroup.Process _ -> new PythonProcessSteps(function).awaitAll(it, name, timeout, otherwise);
                case UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Task _ -> {}
            }
        }
    }
}
