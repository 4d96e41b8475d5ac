package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.ScenarioWriter;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.List;
import java.util.Optional;

/// Writes the steps of one group of units as the body of a function.
final class PythonFunction {

    final PythonProgram program;
    final PythonParts parts;
    final UnitGroup group;

    /// Whether it is a coroutine.
    final boolean async;

    final PythonLines lines;
    final PythonNames.Locals names;
    final PythonLocals locals;
    final PythonExpressions expressions;

    private final PythonWorkSteps work = new PythonWorkSteps(this);
    private final PythonStateSteps state = new PythonStateSteps(this);
    private final PythonLockSteps locks = new PythonLockSteps(this);
    private final PythonWaitSteps waits = new PythonWaitSteps(this);
    private final PythonQueueSteps queues = new PythonQueueSteps(this);
    private final PythonUnitSteps units = new PythonUnitSteps(this);
    private final PythonProcessSteps processes = new PythonProcessSteps(this);
    private final PythonGeneratorSteps generators = new PythonGeneratorSteps(this);
    private final PythonPoolSteps pools = new PythonPoolSteps(this);

    PythonFunction(PythonProgram program, UnitGroup group, boolean async, PythonLines lines) {
        this.program = program;
        this.parts = program.parts;
        this.group = group;
        this.async = async;
        this.lines = lines;
        this.names = program.names.locals();
        this.locals = new PythonLocals(program.scenario, group);
        this.expressions = program.inUnit(group, locals, names);
    }

    /// All of its steps, behind the values that its locals have before the first.
    void write() {
        for (var local : locals.early()) {
            var value = locals.isHandle(local) ? "None" : PythonText.literal(zero(locals.type(local)));
            lines.add(names.of(local) + " = " + value, "where no step has given it a value");
        }
        steps(group.steps());
    }

    static Value zero(Value.Type type) {
        return switch (type) {
            case WHOLE -> new Value.Whole(0);
            case DECIMAL -> new Value.Decimal(0);
            case TIME -> new Value.Time(0);
            case TRUTH -> new Value.Truth(false);
            case TEXT -> new Value.Text("");
        };
    }

    void steps(List<Step> steps) {
        steps.forEach(it -> lines.from(it.place(), () -> step(it)));
    }

    private void log(Step.Log it) {
        var text = expressions.text(it.text());
        add(
                program.uses.printSeveral()
                        ? parts.helper("print_line") + "(" + text + ")"
                        : "print(" + text + ", flush=True)",
                it);
    }

    /// Steps that are one deeper.
    void body(List<Step> steps) {
        lines.indented(() -> steps(steps));
    }

    private void step(Step step) {
        switch (step) {
            case Step.Repeat it -> {
                add("for _ in range(" + of(it.times()) + "):", it);
                body(it.body());
            }
            case Step.ForEach it -> {
                add("for " + names.of(it.local()) + " in " + expressions.range(it.from(), it.to()) + ":", it);
                body(it.body());
            }
            case Step.While it -> {
                add("while " + of(it.condition()) + ":", it);
                body(it.body());
            }
            case Step.If it -> ifThen(it, "if ");
            case Step.Forever it -> units.forever(it);

            case Step.Compute it -> work.compute(it);
            case Step.Kernelled it -> work.kernel(it);
            case Step.Sleep it -> work.sleep(it);
            case Step.Io it -> work.io(it);
            case Step.Log it -> log(it);
            case Step.Check it -> work.check(it);
            case Step.Fail it -> add("raise RuntimeError(" + expressions.text(it.message()) + ")", it);
            case Step.Let it -> let(it);
            case Step.ReadClock it -> give(it.local(), parts.helper("clock") + "()", it);

            case Step.Read it -> state.read(it);
            case Step.Write it -> state.write(it);
            case Step.Increment it -> state.increment(it);
            case Step.Update it -> state.update(it);
            case Step.CompareAndSet it -> state.compareAndSet(it);

            case Step.Hold it -> locks.hold(it);
            case Step.Acquire it -> locks.acquire(it);
            case Step.Release it -> locks.release(it);

            case Step.Await it -> await(it);
            case Step.Signal it -> waits.signal(it);
            case Step.Clear it -> waits.call(it.event(), "clear", it);
            case Step.CountDown it -> waits.call(it.latch(), "count_down", it);
            case Step.Arrive it -> waits.call(it.phaser(), "arrive", it);
            case Step.Register it -> waits.call(it.phaser(), "register", it);
            case Step.Deregister it -> waits.call(it.phaser(), "deregister", it);

            case Step.Drain it -> queues.drain(it);
            case Step.Put it -> queues.put(it);
            case Step.Take it -> queues.take(it);
            case Step.TaskDone it -> waits.call(it.queue(), "task_done", it);
            case Step.Close it -> close(it);

            case Step.Start it -> units.start(it);
            case Step.Poll it -> units.poll(it);
            case Step.Cancel it -> units.cancel(it);
            case Step.Gather it -> units.gather(it);
            case Step.Pause it -> add(async ? "await asyncio.sleep(0)" : parts.module("time") + ".sleep(0)", it);

            case Step.Kill it -> processes.kill(it);
            case Step.Communicate it -> processes.communicate(it);
            case Step.WriteLine it -> processes.writeLine(it);
            case Step.ReadLine it -> processes.readLine(it);

            case Step.Yield it -> generators.yield(it);
            case Step.Next it -> generators.next(it);

            case Step.Submit it -> pools.submit(it);
            case Step.MapTasks it -> pools.map(it);
            case Step.Shutdown it -> pools.shutdown(it);
            case Step.KillWorker it -> add(program.names.of(it.pool()) + ".kill_one()", it);
            case Step.Return it -> add("return " + given(group.name(), it.value()), it);
        }
    }

    private void let(Step.Let it) {
        var local = names.of(it.local());
        var code = it.value() instanceof Expr.Binary(var _, var operator, Expr.Name(var _, var name), var right)
                        && name.equals(it.local())
                        && !expressions.goesRound(it.value())
                        && !expressions.goesRound(right)
                        && (operator == Expr.BinaryOperator.ADD || operator == Expr.BinaryOperator.SUBTRACT)
                ? local + " " + operator.symbol() + "= " + of(right)
                : local + " = " + expressions.as(locals.type(it.local()), it.value());
        add(code, it);
    }

    private void ifThen(Step.If it, String word) {
        add(word + of(it.condition()) + ":", it);
        body(it.body());
        var otherwise = it.otherwise().orElse(List.of());
        if (otherwise.size() == 1 && otherwise.getFirst() instanceof Step.If other) {
            lines.from(other.place(), () -> ifThen(other, "elif "));
        } else if (!otherwise.isEmpty()) {
            lines.add("else:");
            body(otherwise);
        }
    }

    /// A name may be that of a task, of a group of units, or of a resource.
    private void await(Step.Await it) {
        var name = it.target().name();
        if (locals.isHandle(name)) {
            pools.awaitTask(it);
        } else if (program.isGroup(name)) {
            switch (program.group(name).kind()) {
                case UnitGroup.Process _ -> processes.await(it);
                case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Task _ ->
                    units.await(it);
            }
        } else {
            switch (program.resource(name)) {
                case Resource.Queue _ -> queues.await(it);
                case Resource.Pool _ -> pools.awaitAll(it);
                case Resource.Condition _, Resource.Barrier _, Resource.Latch _, Resource.Phaser _ -> waits.await(it);
                case Resource.Event _, Resource.Variable _, Resource.Lock _, Resource.Semaphore _ -> waits.await(it);
                case Resource.EventLoop _ -> waits.await(it);
            }
        }
    }

    private void close(Step.Close it) {
        var name = it.target().name();
        if (!program.isGroup(name)) {
            waits.call(it.target(), "close", it);
        } else if (program.group(name).kind() instanceof UnitGroup.Process) {
            processes.close(it);
        } else {
            generators.close(it);
        }
    }

    // What all of them need

    String of(Expr expr) {
        return expressions.of(expr);
    }

    /// As what a task or a generator is given, and gives.
    String given(String name, Expr value) {
        return expressions.as(LocalTypes.given(program.scenario, name), value);
    }

    /// How long to wait or to work.
    String time(Expr expr) {
        return expressions.time(expr);
    }

    /// A line with the step that it comes from behind it.
    void add(String code, Step step) {
        lines.add(code, comment(step));
    }

    static String comment(Step step) {
        var head = Prose.comment(ScenarioWriter.head(step));
        int brace = step.word().length() + 2;
        if (!head.startsWith("{", brace)) {
            return head;
        }
        boolean whole = head.endsWith("}");
        var keys = head.substring(brace + 1, whole ? head.length() - 1 : head.length())
                .strip();
        return head.substring(0, brace) + "{ " + keys + (whole ? " }" : " …");
    }

    /// A local gets a value.
    void give(String local, String value, Step step) {
        add(names.of(local) + " = " + value, step);
    }

    /// A call whose result goes where a step says, if it does.
    String into(Optional<String> local, String call) {
        return local.map(it -> names.of(it) + " = " + call).orElse(call);
    }

    /// What a step acts on: a resource that is no variable, or a unit.
    String target(Target target) {
        return program.names.of(target.name())
                + target.at().map(it -> "[" + expressions.oneLess(it) + "]").orElse("");
    }

    /// How this function waits for a resource.
    enum Way {
        /// As threads do.
        BLOCK,
        /// By `await`, for one of asyncio's.
        AWAIT,
        /// By `await` of another thread that waits as threads do: asyncio has no such thing that threads can use
        /// as well.
        IN_THREAD
    }

    Way way(Target target) {
        if (!async) {
            return Way.BLOCK;
        }
        var resource = program.resource(target.name());
        if (program.isOfLoop(resource)) {
            return Way.AWAIT;
        }
        program.gap(
                lines,
                target.place(),
                "asyncio has nothing like '%s' that can be used as it is used here: a thread of its own waits for it."
                        .formatted(target.name()));
        return Way.IN_THREAD;
    }

    /// A call that waits: `method` of a thing, in the way of this function.
    String waiting(Way way, String method, String... arguments) {
        return switch (way) {
            case BLOCK -> method + "(" + String.join(", ", arguments) + ")";
            case AWAIT -> "await " + method + "(" + String.join(", ", arguments) + ")";
            case IN_THREAD ->
                "await " + parts.helper("in_thread") + "(" + method
                        + (arguments.length == 0 ? "" : ", " + String.join(", ", arguments)) + ")";
        };
    }

    /// Code that raises one of these where waiting is in vain, and what the step does then. Without that, the
    /// exception ends the unit.
    void attempt(Step step, Optional<List<Step>> otherwise, String exceptions, Runnable code) {
        if (otherwise.isEmpty()) {
            code.run();
            return;
        }
        lines.add("try:", comment(step));
        lines.indented(code);
        lines.add("except " + exceptions + ":");
        body(otherwise.get());
    }

    /// Code that waits, with a limit in time that asyncio sees to.
    void limited(Step step, Optional<Expr> timeout, Optional<List<Step>> otherwise, String code) {
        attempt(step, otherwise, "TimeoutError", () -> {
            if (timeout.isPresent()) {
                lines.add("async with asyncio.timeout(" + time(timeout.get()) + "):", comment(step));
                lines.indented(() -> lines.add(code));
            } else {
                add(code, step);
            }
        });
    }

    /// What a step does where a call has said that the time is up.
    void timeUp(String call, Target target, Optional<List<Step>> otherwise, Step step) {
        add("if not " + call + ":", step);
        if (otherwise.isPresent()) {
            body(otherwise.get());
        } else {
            lines.indented(() -> lines.add(raiseTimeout(target)));
        }
    }

    static String raiseTimeout(Target target) {
        return "raise TimeoutError(" + PythonText.quoted(target.name() + ": the time is up") + ")";
    }
}
