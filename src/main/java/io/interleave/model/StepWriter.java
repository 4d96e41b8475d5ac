package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// Writes steps: what stands behind each one's word, then the keys beside it.
final class StepWriter {

    private final YamlWriter yaml;

    StepWriter(YamlWriter yaml) {
        this.yaml = yaml;
    }

    void steps(String key, List<Step> steps) {
        yaml.scalar(key);
        yaml.blockList(() -> steps.forEach(step -> yaml.block(() -> step(step))));
    }

    void step(Step step) {
        yaml.scalar(step.word());
        switch (step) {
            case Step.Repeat it -> body(it.times(), it.body());
            case Step.While it -> body(it.condition(), it.body());
            case Step.If it -> {
                body(it.condition(), it.body());
                otherwise(it.otherwise());
            }
            case Step.Forever it -> {
                yaml.nothing();
                steps("steps", it.body());
            }
            case Step.ForEach it -> {
                keys(it, Written.of("as", it.local()).and("from", it.from()).and("to", it.to()));
                steps("steps", it.body());
            }
            case Step.Drain it -> {
                var in = Written.of("as", it.local()).and("in", it.queue().name());
                keys(it, in.maybe("at", it.queue().at()));
                steps("steps", it.body());
            }
            case Step.Compute it -> yaml.scalar(Written.reference(it.work()));
            case Step.Kernelled it ->
                keys(
                        it,
                        Written.of("kernel", it.kernel().word())
                                .and("size", it.size())
                                .into(it.into()));
            case Step.Sleep it -> yaml.scalar(Written.reference(it.time()));
            case Step.Io it -> keys(it, Written.of(Form.word(it.medium()), Written.reference(it.amount())));
            case Step.Log it -> yaml.scalar(Written.text(it.text()));
            case Step.Check it -> yaml.scalar(ExprText.of(it.condition()));
            case Step.Fail it -> yaml.scalar(Written.text(it.message()));
            case Step.Let it -> yaml.line(() -> yaml.entry(it.local(), ExprText.of(it.value())));
            case Step.ReadClock it -> yaml.scalar(it.local());
            case Step.Read it -> {
                boolean alone = it.local().equals(it.variable().name())
                        && it.variable().at().isEmpty();
                var from = Written.of("from", it.variable());
                keys(it, alone ? from : from.and("into", it.local()));
            }
            case Step.Write it -> keys(it, Written.of("to", it.variable()).and("value", it.value()));
            case Step.Increment it -> {
                var variable = Written.of("variable", it.variable());
                keys(it, ExprText.of(it.by()).equals("1") ? variable : variable.and("by", it.by()));
            }
            case Step.Update it -> keys(it, Written.of("to", it.variable()).and("value", it.value()));
            case Step.CompareAndSet it -> {
                var variable = Written.of("variable", it.variable());
                keys(
                        it,
                        variable.and("expect", it.expected())
                                .and("value", it.value())
                                .into(it.into()));
            }
            case Step.Hold it -> {
                keys(it, Written.of("lock", it.lock()).unless(Step.Mode.WRITE, "mode", it.mode()));
                timeout(it.waiting());
                steps("steps", it.body());
                otherwise(it.waiting().otherwise());
            }
            case Step.Acquire it -> {
                keys(it, Written.of("lock", it.lock()).unless(Step.Mode.WRITE, "mode", it.mode()));
                waiting(it.waiting());
            }
            case Step.Release it -> keys(it, Written.of("lock", it.lock()));
            case Step.Await it -> {
                keys(it, Written.of("for", it.target()).into(it.into()));
                waiting(it.waiting());
            }
            case Step.Signal it when it.all() -> yaml.scalar(it.target().name());
            case Step.Signal it -> keys(it, Written.of("event", it.target()));
            case Step.Clear it -> keys(it, Written.of("event", it.event()));
            case Step.CountDown it -> yaml.scalar(it.latch().name());
            case Step.Arrive it -> yaml.scalar(it.phaser().name());
            case Step.Register it -> yaml.scalar(it.phaser().name());
            case Step.Deregister it -> yaml.scalar(it.phaser().name());
            case Step.Put it -> {
                keys(it, Written.of("to", it.queue()).and("value", it.value()).maybe("priority", it.priority()));
                waiting(it.waiting());
            }
            case Step.Take it -> {
                keys(it, Written.of("from", it.queue()).and("into", it.into()));
                waiting(it.waiting());
            }
            case Step.TaskDone it -> keys(it, Written.of("queue", it.queue()));
            case Step.Close it -> keys(it, Written.of("what", it.target()));
            case Step.Start it -> yaml.scalar(it.group());
            case Step.Poll it -> keys(it, Written.of("unit", it.group()).and("into", it.into()));
            case Step.Cancel it -> yaml.scalar(it.group());
            case Step.Kill it -> yaml.scalar(it.group());
            case Step.KillWorker it -> yaml.scalar(it.pool());
            case Step.Communicate it -> {
                var with = Written.of("with", it.process());
                it.input().ifPresent(input -> with.and("input", Written.text(input)));
                keys(it, with.into(it.into()));
                waiting(it.waiting());
            }
            case Step.WriteLine it -> keys(it, Written.of("to", it.process()).and("line", Written.text(it.line())));
            case Step.ReadLine it -> {
                keys(it, Written.of("from", it.process()).and("into", it.into()));
                waiting(it.waiting());
            }
            case Step.Pause _ -> yaml.nothing();
            case Step.Gather it -> {
                yaml.lineList(() -> it.groups().forEach(yaml::scalar));
                waiting(it.waiting());
            }
            case Step.Yield it ->
                keys(it, new Written().and("value", it.value()).into(it.into()));
            case Step.Next it -> {
                var generator = Written.of(it.sent().isPresent() ? "to" : "of", it.generator());
                keys(it, generator.maybe("value", it.sent()).into(it.into()));
                otherwise(it.atEnd());
            }
            case Step.Submit it -> {
                var to = Written.of("to", it.pool()).and("task", it.task());
                keys(
                        it,
                        to.maybe("with", it.with())
                                .maybe("payload", it.payload())
                                .into(it.into()));
                otherwise(it.rejected());
            }
            case Step.MapTasks it -> {
                var pool = Written.of("pool", it.pool()).and("task", it.task());
                pool.and("from", it.from()).and("to", it.to()).maybe("chunk", it.chunk());
                keys(it, pool.maybe("payload", it.payload()).into(it.into()));
                waiting(it.waiting());
            }
            case Step.Shutdown it -> {
                var pool = Written.of("pool", it.pool());
                keys(it, it.cancel() ? pool.and("cancel", "on") : pool);
            }
            case Step.Return it -> yaml.scalar(ExprText.of(it.value()));
        }
    }

    /// As a mapping on one line, or as the single value that stands for its only key.
    private void keys(Step step, Written written) {
        var keys = written.keys();
        String alone = Vocabulary.word(Word.Family.STEP, step.word()).standsFor();
        if (keys.size() == 1 && keys.containsKey(alone)) {
            yaml.scalar(keys.get(alone));
        } else {
            yaml.line(() -> keys.forEach(yaml::entry));
        }
    }

    private void body(Expr head, List<Step> body) {
        yaml.scalar(Written.reference(head));
        steps("steps", body);
    }

    private void waiting(Waiting waiting) {
        timeout(waiting);
        otherwise(waiting.otherwise());
    }

    private void timeout(Waiting waiting) {
        waiting.timeout().ifPresent(it -> yaml.entry("timeout", Written.reference(it)));
    }

    private void otherwise(Optional<List<Step>> steps) {
        steps.ifPresent(it -> steps("else", it));
    }
}
