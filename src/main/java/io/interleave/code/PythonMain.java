package io.interleave.code;

import io.interleave.code.PythonGroups.Keeping;
import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.List;
import java.util.Optional;

/// The function that starts the units, waits for their end and says what came out.
final class PythonMain {

    /// As wide as a line may be.
    private static final int WIDTH = 96;

    private final PythonProgram program;
    private final PythonLines lines;
    private final PythonUnits units;
    private final PythonNames.Locals names;

    PythonMain(PythonProgram program, PythonLines lines) {
        this.program = program;
        this.lines = lines;
        this.units = new PythonUnits(program, lines);
        this.names = program.names.locals();
    }

    void write() {
        program.parts.module("sys");
        var entry = program.names.entry();
        if (program.uses.isAsync()) {
            program.parts.module("asyncio");
            lines.add("async def " + entry + "():");
            lines.indented(() -> {
                async();
                lines.add("return report()");
            });
        } else {
            lines.add("def " + entry + "():");
            lines.indented(() -> {
                sync();
                lines.add("return report()");
            });
        }
        lines.blank();
        lines.blank();
        lines.add("if __name__ == \"__main__\":");
        var call = program.uses.isAsync() ? "asyncio.run(" + entry + "())" : entry + "()";
        lines.indented(() -> lines.add("sys.exit(0 if " + call + " else 1)"));
    }

    private List<UnitGroup> started() {
        return program.groups.inOrderOfStart();
    }

    // On the loop alone

    private void async() {
        directory();
        startProcesses();
        var coroutines = started().stream()
                .filter(it -> it.kind() instanceof UnitGroup.Coroutine)
                .toList();
        if (coroutines.size() == 1 && isAlone(coroutines.getFirst())) {
            lines.from(
                    coroutines.getFirst().place(),
                    () -> lines.add(
                            "await " + program.names.of(coroutines.getFirst().name()) + "("
                                    + (PythonGroups.isNumbered(coroutines.getFirst()) ? "1" : "") + ")"));
        } else if (!coroutines.isEmpty()) {
            lines.add("async with asyncio.TaskGroup() as " + names.of("units") + ":");
            lines.indented(() -> coroutines.forEach(it -> lines.from(it.place(), () -> create(it))));
        }
        endManual();
        endProcesses();
    }

    private boolean isAlone(UnitGroup group) {
        return PythonGroups.isOne(group) && !program.groups.isReferred(group.name());
    }

    private void create(UnitGroup group) {
        var call = names.of("units") + ".create_task(" + program.names.of(group.name())
                + (PythonGroups.isNumbered(group) ? "(index))" : "())");
        if (program.groups.isReferred(group.name())) {
            lines.add(
                    program.groups.units(group.name()) + ".extend(" + call + " " + program.groups.numbers(group) + ")");
        } else if (PythonGroups.isOne(group)) {
            lines.add(call.replace("(index)", "(1)"));
        } else {
            lines.add(program.groups.numbers(group) + ":");
            lines.indented(() -> lines.add(call));
        }
    }

    // On threads

    private void sync() {
        directory();
        if (program.uses.hasLoop()) {
            program.parts.module("threading");
            lines.add("threading.Thread(target=loop.run_forever, daemon=True).start()");
        }
        startProcesses();
        var threads = started().stream()
                .filter(it -> it.kind() instanceof UnitGroup.Thread)
                .toList();
        var coroutines = started().stream()
                .filter(it -> it.kind() instanceof UnitGroup.Coroutine)
                .toList();
        coroutines.forEach(this::startTasks);
        if (threads.size() == 1
                && isAlone(threads.getFirst())
                && stack(threads.getFirst()).isEmpty()) {
            var only = threads.getFirst();
            lines.from(
                    only.place(),
                    () -> lines.add(
                            program.names.of(only.name()) + "(" + (PythonGroups.isNumbered(only) ? "1" : "") + ")"));
        } else if (!threads.isEmpty()) {
            threads(threads);
        }
        coroutines.forEach(this::endTasks);
        endManual();
        endPools();
        endProcesses();
    }

    private static Optional<Expr> stack(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Thread thread ? thread.stack() : Optional.empty();
    }

    private void threads(List<UnitGroup> groups) {
        program.parts.module("threading");
        if (program.uses.mayFail()) {
            program.parts.helper("end_run");
        }
        groups.stream()
                .filter(it -> program.groups.isReferred(it.name()))
                .forEach(it -> lines.from(
                        it.place(),
                        () -> assign(program.groups.units(it.name()) + ".extend(", units.thread(it), it, ")")));
        var list = names.of("threads");
        var first = groups.getFirst();
        lines.remark("Daemons: so Ctrl+C ends the program also where they wait for ever.");
        if (groups.size() == 1 && !PythonGroups.isOne(first) && !program.groups.isReferred(first.name())) {
            lines.from(first.place(), () -> assign(list + " = [", units.thread(first), first, "]"));
        } else {
            lines.add(list + " = [");
            lines.indented(() -> groups.forEach(it -> lines.from(it.place(), () -> lines.add(entry(it)))));
            lines.add("]");
        }
        stackOf(groups);
        var each = names.of("thread");
        lines.add("for " + each + " in " + list + ":");
        lines.indented(() -> lines.add(each + ".start()"));
        if (groups.stream().anyMatch(it -> program.groups.isCancelled(it.name()))) {
            lines.add(program.parts.helper("join_uncancelled") + "(" + list + ")");
        } else {
            lines.add("for " + each + " in " + list + ":");
            lines.indented(() -> lines.add(each + ".join()"));
        }
    }

    /// The threads of one group in a list of all.
    private String entry(UnitGroup group) {
        if (program.groups.isReferred(group.name())) {
            return "*" + program.groups.units(group.name()) + ",";
        }
        return PythonGroups.isOne(group)
                ? units.thread(group).replace("(index,)", "(1,)") + ","
                : "*(" + units.thread(group) + " " + program.groups.numbers(group) + "),";
    }

    /// One of each unit of a group, on one line if that is not too long.
    private void assign(String before, String each, UnitGroup group, String after) {
        var line = before + each + " " + program.groups.numbers(group) + after;
        if (line.length() <= WIDTH) {
            lines.add(line);
            return;
        }
        lines.add(before);
        lines.indented(() -> {
            lines.add(each);
            lines.add(program.groups.numbers(group));
        });
        lines.add(after);
    }

    private void stackOf(List<UnitGroup> groups) {
        groups.stream().filter(it -> stack(it).isPresent()).findFirst().ifPresent(it -> {
            program.gap(
                    lines,
                    it.place(),
                    "All threads that the program starts with have a stack of the same size: that of '%s'."
                            .formatted(it.name()));
            lines.add(units.stackSize(it, stack(it).get()).replace("index", "1"));
        });
    }

    private void startTasks(UnitGroup group) {
        lines.from(
                group.place(),
                () -> lines.add(program.parts.helper("on_loop") + "(" + program.groups.starter(group.name()) + "())"));
    }

    private void endTasks(UnitGroup group) {
        lines.add(program.parts.helper("on_loop") + "(" + program.parts.helper("ended") + "("
                + program.groups.units(group.name()) + "))");
    }

    // Both

    private void directory() {
        if (new PythonProcesses(program).writeFiles()) {
            program.parts.module("os");
            program.parts.module("tempfile");
            lines.add("os.chdir(tempfile.mkdtemp())", "where the children may leave files");
        }
    }

    private void startProcesses() {
        started().stream()
                .filter(it -> it.kind() instanceof UnitGroup.Process && !Pipes.feeds(program.scenario, it.name()))
                .forEach(it -> lines.from(it.place(), () -> lines.add(program.groups.starter(it.name()) + "()")));
    }

    /// Those that steps have started and perhaps not waited for.
    private void endManual() {
        for (var group : program.scenario.units()) {
            if (group.manual() && !program.groups.isAlwaysAwaited(group.name())) {
                switch (group.kind()) {
                    case UnitGroup.Thread _ -> {
                        if (program.groups.isCancelled(group.name())) {
                            lines.add(program.parts.helper("join_uncancelled") + "("
                                    + program.groups.units(group.name()) + ")");
                        } else {
                            var each = names.of("thread");
                            lines.add("for " + each + " in " + program.groups.units(group.name()) + ":");
                            lines.indented(() -> lines.add(each + ".join()"));
                        }
                    }
                    case UnitGroup.Coroutine _ -> {
                        if (program.uses.isAsync()) {
                            lines.add("await " + program.parts.helper("ended") + "("
                                    + program.groups.units(group.name()) + ")");
                        } else {
                            endTasks(group);
                        }
                    }
                    case UnitGroup.Generator _, UnitGroup.Process _, UnitGroup.Task _ -> {}
                }
            }
        }
    }

    private void endPools() {
        for (var resource : program.scenario.resources()) {
            if (resource instanceof Resource.Pool pool
                    && program.uses
                            .steps(Step.Submit.class)
                            .anyMatch(it -> it.pool().equals(pool.name()))
                    && program.uses
                            .steps(Step.Shutdown.class)
                            .noneMatch(it -> it.pool().equals(pool.name()))) {
                lines.add(program.names.of(pool.name()) + ".shutdown()");
            }
        }
    }

    private void endProcesses() {
        for (var group : program.scenario.units()) {
            if (group.kind() instanceof UnitGroup.Process
                    && program.groups.keeping(group.name()) == Keeping.ALL
                    && !(group.manual() && program.groups.isAlwaysAwaited(group.name()))) {
                var each = names.of("process");
                lines.add("for " + each + " in " + program.groups.units(group.name()) + ":");
                lines.indented(() -> lines.add(each + ".wait()"));
            }
        }
    }
}
