package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Writes the steps of one unit group. What steps of one kind are in Java, other classes say; here is what all
/// need.
final class JavaSteps {

    final JavaModel model;
    final UnitGroup group;
    final JavaText text;
    final JavaLocals locals;
    final JavaNames.Locals names;
    private final JavaScopes scopes;
    final JavaTargets targets;
    final JavaTimes times;
    private final JavaExpr expressions;
    private final Set<JavaNeed> needs;
    private final Set<String> exceptions = new TreeSet<>();

    private final JavaFlow flow = new JavaFlow(this);
    private final JavaWork work = new JavaWork(this);
    private final JavaState state = new JavaState(this);
    private final JavaLockSteps locks = new JavaLockSteps(this);
    private final JavaWaits waits = new JavaWaits(this);
    private final JavaQueueSteps queues = new JavaQueueSteps(this);
    private final JavaUnitSteps units = new JavaUnitSteps(this);
    private final JavaProcessSteps processes = new JavaProcessSteps(this);
    private final JavaGeneratorSteps generators = new JavaGeneratorSteps(this);
    private final JavaPoolSteps pools = new JavaPoolSteps(this);

    JavaSteps(JavaModel model, UnitGroup group, JavaText text, Set<JavaNeed> needs) {
        this.model = model;
        this.group = group;
        this.text = text;
        this.needs = needs;
        locals = new JavaLocals(model, group);
        names = model.names.new Locals();
        var declared = new TreeSet<>(locals.names());
        declared.addAll(locals.handles());
        declared.remove(UnitGroup.INDEX);
        if (group.kind() instanceof UnitGroup.Task(var parameter, var _)) {
            declared.remove(parameter);
        }
        scopes = new JavaScopes(group.steps(), declared);
        expressions = locals.expressions(names::of, needs);
        targets = new JavaTargets(model, expressions);
        times = new JavaTimes(expressions);
    }

    // Bodies

    /// Whether a unit comes to what stands behind these steps.
    static boolean completes(List<Step> steps) {
        return steps.isEmpty() || completes(steps.getLast());
    }

    private static boolean completes(Step step) {
        return switch (step) {
            case Step.Forever _, Step.Fail _, Step.Return _ -> false;
            case Step.If it ->
                it.otherwise().isEmpty()
                        || completes(it.body())
                        || completes(it.otherwise().get());
            case Step.Hold it
            when it.mode() != Step.Mode.OPTIMISTIC ->
                completes(it.body())
                        || it.waiting().otherwise().filter(JavaSteps::completes).isPresent();
            default -> true;
        };
    }

    /// @param followed whether something stands behind these steps, which Java must believe can be reached
    void body(List<Step> steps, boolean followed) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            // Java knows by itself of a step that has a way past it.
            boolean isFollowed = (followed || i < steps.size() - 1) && !completes(step);
            text.from(step.place(), () -> {
                scopes.before(step).forEach(this::declare);
                step(step, isFollowed);
            });
        }
    }

    void indented(List<Step> steps, boolean followed) {
        text.indented(() -> body(steps, followed));
    }

    private void declare(String local) {
        text.add(
                locals.isHandle(local)
                        ? "Future<%s> %s = null;"
                                .formatted(JavaLocals.boxed(locals.typeOfHandle(local)), names.of(local))
                        : "%s %s = %s;".formatted(locals.java(local), names.of(local), locals.initial(local)));
    }

    private void step(Step step, boolean followed) {
        switch (step) {
            case Step.Repeat it -> flow.repeat(it);
            case Step.ForEach it -> flow.forEach(it);
            case Step.Drain it -> queues.drain(it);
            case Step.While it -> flow.whileLoop(it);
            case Step.If it -> flow.ifThen(it, followed);
            case Step.Forever it -> flow.forever(it, followed);

            case Step.Compute it -> work.compute(it);
            case Step.Kernelled it -> work.kernel(it);
            case Step.Sleep it -> work.sleep(it);
            case Step.Io it -> work.io(it);
            case Step.Log it -> work.log(it);
            case Step.Check it -> work.check(it);
            case Step.Fail it -> work.fail(it, followed);
            case Step.Let it -> assign(it, it.local(), expr(it.value()).text(), "");
            case Step.ReadClock it -> work.clock(it);

            case Step.Read it -> state.read(it);
            case Step.Write it -> state.write(it);
            case Step.Increment it -> state.increment(it);
            case Step.Update it -> state.update(it);
            case Step.CompareAndSet it -> state.compareAndSet(it);

            case Step.Hold it -> locks.hold(it, followed);
            case Step.Acquire it -> locks.acquire(it);
            case Step.Release it -> locks.release(it);

            case Step.Await it -> await(it);
            case Step.Signal it -> waits.signal(it);
            case Step.Clear it -> waits.clear(it);
            case Step.CountDown it -> text.add(targets.object(it.latch()) + ".countDown();");
            case Step.Arrive it -> text.add(targets.object(it.phaser()) + ".arrive();");
            case Step.Register it -> text.add(targets.object(it.phaser()) + ".register();");
            case Step.Deregister it ->
                text.add(
                        targets.object(it.phaser()) + ".arriveAndDeregister();",
                        "deregister: " + it.phaser().name());

            case Step.Put it -> queues.put(it);
            case Step.Take it -> queues.take(it);
            case Step.TaskDone it -> text.add(targets.object(it.queue()) + ".taskDone();");
            case Step.Close it -> close(it);

            case Step.Start it -> units.start(it);
            case Step.Poll it -> units.poll(it);
            case Step.Cancel it -> units.cancel(it);
            case Step.Gather it -> units.gather(it);
            case Step.Pause it -> units.pause(it);

            case Step.Kill it -> processes.kill(it);
            case Step.KillWorker it -> pools.killWorker(it);
            case Step.Communicate it -> processes.communicate(it);
            case Step.WriteLine it -> processes.writeLine(it);
            case Step.ReadLine it -> processes.readLine(it);

            case Step.Yield it -> generators.yield(it);
            case Step.Next it -> generators.next(it);

            case Step.Submit it -> pools.submit(it);
            case Step.MapTasks it -> pools.map(it);
            case Step.Shutdown it -> pools.shutdown(it);
            case Step.Return it -> pools.giveBack(it, followed);
        }
    }

    /// A name may be that of a task, of a group of units, or of a resource.
    private void await(Step.Await it) {
        var name = it.target().name();
        if (locals.isHandle(name)) {
            pools.awaitTask(it);
        } else if (model.group(name).isPresent()) {
            units.await(it);
        } else {
            waits.await(it);
        }
    }

    private void close(Step.Close it) {
        var kind = model.group(it.target().name()).map(UnitGroup::kind);
        if (kind.orElse(null) instanceof UnitGroup.Process) {
            processes.close(it);
        } else if (kind.isPresent()) {
            text.add(targets.element(it.target()) + ".close();");
        } else {
            text.add(targets.object(it.target()) + ".close();");
        }
    }

    // What all need

    /// Expressions within which names stand for something else than they do in the steps.
    JavaExpr expressions(Function<String, JavaValue> names) {
        return new JavaExpr(names, needs);
    }

    void need(JavaNeed need) {
        needs.add(need);
    }

    void mayThrow(String... names) {
        exceptions.addAll(List.of(names));
    }

    /// ` throws …` of the method with these steps.
    String throwing() {
        if (exceptions.isEmpty()) {
            return "";
        }
        return " throws " + (exceptions.size() > 2 ? "Exception" : String.join(", ", exceptions));
    }

    JavaValue expr(Expr expr) {
        return expressions.of(expr);
    }

    /// Gives the local of a step a value, and declares it where this is its first step.
    void assign(Step step, String local, String value, String comment) {
        var name = names.of(local);
        text.add((scopes.declares(step, local) ? type(local) + " " : "") + name + " = " + value + ";", comment);
    }

    private String type(String local) {
        return locals.isHandle(local)
                ? "Future<" + JavaLocals.boxed(locals.typeOfHandle(local)) + ">"
                : locals.java(local);
    }

    /// Whether the local of a loop lives in the loop alone, where nothing else gives it a value.
    boolean isOfLoop(Step loop, String local) {
        return scopes.declares(loop, local);
    }

    /// Whether a task for a thread of a pool is handed a local, for which its lambda needs one that stays.
    boolean isCaptured(String local) {
        return StepContents.all(group.steps())
                .anyMatch(it -> it instanceof Step.Submit submit
                        && submit.with()
                                .filter(with -> StepContents.names(with).anyMatch(local::equals))
                                .isPresent());
    }

    /// Whether a lambda may use what an expression names.
    boolean isSettled(Expr expr) {
        return StepContents.names(expr).allMatch(this::isSettled);
    }

    private boolean isSettled(String name) {
        if (name.equals(UnitGroup.INDEX) || !locals.names().contains(name)) {
            return true;
        }
        boolean isCounter = StepContents.all(group.steps())
                .anyMatch(it -> it instanceof Step.ForEach each && each.local().equals(name));
        return locals.writers(name) == 1 && (!isCounter || isCaptured(name)) && !scopes.isDeclaredBefore(name);
    }

    /// The text of an expression that a lambda can use: where it may change, a copy of what it is now.
    String settled(Expr expr, Type type, String copy) {
        var value = expr(expr);
        if (isSettled(expr)) {
            return value.text();
        }
        var name = names.fresh(copy);
        text.add("%s %s = %s;".formatted(JavaLocals.java(type), name, value.text()));
        return name;
    }

    /// A text with values in it, as a sum.
    String template(Template template) {
        return JavaTemplates.java(template, expressions, needs);
    }

    // Waiting

    /// The interpreter lock that these units run under.
    Optional<String> gil() {
        return group.kind() instanceof UnitGroup.Thread it ? it.under().map(model.names::field) : Optional.empty();
    }

    /// What may wait, for which an interpreter lock is given up.
    void blocking(Runnable lines) {
        gil().ifPresent(it -> text.add(it + ".release();", "the interpreter lock is given up meanwhile"));
        lines.run();
        gil().ifPresent(it -> text.add(it + ".acquire();"));
    }

    /// A condition that may wait until it is known: under an interpreter lock found out before.
    String asked(String condition, String name) {
        if (gil().isEmpty()) {
            return condition;
        }
        var known = names.fresh(name);
        blocking(() -> text.add("boolean %s = %s;".formatted(known, condition)));
        return known;
    }

    /// A wait that throws one of these where it is in vain.
    ///
    /// @param name of the exception in its handler
    /// @param otherwise what the scenario says to do then; else the unit fails
    void attempt(String exceptions, String name, Optional<List<Step>> otherwise, Runnable waits) {
        if (otherwise.isEmpty()) {
            blocking(waits);
            return;
        }
        text.add("try {");
        text.indented(() -> blocking(waits));
        text.add("} catch (%s %s) {".formatted(exceptions, names.fresh(name)));
        text.indented(() -> {
            gil().ifPresent(it -> text.add(it + ".acquire();"));
            body(otherwise.get(), false);
        });
        text.add("}");
    }

    /// What to do where a wait was in vain.
    ///
    /// @param failed that it was
    /// @param otherwise what the scenario says to do; else the unit fails
    /// @param words what happened, for a person
    void unless(String failed, Optional<List<Step>> otherwise, String words) {
        if (otherwise.isEmpty()) {
            text.add("if (%s) throw new IllegalStateException(%s);".formatted(failed, JavaExpr.quoted(words)));
            return;
        }
        text.add("if (%s) {".formatted(failed));
        indented(otherwise.get(), false);
        text.add("}");
    }

    /// `} else {` and what to do then, or the failure, and `}`.
    void otherwise(Optional<List<Step>> otherwise, String words, boolean followed) {
        text.add("} else {");
        if (otherwise.isPresent()) {
            indented(otherwise.get(), followed);
        } else {
            text.indented(() -> text.add("throw new IllegalStateException(%s);".formatted(JavaExpr.quoted(words))));
        }
        text.add("}");
    }
}
