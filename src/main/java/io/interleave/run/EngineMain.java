package io.interleave.run;

import io.interleave.cores.ParentTie;
import io.interleave.engine.Engine;
import io.interleave.engine.WarmUp;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.SettingsCheck;
import io.interleave.trace.TraceWriter;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The main class of an engine process: warms up, runs one scenario, and is gone.
///
/// Everything that it starts belongs to this process, which ends by halting, so that no thread of a scenario
/// can keep it alive; and it ends when the application does, by the kernel's doing where that can be had and
/// else at the end of its standard input.
public final class EngineMain {

    private static final Duration DISMISSAL = Duration.ofSeconds(1);

    private final BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final OutputStream replies = new FileOutputStream(FileDescriptor.out);

    /// Whether the run has come to its end, so that the end of the input is no news.
    private volatile boolean over;

    private EngineMain() {}

    /// @param args the pid of the application
    public static void main(String[] args) throws IOException {
        if (ParentTie.dieWithParent(Long.parseLong(args[0])) == ParentTie.Result.PARENT_GONE) {
            Runtime.getRuntime().halt(0);
        }
        new EngineMain().serve();
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        var warmUp = WarmUp.begin();
        reply(new Message.Ready());
        if (!commands.ready()) {
            warmUp.finish();
        }
        var line = commands.readLine();
        if (line != null && Wire.message(line) instanceof Message.Start start) {
            run(start, warmUp);
        }
    }

    private void run(Message.Start start, WarmUp warmUp) throws IOException {
        var reading = ScenarioReader.read(start.scenario());
        if (reading.scenario().isEmpty()) {
            reply(new Message.Refused(reading.errors().getFirst().inFile("scenario")));
            return;
        }
        var scenario = reading.scenario().get();
        var settings = Settings.of(scenario, start.settings());
        var problems = SettingsCheck.check(scenario, settings);
        if (!problems.isEmpty()) {
            reply(new Message.Refused(problems.getFirst().inFile("scenario")));
            return;
        }
        var setup = new Engine.Setup(
                start.scenario(),
                scenario,
                settings,
                start.cores(),
                start.best(),
                start.limitNanos() == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(start.limitNanos())),
                start.commandsAllowed(),
                Path.of(start.directory()));
        var refusal = Engine.refusal(setup);
        if (refusal.isPresent()) {
            reply(new Message.Refused(refusal.get()));
            return;
        }
        Optional<TraceWriter> trace;
        try {
            trace = start.traceLimit() == 0
                    ? Optional.empty()
                    : Optional.of(TraceWriter.create(
                            Path.of(start.directory()).resolve(TraceWriter.ENGINE_TRACE), start.traceLimit()));
        } catch (IOException e) {
            reply(new Message.Refused("No trace can be written to %s: %s. Make room, or run without recording"
                    .formatted(start.directory(), e.getMessage())));
            return;
        }
        warmUp.finish(scenario);
        var engine = new Engine(setup, warmUp.work, trace);
        var obeying = Thread.ofPlatform().daemon().name("engine-commands").start(() -> obey(engine, scenario));
        var result = engine.run(this::replyBegun);
        if (trace.isPresent()) {
            trace.get().close();
        }
        var finals = new LinkedHashMap<String, Message.TypedText>();
        result.finals().forEach((name, value) -> finals.put(name, Message.TypedText.of(value)));
        var failure = result.failure().map(it -> new Message.FailedUnit(it.unit(), it.line(), it.message()));
        over = true;
        reply(new Message.Ended(result.how(), result.wallNanos(), finals, failure));
        awaitDismissal(obeying);
    }

    /// Waits until the application has heard, and closes our input: a Java runtime that is to halt while a
    /// thread of it reads first waits 300 ms for that thread.
    private static void awaitDismissal(Thread obeying) {
        try {
            obeying.join(DISMISSAL);
        } catch (InterruptedException _) {
            // Nobody has a reason to interrupt this thread; and if so, it is to end, which it does next.
            Thread.currentThread().interrupt();
        }
    }

    /// Does what the application says, until it says no more: then it has ended, and so does this process.
    private void obey(Engine engine, Scenario scenario) {
        try {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                switch (Wire.message(line)) {
                    case Message.Turn(var name, var text) ->
                        scenario.knob(name).ifPresent(knob -> {
                            if (KnobText.parse(knob, text) instanceof KnobText.Accepted(var value)) {
                                engine.turn(name, value);
                            }
                        });
                    case Message.Stop _ -> engine.stop();
                    case Message.Ready _, Message.Begun _, Message.Start _, Message.Ended _, Message.Refused _ ->
                        throw new IOException("not a command: " + line);
                }
            }
        } catch (IOException e) {
            System.err.println("The application cannot be understood any more: " + e.getMessage());
        }
        if (!over) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void replyBegun() {
        try {
            reply(new Message.Begun());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reply(Message message) throws IOException {
        replies.write(Wire.line(message));
        replies.flush();
    }
}
