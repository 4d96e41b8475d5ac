package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Step;
import java.util.Set;

/// Writes the fields for pools: Java's own executors, and for processes a helper.
final class JavaPools {

    private final JavaModel model;
    private final JavaText text;
    private final Set<JavaNeed> needs;
    private final JavaExpr expressions;

    /// @param expressions over knobs
    JavaPools(JavaModel model, JavaText text, Set<JavaNeed> needs, JavaExpr expressions) {
        this.model = model;
        this.text = text;
        this.needs = needs;
        this.expressions = expressions;
    }

    void write(Resource.Pool it, String field) {
        boolean isAwaited = model.steps(Step.Await.class)
                .anyMatch(await -> await.target().name().equals(it.name()));
        switch (it.kind()) {
            case THREAD -> executor("ExecutorService", field, executor(it, ""));
            case COROUTINE -> executor("ExecutorService", field, executor(it, "Thread.ofVirtual().factory()"));
            case FORK_JOIN -> {
                if (it.queue().isPresent()) {
                    text.gap(
                            it.place(),
                            "A ForkJoinPool of Java has room for any number of tasks, so '%s' is never full."
                                    .formatted(it.name()));
                }
                text.add("final ForkJoinPool %s = new ForkJoinPool(%s);"
                        .formatted(field, expressions.of(it.size()).asInt()));
            }
            case PROCESS -> {
                needs.add(JavaNeed.PROCESS_POOL);
                text.gap(
                        it.place(),
                        "Java has no pool of processes: each worker of '%s' is a child that runs this program too, and is started when there is a task for it."
                                .formatted(it.name()));
                executor("ProcessPool", field, "new ProcessPool(%s)".formatted(executor(it, "")));
            }
        }
        if (isAwaited) {
            text.add("final Queue<Future<?>> %s = new ConcurrentLinkedQueue<>();"
                    .formatted(model.names.tasks(it.name())));
        }
    }

    private void executor(String type, String field, String made) {
        var line = "final %s %s = %s;".formatted(type, field, made);
        int arguments = line.indexOf("new ThreadPoolExecutor(") + "new ThreadPoolExecutor(".length();
        if (line.contains("new ThreadPoolExecutor(")) {
            text.add(line.substring(0, arguments));
            text.indented(() -> text.indented(() -> text.add(line.substring(arguments))));
        } else {
            text.add(line);
        }
    }

    private String executor(Resource.Pool it, String factory) {
        var size = expressions.of(it.size()).asInt();
        if (it.queue().isEmpty()) {
            return "Executors.newFixedThreadPool(%s%s)".formatted(size, factory.isEmpty() ? "" : ", " + factory);
        }
        var room = expressions.of(it.queue().get());
        boolean mayBeNone = room.range().least() <= 0;
        boolean isNone = mayBeNone && room.range().most() <= 0;
        var bounded = "new ArrayBlockingQueue<>(%s)".formatted(room.asInt());
        var queue = isNone
                ? "new SynchronousQueue<>()"
                : mayBeNone
                        ? "%s == 0 ? new SynchronousQueue<>() : %s"
                                .formatted(room.within(JavaValue.EQUALITY + 1), bounded)
                        : bounded;
        return "new ThreadPoolExecutor(%s, %s, 0, TimeUnit.SECONDS, %s, %s%s)"
                .formatted(size, size, queue, factory.isEmpty() ? "" : factory + ", ", saturation(it));
    }

    private String saturation(Resource.Pool it) {
        boolean isAwaited = model.steps(Step.Submit.class)
                        .anyMatch(step ->
                                step.pool().equals(it.name()) && step.into().isPresent())
                || model.steps(Step.MapTasks.class).anyMatch(step -> step.pool().equals(it.name()));
        return switch (it.saturation()) {
            case WAIT -> {
                needs.add(JavaNeed.WAIT_FOR_ROOM);
                yield "this::waitForRoom";
            }
            case REJECT -> "new ThreadPoolExecutor.AbortPolicy()";
            case CALLER_RUNS -> "new ThreadPoolExecutor.CallerRunsPolicy()";
            case DISCARD ->
                isAwaited ? "(task, _) -> ((Future<?>) task).cancel(false)" : "new ThreadPoolExecutor.DiscardPolicy()";
            case DISCARD_OLDEST -> {
                if (isAwaited) {
                    needs.add(JavaNeed.WAIT_FOR_ROOM);
                    yield "this::discardOldest";
                }
                yield "new ThreadPoolExecutor.DiscardOldestPolicy()";
            }
        };
    }
}
