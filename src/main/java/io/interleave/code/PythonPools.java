package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Step;
import java.util.Locale;

/// What pools become: executors of Python's library as far as these do the same.
final class PythonPools {

    private PythonPools() {}

    static void define(PythonProgram program, PythonLines lines, Resource.Pool it) {
        var name = program.names.of(it.name());
        var expressions = program.overKnobs();
        var size = expressions.of(it.size());
        var made = executor(program, lines, it, size);
        if (it.queue().isPresent()) {
            var room = expressions.of(it.size()) + " + "
                    + expressions.of(it.queue().get());
            var policy = it.saturation().name().toLowerCase(Locale.ROOT);
            made = "%s(%s, room=%s, when_full=%s)"
                    .formatted(program.parts.helper("BoundedPool"), made, room, PythonText.quoted(policy));
        }
        lines.add(name + " = " + made);
        if (isAwaited(program, it.name())) {
            lines.add(tasks(program, it.name()) + " = []", "all that were handed to it");
        }
        if (program.uses.steps(Step.Shutdown.class).anyMatch(step -> step.pool().equals(it.name()) && step.cancel())) {
            program.gap(
                    lines,
                    it.place(),
                    "A task that runs already cannot be cancelled: shutting down '%s' cancels those that wait."
                            .formatted(it.name()));
        }
    }

    private static String executor(PythonProgram program, PythonLines lines, Resource.Pool it, String size) {
        var sized = "(" + size + ")";
        return switch (it.kind()) {
            case THREAD -> program.parts.member("concurrent.futures", "ThreadPoolExecutor") + sized;
            case FORK_JOIN -> {
                program.gap(
                        lines,
                        it.place(),
                        "The workers of '%s' share one stack of tasks: Python has no pool in which they steal from each other."
                                .formatted(it.name()));
                yield program.parts.helper("ForkJoinPool") + sized;
            }
            case PROCESS ->
                isKilled(program, it.name()) ? program.parts.helper("ProcessPool") + sized : processes(program, size);
            case COROUTINE -> program.parts.helper("CoroutinePool") + sized;
        };
    }

    /// Workers that are forks would have whatever lock was held just then, and keep the pipes of child processes open.
    private static String processes(PythonProgram program, String size) {
        return "%s(%s, mp_context=%s.get_context(\"spawn\"))"
                .formatted(
                        program.parts.member("concurrent.futures", "ProcessPoolExecutor"),
                        size,
                        program.parts.module("multiprocessing"));
    }

    private static boolean isKilled(PythonProgram program, String pool) {
        return program.uses
                .steps(Step.KillWorker.class)
                .anyMatch(it -> it.pool().equals(pool));
    }

    /// Whether a step waits for all of its tasks.
    static boolean isAwaited(PythonProgram program, String pool) {
        return program.uses
                .steps(Step.Await.class)
                .anyMatch(it -> it.target().name().equals(pool));
    }

    static String tasks(PythonProgram program, String pool) {
        return program.names.another(program.names.of(pool) + "_tasks");
    }

    /// The function that a task becomes for a pool of this kind.
    static String task(PythonProgram program, String task, Resource.Pool.Kind kind) {
        boolean both = program.uses.sides(program.group(task)).size() == 2;
        return kind == Resource.Pool.Kind.COROUTINE && both
                ? program.names.another(program.names.of(task) + "_async")
                : program.names.of(task);
    }
}
