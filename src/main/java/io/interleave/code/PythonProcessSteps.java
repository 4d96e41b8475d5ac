package io.interleave.code;

import io.interleave.code.PythonFunction.Way;
import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is done with child processes.
final class PythonProcessSteps {

    private static final String TIME_UP = "subprocess.TimeoutExpired";

    private final PythonFunction function;

    PythonProcessSteps(PythonFunction function) {
        this.function = function;
    }

    private PythonGroups.Keeping keeping(String group) {
        return function.program.groups.keeping(group);
    }

    private Way way() {
        return function.async ? Way.IN_THREAD : Way.BLOCK;
    }

    /// One of them; where the step does not say which, the last that was started.
    private String one(Target target) {
        var name = function.program.names.of(target.name());
        return target.at()
                .map(it -> name + "[" + function.expressions.oneLess(it) + "]")
                .orElse(keeping(target.name()) == PythonGroups.Keeping.ONE ? name : name + "[-1]");
    }

    void start(Step.Start it) {
        var group = function.program.group(it.group());
        var processes = new PythonProcesses(function.program);
        switch (keeping(it.group())) {
            case ONE -> {
                if (function.program.groups.hasStarter(group)) {
                    function.add(
                            function.program.names.of(it.group()) + " = " + function.program.groups.starter(it.group())
                                    + "()",
                            it);
                } else {
                    processes.startOne(function.lines, group, PythonFunction.comment(it));
                }
            }
            case LIST -> processes.startList(function.lines, group, PythonFunction.comment(it));
            case ALL -> function.add(function.program.groups.starter(it.group()) + "()", it);
        }
    }

    void await(Step.Await it) {
        var name = it.target().name();
        if (it.target().at().isPresent() || keeping(name) == PythonGroups.Keeping.ONE) {
            var timeout = it.waiting().timeout();
            var wait = one(it.target()) + ".wait";
            var call = function.async
                    ? timeout.map(time -> function.waiting(way(), wait, function.time(time)))
                            .orElseGet(() -> function.waiting(way(), wait))
                    : wait + "("
                            + timeout.map(time -> "timeout=" + function.time(time))
                                    .orElse("") + ")";
            inTime(it, it.waiting().otherwise(), function.into(it.into(), call));
        } else {
            all(it, name, it.into(), it.waiting().timeout(), it.waiting().otherwise());
        }
    }

    void awaitAll(Step step, String group, Optional<Expr> timeout, Optional<List<Step>> otherwise) {
        all(step, group, Optional.empty(), timeout, otherwise);
    }

    private void all(
            Step step, String group, Optional<String> into, Optional<Expr> timeout, Optional<List<Step>> otherwise) {
        var name = function.program.names.of(group);
        var children = keeping(group) == PythonGroups.Keeping.ONE ? "[" + name + "]" : name;
        if (timeout.isPresent()) {
            function.parts.module("subprocess");
            function.attempt(step, otherwise, TIME_UP, () -> {
                var call = function.waiting(
                        way(), function.parts.helper("wait_all"), children, function.time(timeout.get()));
                function.add(call, step);
                into.ifPresent(it -> function.lines.add(
                        function.names.of(it) + " = " + function.parts.helper("exit_status") + "(" + children + ")"));
            });
        } else if (into.isPresent()) {
            function.add(
                    function.into(into, function.waiting(way(), function.parts.helper("exit_status"), children)), step);
        } else {
            var process = function.names.another("process");
            function.add("for " + process + " in " + children + ":", step);
            function.lines.indented(() -> function.lines.add(function.waiting(way(), process + ".wait")));
        }
    }

    private void inTime(Step step, Optional<List<Step>> otherwise, String code) {
        function.parts.module("subprocess");
        function.attempt(step, otherwise, TIME_UP, () -> function.add(code, step));
    }

    void kill(Step.Kill it) {
        function.program.gap(
                function.lines, it.place(), "What a child has started itself is not ended together with it here.");
        var name = function.program.names.of(it.group());
        var end = function.parts.helper("end_child");
        if (keeping(it.group()) == PythonGroups.Keeping.ONE) {
            function.add(function.waiting(way(), end, name), it);
        } else {
            var process = function.names.another("process");
            function.add("for " + process + " in " + name + ":", it);
            function.lines.indented(() -> function.lines.add(function.waiting(way(), end, process)));
        }
    }

    void cancel(Step.Cancel it) {
        var name = function.program.names.of(it.group());
        if (keeping(it.group()) == PythonGroups.Keeping.ONE) {
            function.add(name + ".terminate()", it);
        } else {
            var process = function.names.another("process");
            function.add("for " + process + " in " + name + ":", it);
            function.lines.indented(() -> function.lines.add(process + ".terminate()"));
        }
    }

    void communicate(Step.Communicate it) {
        var timeout = it.waiting().timeout();
        var arguments = new ArrayList<String>();
        if (function.async) {
            arguments.add(it.input().map(this::text).orElse("None"));
            timeout.ifPresent(time -> arguments.add(function.time(time)));
        } else {
            it.input().ifPresent(text -> arguments.add(text(text)));
            timeout.ifPresent(time -> arguments.add("timeout=" + function.time(time)));
        }
        var call = function.waiting(way(), one(it.process()) + ".communicate", arguments.toArray(String[]::new));
        inTime(
                it,
                it.waiting().otherwise(),
                it.into()
                        .map(local -> function.names.of(local) + " = " + (function.async ? "(" + call + ")" : call)
                                + "[0].removesuffix(\"\\n\")")
                        .orElse(call));
    }

    private String text(Template template) {
        return function.expressions.text(template);
    }

    void writeLine(Step.WriteLine it) {
        function.add("print(" + text(it.line()) + ", file=" + one(it.process()) + ".stdin)", it);
    }

    /// A line ends with its end, but there is none behind the last one.
    void readLine(Step.ReadLine it) {
        var local = function.names.of(it.into());
        var timeout = it.waiting().timeout();
        var otherwise = it.waiting().otherwise();
        var child = one(it.process());
        // Once a thread of its own reads what one prints, nobody else can.
        boolean isEverTimed = function.program
                .uses
                .steps(Step.ReadLine.class)
                .anyMatch(read -> read.process().name().equals(it.process().name())
                        && read.waiting().timeout().isPresent());
        var call = isEverTimed
                ? function.waiting(
                        way(),
                        function.parts.helper("read_line"),
                        child,
                        timeout.map(function::time).orElse("None"))
                : function.waiting(way(), child + ".stdout.readline");
        if (timeout.isPresent()) {
            function.parts.module("queue");
            function.attempt(it, otherwise, "(queue.Empty, EOFError)", () -> {
                function.add(local + " = " + call, it);
                function.lines.add("if not " + local + ":");
                function.lines.indented(() -> function.lines.add("raise EOFError"));
                function.lines.add(local + " = " + local + ".rstrip(\"\\n\")");
            });
            return;
        }
        var read = function.names.another("read");
        function.add("if " + read + " := " + call + ":", it);
        function.lines.indented(() -> function.lines.add(local + " = " + read + ".rstrip(\"\\n\")"));
        function.lines.add("else:");
        if (otherwise.isPresent()) {
            function.body(otherwise.get());
        } else {
            function.lines.indented(() -> function.lines.add(
                    "raise EOFError(" + PythonText.quoted(it.process().name() + " prints no more") + ")"));
        }
    }

    void close(Step.Close it) {
        function.add(one(it.target()) + ".stdin.close()", it);
    }
}
