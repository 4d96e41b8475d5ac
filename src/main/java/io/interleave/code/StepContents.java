package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Template;
import io.interleave.model.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Going through steps and what is in them.
final class StepContents {

    private StepContents() {}

    /// The steps and those within them, in the order of the file.
    static Stream<Step> all(List<Step> steps) {
        return steps.stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.bodies().stream().flatMap(StepContents::all)));
    }

    static <S extends Step> Stream<S> all(List<Step> steps, Class<S> kind) {
        return all(steps).filter(kind::isInstance).map(kind::cast);
    }

    /// What a step works out itself, not in its body.
    static Stream<Expr> expressions(Step step) {
        return switch (step) {
            case Step.Repeat it -> Stream.of(it.times());
            case Step.ForEach it -> Stream.of(it.from(), it.to());
            case Step.Drain it -> at(it.queue());
            case Step.While it -> Stream.of(it.condition());
            case Step.If it -> Stream.of(it.condition());
            case Step.Forever _, Step.ReadClock _, Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _ ->
                Stream.empty();
            case Step.KillWorker _, Step.Pause _, Step.Shutdown _ -> Stream.empty();
            case Step.Compute it -> Stream.of(it.work());
            case Step.Kernelled it -> Stream.of(it.size());
            case Step.Sleep it -> Stream.of(it.time());
            case Step.Io it -> Stream.of(it.amount());
            case Step.Log it -> holes(it.text());
            case Step.Check it -> Stream.of(it.condition());
            case Step.Fail it -> holes(it.message());
            case Step.Let it -> Stream.of(it.value());
            case Step.Read it -> at(it.variable());
            case Step.Write it -> also(at(it.variable()), it.value());
            case Step.Increment it -> also(at(it.variable()), it.by());
            case Step.Update it -> also(at(it.variable()), it.value());
            case Step.CompareAndSet it -> also(at(it.variable()), it.expected(), it.value());
            case Step.Hold it -> waiting(it.lock(), it.waiting());
            case Step.Acquire it -> waiting(it.lock(), it.waiting());
            case Step.Release it -> at(it.lock());
            case Step.Await it -> waiting(it.target(), it.waiting());
            case Step.Signal it -> at(it.target());
            case Step.Clear it -> at(it.event());
            case Step.CountDown it -> at(it.latch());
            case Step.Arrive it -> at(it.phaser());
            case Step.Register it -> at(it.phaser());
            case Step.Deregister it -> at(it.phaser());
            case Step.Put it ->
                Stream.concat(also(waiting(it.queue(), it.waiting()), it.value()), it.priority().stream());
            case Step.Take it -> waiting(it.queue(), it.waiting());
            case Step.TaskDone it -> at(it.queue());
            case Step.Close it -> at(it.target());
            case Step.Communicate it ->
                Stream.concat(
                        waiting(it.process(), it.waiting()), it.input().stream().flatMap(StepContents::holes));
            case Step.WriteLine it -> Stream.concat(at(it.process()), holes(it.line()));
            case Step.ReadLine it -> waiting(it.process(), it.waiting());
            case Step.Gather it -> it.waiting().timeout().stream();
            case Step.Yield it -> Stream.of(it.value());
            case Step.Next it -> Stream.concat(at(it.generator()), it.sent().stream());
            case Step.Submit it -> Stream.concat(it.with().stream(), it.payload().stream());
            case Step.MapTasks it ->
                Stream.of(
                                Optional.of(it.from()),
                                Optional.of(it.to()),
                                it.chunk(),
                                it.payload(),
                                it.waiting().timeout())
                        .flatMap(Optional::stream);
            case Step.Return it -> Stream.of(it.value());
        };
    }

    private static Stream<Expr> waiting(Target target, Waiting waiting) {
        return Stream.concat(at(target), waiting.timeout().stream());
    }

    private static Stream<Expr> at(Target target) {
        return target.at().stream();
    }

    private static Stream<Expr> also(Stream<Expr> some, Expr... others) {
        return Stream.concat(some, Stream.of(others));
    }

    static Stream<Expr> holes(Template template) {
        return template.parts().stream()
                .filter(Template.Hole.class::isInstance)
                .map(it -> ((Template.Hole) it).value());
    }

    /// Every name in an expression.
    static Stream<String> names(Expr expr) {
        return switch (expr) {
            case Expr.Literal _ -> Stream.empty();
            case Expr.Name it -> Stream.of(it.name());
            case Expr.Unary it -> names(it.operand());
            case Expr.Binary it -> Stream.concat(names(it.left()), names(it.right()));
        };
    }

    /// Whether any of these steps, or of those within them, uses a name.
    static boolean mention(List<Step> steps, String name) {
        return all(steps)
                .flatMap(StepContents::expressions)
                .flatMap(StepContents::names)
                .anyMatch(name::equals);
    }
}
