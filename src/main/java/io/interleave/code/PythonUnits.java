package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.ExprText;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;

/// The groups of units as functions, each with what the program needs to start more of its units and to find them
/// again.
final class PythonUnits {

    private static final String USUAL_PRIORITY = "5";

    private final PythonProgram program;
    private final PythonLines lines;

    PythonUnits(PythonProgram program, PythonLines lines) {
        this.program = program;
        this.lines = lines;
    }

    /// One group as a piece of the program.
    static PythonLines of(PythonProgram program, UnitGroup group) {
        var lines = new PythonLines();
        new PythonUnits(program, lines).write(group);
        return lines;
    }

    private void write(UnitGroup group) {
        switch (group.kind()) {
            case UnitGroup.Thread thread -> thread(group, thread);
            case UnitGroup.Coroutine coroutine -> coroutine(group, coroutine);
            case UnitGroup.Generator _ -> generator(group);
            case UnitGroup.Process _ -> process(group);
            case UnitGroup.Task task -> task(group, task);
        }
    }

    private void apart() {
        lines.blank();
        lines.blank();
    }

    private void thread(UnitGroup group, UnitGroup.Thread thread) {
        apart();
        lines.from(group.place(), () -> {
            takesTurns(group);
            thread.priority()
                    .filter(it -> !ExprText.of(it).equals(USUAL_PRIORITY))
                    .ifPresent(it -> program.gap(
                            lines,
                            group.place(),
                            "Python's threads have no priorities: '%s' has the usual one.".formatted(group.name())));
            function(group, false, program.names.of(group.name()), "thread: " + reference(group.count()));
        });
        if (group.manual()) {
            apart();
            startThreads(group, thread);
        } else if (program.groups.isReferred(group.name())) {
            apart();
            lines.add(program.groups.units(group.name()) + " = []");
        }
    }

    /// Said once, where several could compute at the same time.
    private void takesTurns(UnitGroup group) {
        boolean computes = computes(group);
        boolean several = !PythonGroups.isOne(group)
                || group.kind() instanceof UnitGroup.Task
                || program.scenario.units().stream()
                                .filter(it -> it.kind() instanceof UnitGroup.Thread && computes(it))
                                .count()
                        > 1;
        if (computes && several) {
            program.gap(
                    lines,
                    group.place(),
                    "Threads take turns in computing, on however many cores: CPython's interpreter lock lets one run at a time.");
        }
    }

    private static boolean computes(UnitGroup group) {
        return StepContents.all(group.steps())
                .anyMatch(it -> it instanceof Step.Compute || it instanceof Step.Kernelled);
    }

    private void function(UnitGroup group, boolean async, String name, String comment) {
        var function = new PythonFunction(program, group, async, lines);
        var parameter = group.kind() instanceof UnitGroup.Task(var it, var _)
                ? function.names.of(it)
                : PythonGroups.isNumbered(group) ? function.names.of(UnitGroup.INDEX) : "";
        if (async) {
            program.parts.module("asyncio");
        }
        lines.add((async ? "async def " : "def ") + name + "(" + parameter + "):", comment);
        lines.indented(() -> {
            if (group.kind() instanceof UnitGroup.Thread thread) {
                thread.core()
                        .ifPresent(it -> lines.add(
                                program.parts.helper("pin") + "("
                                        + program.overIndex(group).of(it) + ")",
                                "core: " + ExprText.of(it)));
            }
            function.write();
            returnsNothing(group);
        });
    }

    /// Of a task that comes to its end the result is 0, and not `None`.
    private void returnsNothing(UnitGroup group) {
        if (group.kind() instanceof UnitGroup.Task(var _, var of)
                && (group.steps().isEmpty() || !(group.steps().getLast() instanceof Step.Return))) {
            lines.add("return " + PythonText.literal(PythonFunction.zero(of)));
        }
    }

    private static String reference(Expr expr) {
        return Prose.comment(expr instanceof Expr.Name(var _, var name) ? "$" + name : ExprText.of(expr));
    }

    private void startThreads(UnitGroup group, UnitGroup.Thread thread) {
        program.parts.module("threading");
        if (program.uses.mayFail()) {
            program.parts.helper("end_run");
        }
        var units = program.groups.units(group.name());
        lines.from(group.place(), () -> {
            lines.add(units + " = []");
            apart();
            lines.add("def " + program.groups.starter(group.name()) + "():");
            lines.indented(() -> {
                thread.stack().ifPresent(it -> lines.add(stackSize(group, it)));
                boolean numbered = PythonGroups.isNumbered(group);
                if (numbered) {
                    lines.add("first = len(" + units + ") + 1");
                }
                lines.add(
                        numbered
                                ? "for index in range(first, first + "
                                        + program.overKnobs().operand(group.count()) + "):"
                                : "for _ in range(" + program.overKnobs().of(group.count()) + "):");
                lines.indented(() -> {
                    lines.add("thread = " + thread(group));
                    lines.add(units + ".append(thread)");
                    lines.add("thread.start()");
                });
                thread.stack().ifPresent(_ -> lines.add("threading.stack_size(0)", "as usual again"));
            });
        });
    }

    String stackSize(UnitGroup group, Expr stack) {
        return "threading.stack_size(" + program.overIndex(group).of(stack) + ")";
    }

    String thread(UnitGroup group) {
        var arguments = PythonGroups.isNumbered(group) ? ", args=(index,)" : "";
        return "threading.Thread(target=" + program.names.of(group.name()) + arguments + ", daemon=True)";
    }

    private void coroutine(UnitGroup group, UnitGroup.Coroutine coroutine) {
        apart();
        lines.from(group.place(), () -> {
            coroutine
                    .priority()
                    .ifPresent(it -> program.gap(
                            lines,
                            group.place(),
                            "asyncio knows no priorities: '%s' runs in turn with all others.".formatted(group.name())));
            if (!program.uses.isAsync() && StepContents.all(group.steps()).anyMatch(program.uses::mayFail)) {
                program.gap(
                        lines,
                        group.place(),
                        "A coroutine that fails ends the program here only when the threads have ended.");
            }
            function(group, true, program.names.of(group.name()), "coroutine: " + reference(group.count()));
        });
        if (group.manual() || !program.uses.isAsync() || program.groups.isReferred(group.name())) {
            apart();
            startTasks(group);
        }
    }

    private void startTasks(UnitGroup group) {
        var units = program.groups.units(group.name());
        lines.from(group.place(), () -> {
            lines.add(units + " = []");
            apart();
            lines.add("async def " + program.groups.starter(group.name()) + "():");
            lines.indented(() -> {
                boolean numbered = PythonGroups.isNumbered(group);
                if (numbered && group.manual()) {
                    lines.add("first = len(" + units + ") + 1");
                    lines.add("numbers = range(first, first + "
                            + program.overKnobs().operand(group.count()) + ")");
                }
                var call = "asyncio.create_task(" + program.names.of(group.name()) + "(" + (numbered ? "index" : "")
                        + "))";
                var numbers = numbered && group.manual() ? "for index in numbers" : program.groups.numbers(group);
                lines.add(units + ".extend(" + call + " " + numbers + ")");
            });
        });
    }

    private void generator(UnitGroup group) {
        apart();
        lines.from(group.place(), () -> {
            function(group, false, program.names.of(group.name()), "generator: " + reference(group.count()));
            if (StepContents.all(group.steps()).noneMatch(Step.Yield.class::isInstance)) {
                lines.indented(() -> lines.add("yield from ()", "a generator that yields nothing"));
            }
        });
        apart();
        var call = program.names.of(group.name()) + (PythonGroups.isNumbered(group) ? "(index)" : "()");
        lines.from(group.place(), () -> {
            var name = program.groups.units(group.name());
            if (PythonGroups.isOne(group)) {
                lines.add(name + " = " + call.replace("index", "1"));
            } else {
                lines.add(name + " = [" + call + " " + program.groups.numbers(group) + "]");
            }
        });
    }

    /// Those that are kept by the only function that has to do with them need nothing here, unless it starts them
    /// in several places.
    private void process(UnitGroup group) {
        if (program.groups.keeping(group.name()) == PythonGroups.Keeping.ALL
                && !program.groups.isFeeder(group.name())) {
            apart();
            new PythonProcesses(program).define(lines, group);
        } else if (program.groups.hasStarter(group)) {
            apart();
            new PythonProcesses(program).defineOne(lines, group);
        }
    }

    private void task(UnitGroup group, UnitGroup.Task task) {
        var sides = program.uses.sides(group);
        var name = program.names.of(group.name());
        if (sides.contains(PythonUses.Side.THREADS)) {
            apart();
            lines.from(group.place(), () -> {
                if (isOfThreads(group.name())) {
                    takesTurns(group);
                }
                function(group, false, name, "task: " + Prose.comment(task.parameter()));
            });
        }
        if (sides.contains(PythonUses.Side.LOOP)) {
            apart();
            var async = PythonPools.task(program, group.name(), Resource.Pool.Kind.COROUTINE);
            lines.from(group.place(), () -> function(group, true, async, "task: " + Prose.comment(task.parameter())));
        }
    }

    private boolean isOfThreads(String task) {
        return program.uses
                .pools(task)
                .anyMatch(it -> it.kind() == Resource.Pool.Kind.THREAD || it.kind() == Resource.Pool.Kind.FORK_JOIN);
    }
}
