package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Template;
import io.interleave.model.Waiting;
import java.util.Optional;
import java.util.stream.Stream;

/// The names that a step reads: locals, knobs and tasks, but not those that the steps within it read.
final class JavaMentions {

    private JavaMentions() {}

    static Stream<String> of(Step step) {
        return switch (step) {
            case Step.Repeat it -> of(it.times());
            case Step.ForEach it -> of(it.from(), it.to());
            case Step.Drain it -> of(it.queue());
            case Step.While it -> of(it.condition());
            case Step.If it -> of(it.condition());
            case Step.Compute it -> of(it.work());
            case Step.Kernelled it -> of(it.size());
            case Step.Sleep it -> of(it.time());
            case Step.Io it -> of(it.amount());
            case Step.Log it -> of(it.text());
            case Step.Check it -> of(it.condition());
            case Step.Fail it -> of(it.message());
            case Step.Let it -> of(it.value());
            case Step.Read it -> of(it.variable());
            case Step.Write it -> Stream.concat(of(it.variable()), of(it.value()));
            case Step.Increment it -> Stream.concat(of(it.variable()), of(it.by()));
            case Step.Update it ->
                Stream.concat(
                        of(it.variable()),
                        // There its own name is the variable's value before.
                        of(it.value()).filter(name -> !name.equals(it.variable().name())));
            case Step.CompareAndSet it -> Stream.concat(of(it.variable()), of(it.expected(), it.value()));
            case Step.Hold it -> Stream.concat(of(it.lock()), of(it.waiting()));
            case Step.Acquire it -> Stream.concat(of(it.lock()), of(it.waiting()));
            case Step.Release it -> of(it.lock());
            case Step.Await it ->
                Stream.concat(Stream.of(it.target().name()), Stream.concat(of(it.target()), of(it.waiting())));
            case Step.Signal it -> of(it.target());
            case Step.Clear it -> of(it.event());
            case Step.Put it ->
                Stream.concat(
                        of(it.queue()),
                        Stream.concat(of(it.value()), Stream.concat(of(it.priority()), of(it.waiting()))));
            case Step.Take it -> Stream.concat(of(it.queue()), of(it.waiting()));
            case Step.TaskDone it -> of(it.queue());
            case Step.Close it -> of(it.target());
            case Step.Communicate it ->
                Stream.concat(
                        of(it.process()),
                        Stream.concat(it.input().stream().flatMap(JavaMentions::of), of(it.waiting())));
            case Step.WriteLine it -> Stream.concat(of(it.process()), of(it.line()));
            case Step.ReadLine it -> Stream.concat(of(it.process()), of(it.waiting()));
            case Step.Gather it -> of(it.waiting());
            case Step.Yield it -> of(it.value());
            case Step.Next it -> Stream.concat(of(it.generator()), of(it.sent()));
            case Step.Submit it -> Stream.concat(of(it.with()), of(it.payload()));
            case Step.MapTasks it ->
                Stream.concat(
                        of(it.from(), it.to()),
                        Stream.concat(of(it.chunk()), Stream.concat(of(it.payload()), of(it.waiting()))));
            case Step.Return it -> of(it.value());
            case Step.Forever _, Step.ReadClock _, Step.Pause _, Step.Shutdown _ -> Stream.of();
            case Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ -> Stream.of();
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _ -> Stream.of();
        };
    }

    private static Stream<String> of(Expr... exprs) {
        return Stream.of(exprs).flatMap(JavaModel::namesIn);
    }

    private static Stream<String> of(Optional<Expr> expr) {
        return expr.stream().flatMap(JavaModel::namesIn);
    }

    private static Stream<String> of(Target target) {
        return of(target.at());
    }

    private static Stream<String> of(Waiting waiting) {
        return of(waiting.timeout());
    }

    private static Stream<String> of(Template template) {
        return template.parts().stream()
                .flatMap(it -> it instanceof Template.Hole(var value) ? of(value) : Stream.of());
    }
}
