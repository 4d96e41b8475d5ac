package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Value;
import java.util.Locale;
import java.util.Optional;

/// What the units share, as the program makes it before they start.
final class PythonResources {

    private final PythonProgram program;
    private final PythonLines lines;
    private final PythonExpressions expressions;

    PythonResources(PythonProgram program, PythonLines lines) {
        this.program = program;
        this.lines = lines;
        this.expressions = program.overKnobs();
    }

    void write() {
        var resources = program.scenario.resources();
        if (resources.stream().anyMatch(Resource.Variable.class::isInstance)) {
            program.parts.member("types", "SimpleNamespace");
            lines.add("shared = SimpleNamespace()");
        }
        resources.stream().filter(Resource.Variable.class::isInstance).forEach(this::define);
        if (program.uses.hasAtomics()) {
            program.parts.module("threading");
            lines.add("atomic = threading.Lock()", "held for what must not be interrupted");
        }
        if (program.uses.hasLoop() && !program.uses.isAsync()) {
            program.parts.module("asyncio");
            lines.add("loop = asyncio.new_event_loop()", "carries the coroutines, in a thread of its own");
        }
        if (resources.stream().anyMatch(it -> it instanceof Resource.Queue queue && hasPriorities(program, queue))) {
            program.parts.module("itertools");
            lines.add("ticket = itertools.count()", "of two items of one priority the older one comes first");
        }
        resources.stream().filter(it -> !(it instanceof Resource.Variable)).forEach(this::define);
    }

    private void define(Resource resource) {
        lines.from(resource.place(), () -> {
            switch (resource) {
                case Resource.Variable it -> variable(it);
                case Resource.Lock it -> lock(it);
                case Resource.Semaphore it -> semaphore(it);
                case Resource.Condition it -> condition(it);
                case Resource.Barrier it -> barrier(it);
                case Resource.Latch it ->
                    define(it, helper(it, "AsyncLatch", "Latch") + "(" + expressions.of(it.initial()) + ")", "");
                case Resource.Phaser it ->
                    define(it, program.parts.helper("Phaser") + "(" + expressions.of(it.parties()) + ")", "");
                case Resource.Event it -> event(it);
                case Resource.Queue it -> queue(it);
                case Resource.EventLoop it -> eventLoop(it);
                case Resource.Pool it -> PythonPools.define(program, lines, it);
            }
        });
    }

    private void variable(Resource.Variable it) {
        var value = PythonText.literal(it.initial());
        var name = program.names.variable(it.name());
        if (isSeveral(it)) {
            lines.add(name + " = [" + value + "] * " + expressions.operand(it.count()));
        } else {
            lines.add(name + " = " + value);
        }
    }

    private void lock(Resource.Lock it) {
        switch (it.kind()) {
            case GIL -> gil(it);
            case MUTEX -> lock(it, module(it) + ".Lock()", "");
            case REENTRANT, FAIR, SPIN, READ_WRITE, STAMPED -> {
                if (program.uses.isOfLoop(it.name()) || program.uses.isOfBoth(it.name())) {
                    program.gap(
                            lines,
                            it.place(),
                            "'%s' is a plain lock here: asyncio knows no %s one."
                                    .formatted(
                                            it.name(),
                                            it.kind()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-')));
                    lock(it, module(it) + ".Lock()", "");
                } else {
                    lock(it, threadLock(it.kind()), "");
                }
            }
        }
    }

    private String threadLock(Resource.Lock.Kind kind) {
        return switch (kind) {
            case MUTEX, GIL -> program.parts.module("threading") + ".Lock()";
            case REENTRANT -> program.parts.module("threading") + ".RLock()";
            case FAIR -> program.parts.helper("FairLock") + "()";
            case SPIN -> program.parts.helper("SpinLock") + "()";
            case READ_WRITE -> program.parts.helper("ReadWriteLock") + "()";
            case STAMPED -> program.parts.helper("StampedLock") + "()";
        };
    }

    /// The interpreter has one already.
    private void gil(Resource.Lock it) {
        program.gap(
                lines,
                it.place(),
                "'%s' is CPython's own interpreter lock: all threads are under it, and nothing can turn it off."
                        .formatted(it.name()));
        it.interval().ifPresent(interval -> {
            program.parts.module("sys");
            lines.add("sys.setswitchinterval(" + expressions.time(interval) + ")");
        });
    }

    private void lock(Resource.Lock it, String made, String comment) {
        define(it, switched(it, it.enabled(), made), comment);
    }

    /// One that is switched off is replaced by something that lets everybody pass.
    private String switched(Resource it, Expr enabled, String made) {
        return switchOf(program, enabled)
                .map(on -> made + " if " + on + " else " + nothing(it) + "()")
                .orElse(made);
    }

    private String nothing(Resource it) {
        if (it instanceof Resource.Lock lock && hasModes(program, lock)) {
            return program.parts.helper("NoReadWriteLock");
        }
        boolean onlyHeld = program.uses.steps().noneMatch(step -> switch (step) {
            case Step.Hold hold ->
                hold.lock().name().equals(it.name())
                        && (hold.waiting().timeout().isPresent() || program.uses.isOfBoth(it.name()));
            case Step.Acquire acquire -> acquire.lock().name().equals(it.name());
            case Step.Release release -> release.lock().name().equals(it.name());
            default -> false;
        });
        boolean hasCondition = program.scenario.resources().stream()
                .anyMatch(other -> other instanceof Resource.Condition condition
                        && condition.lock().equals(it.name()));
        return onlyHeld && !hasCondition
                ? program.parts.member("contextlib", "nullcontext")
                : program.parts.helper(program.isOfLoop(it) ? "AsyncNoLock" : "NoLock");
    }

    private void semaphore(Resource.Semaphore it) {
        var permits = "(" + expressions.of(it.permits()) + ")";
        boolean loop = program.isOfLoop(it);
        if (it.fair() && program.uses.isOfBoth(it.name())) {
            program.gap(lines, it.place(), "'%s' is not quite fair here.".formatted(it.name()));
        }
        var made = it.fair() && !loop && !program.uses.isOfBoth(it.name())
                ? program.parts.helper("FairSemaphore") + permits
                : module(it) + ".Semaphore" + permits;
        define(it, switched(it, it.enabled(), made), "");
    }

    private void condition(Resource.Condition it) {
        define(it, module(it) + ".Condition(" + program.names.of(it.lock()) + ")", "");
    }

    private void barrier(Resource.Barrier it) {
        define(it, module(it) + ".Barrier(" + expressions.of(it.parties()) + ")", "");
    }

    private void event(Resource.Event it) {
        define(
                it,
                program.uses.isOfBoth(it.name()) ? program.parts.helper("SharedEvent") + "()" : module(it) + ".Event()",
                "");
        if (it.initial()) {
            if (isSeveral(it)) {
                var one = program.names.another("one");
                lines.add("for " + one + " in " + program.names.of(it.name()) + ":");
                lines.indented(() -> lines.add(one + ".set()"));
            } else {
                lines.add(program.names.of(it.name()) + ".set()");
            }
        }
    }

    private void queue(Resource.Queue it) {
        var kind = switch (it.order()) {
            case FIFO -> "Queue";
            case LIFO -> "LifoQueue";
            case PRIORITY -> "PriorityQueue";
            case RENDEZVOUS -> "Rendezvous";
        };
        var capacity = it.capacity().map(expressions::of).orElse("");
        if (it.order() == Resource.Queue.Order.RENDEZVOUS) {
            define(it, program.parts.helper("Rendezvous") + "()", "");
        } else if (isClosable(program, it)) {
            define(it, program.parts.helper("Closable" + kind) + "(" + capacity + ")", "");
        } else {
            var module = program.parts.module(program.isOfLoop(it) ? "asyncio" : "queue");
            define(it, module + "." + kind + "(" + capacity + ")", "");
        }
    }

    private void eventLoop(Resource.EventLoop it) {
        if (!(it.carriers() instanceof Expr.Literal(var _, Value.Whole(long carriers)) && carriers == 1)) {
            program.gap(
                    lines,
                    it.place(),
                    "'%s' has one thread here: no event loop of asyncio is carried by more.".formatted(it.name()));
        }
        if (!(it.priorities() instanceof Expr.Literal(var _, Value.Truth(boolean priorities)) && !priorities)) {
            program.gap(
                    lines,
                    it.place(),
                    "'%s' has no priorities here: in asyncio, who became ready first runs first.".formatted(it.name()));
        }
        if (program.scenario.resources().stream()
                        .filter(Resource.EventLoop.class::isInstance)
                        .count()
                > 1) {
            program.gap(lines, it.place(), "All coroutines run on one and the same event loop here.");
        }
    }

    private void define(Resource it, String made, String comment) {
        var name = program.names.of(it.name());
        if (isSeveral(it)) {
            lines.add(name + " = [" + made + " for _ in range(" + expressions.of(it.count()) + ")]", comment);
        } else {
            lines.add(name + " = " + made, comment);
        }
    }

    private String module(Resource it) {
        return program.parts.module(program.isOfLoop(it) ? "asyncio" : "threading");
    }

    private String helper(Resource it, String ofLoop, String ofThreads) {
        return program.parts.helper(program.isOfLoop(it) ? ofLoop : ofThreads);
    }

    static boolean isSeveral(Resource it) {
        return !it.count().equals(Resource.ONE);
    }

    /// The condition under which something is switched on; empty where it always is.
    static Optional<String> switchOf(PythonProgram program, Expr enabled) {
        return enabled instanceof Expr.Literal(var _, Value.Truth(boolean on)) && on
                ? Optional.empty()
                : Optional.of(program.overKnobs().of(enabled));
    }

    /// Whether a lock tells those that read from those that write.
    static boolean hasModes(PythonProgram program, Resource.Lock lock) {
        return switch (lock.kind()) {
            case READ_WRITE, STAMPED -> !program.uses.isOfLoop(lock.name()) && !program.uses.isOfBoth(lock.name());
            case MUTEX, REENTRANT, FAIR, SPIN, GIL -> false;
        };
    }

    static boolean isClosable(PythonProgram program, Resource.Queue queue) {
        return queue.order() == Resource.Queue.Order.RENDEZVOUS || program.uses.isClosed(queue.name());
    }

    static boolean hasPriorities(PythonProgram program, Resource.Queue queue) {
        return queue.order() == Resource.Queue.Order.PRIORITY
                && program.uses
                        .steps(Step.Put.class)
                        .anyMatch(it -> it.queue().name().equals(queue.name())
                                && it.priority().isPresent());
    }
}
