package io.interleave.run;

import io.interleave.model.KnobText;
import io.interleave.model.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A run in a process that this one started.
final class LocalRun implements Run {

    /// How long an engine that was asked to stop, or whose time is up, may take before it is killed.
    private static final Duration PATIENCE = Duration.ofMillis(350);

    /// How long it may take from when an engine is warm until the first unit of its run starts: what a run needs,
    /// such as the workers of its pools, gives up on its own before.
    private static final Duration BEGINNING = Duration.ofSeconds(60);

    private final RunRequest request;
    private final EngineProcess engine;
    private final CompletableFuture<RunEnd> end;
    private volatile boolean stopped;
    private volatile boolean timedOut;
    private volatile Optional<RunReport> report = Optional.empty();

    LocalRun(RunRequest request, EngineProcess engine) {
        this.request = request;
        this.engine = engine;
        this.end = engine.process().onExit().thenCombine(engine.answer(), this::ended);
        request.limit().ifPresent(limit -> {
            engine.begun().thenRun(() -> killAfter(limit.plus(PATIENCE)));
            engine.ready().thenRun(() -> killAfter(limit.plus(BEGINNING)));
        });
        var settings = new HashMap<String, String>();
        request.settings().asMap().forEach((name, value) -> settings.put(name, KnobText.format(value)));
        engine.send(new Message.Start(
                request.scenario(),
                settings,
                request.cores(),
                request.limit().map(Duration::toNanos).orElse(0L),
                request.best(),
                request.directory().toString(),
                request.record() ? LocalEngines.TRACE_LIMIT : 0,
                request.commandsAllowed()));
    }

    @Override
    public Path directory() {
        return request.directory();
    }

    @Override
    public long pid() {
        return engine.process().pid();
    }

    @Override
    public void turn(String knob, Value value) {
        engine.send(new Message.Turn(knob, KnobText.format(value)));
    }

    @Override
    public void stop() {
        stopped = true;
        engine.send(new Message.Stop());
        after(PATIENCE, engine::kill);
    }

    @Override
    public CompletionStage<RunEnd> end() {
        return end.minimalCompletionStage();
    }

    @Override
    public Optional<RunReport> report() {
        return report;
    }

    /// Ends an engine that does not keep to its time limit.
    private void killAfter(Duration delay) {
        after(delay, () -> {
            timedOut = true;
            engine.kill();
        });
    }

    /// Does it unless the process has ended by then.
    private void after(Duration delay, Runnable action) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (engine.isAlive()) {
                        action.run();
                    }
                });
    }

    private RunEnd ended(Process process, Optional<Message> answer) {
        return switch (answer.orElse(null)) {
            case Message.Ended message -> ended(message);
            case Message.Refused(var text) -> new RunEnd.Refused(text);
            case null, default -> {
                if (stopped) {
                    yield new RunEnd.Stopped();
                }
                yield timedOut ? new RunEnd.LimitReached() : new RunEnd.EngineDied(cause(process.exitValue()));
            }
        };
    }

    private RunEnd ended(Message.Ended message) {
        Map<String, Value> finals = new HashMap<>();
        message.finals().forEach((name, text) -> finals.put(name, text.value()));
        report = Optional.of(new RunReport(message.wallNanos(), finals));
        return switch (message.how()) {
            case COMPLETED -> new RunEnd.Completed();
            case STOPPED -> new RunEnd.Stopped();
            case LIMIT -> new RunEnd.LimitReached();
            case FAILED -> {
                var failure = message.failure().orElseThrow();
                yield new RunEnd.UnitFailed(failure.unit(), failure.line(), failure.text());
            }
        };
    }

    private String cause(int status) {
        var how = EngineDeath.inWords(status);
        // Of an exception the line that names it is worth a look, not where it was thrown.
        return engine.lastErrors()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .reduce((_, last) -> last)
                .map(last -> how + ". It last said: " + last)
                .orElse(how);
    }
}
