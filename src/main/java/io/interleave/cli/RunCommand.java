package io.interleave.cli;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import io.interleave.export.Picture;
import io.interleave.model.Durations;
import io.interleave.model.Scenario;
import io.interleave.run.Engines;
import io.interleave.run.Run;
import io.interleave.run.RunEnd;
import io.interleave.run.RunRequest;
import io.interleave.trace.CoreSource;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = RunCommand.NAME,
        description = "Runs a scenario and says what came out.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    static final String NAME = "run";

    private static final Duration PROGRESS = Duration.ofMillis(100);

    /// Pixels of a picture.
    static final int WIDTH = 1600;

    static final int HEIGHT = 1000;

    @Parameters(paramLabel = "FILE|NAME", description = "A scenario file, or a scenario of the gallery.")
    private String name;

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Turns a knob; may be repeated.")
    private List<String> turns = List.of();

    @Option(names = "--cores", paramLabel = "N", description = "Lets the run use N cores; all if not given.")
    private int cores = Integer.MAX_VALUE;

    @Option(names = "--limit", paramLabel = "TIME", description = "Ends the run after that time, such as 10s.")
    private @Nullable String limit;

    @Option(names = "--json", description = "Prints one JSON document instead of text.")
    private boolean json;

    @Option(names = "--trace", paramLabel = "DIR", description = "Keeps the trace in that directory.")
    private @Nullable Path trace;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draws the timeline into that file, a PNG or, where its name ends so, an SVG.")
    private @Nullable Path picture;

    @Option(
            names = "--core-source",
            paramLabel = "exact|sampled|estimated",
            description = "The best source to use for who ran on which core.")
    private String coreSource = "exact";

    @Option(
            names = "--no-record",
            description = "Records nothing: only the outcome is known. Shows what recording costs.")
    private boolean unrecorded;

    @Option(names = "--allow-commands", description = "Lets this run start the commands that are in the scenario.")
    private boolean allowCommands;

    @Option(
            names = "--trust",
            description = "As --allow-commands, and does not ask again until the scenario's text changes.")
    private boolean trustCommands;

    @Spec
    private CommandSpec spec;

    private final Engines engines;
    private final PictureWriter pictures;
    private final Agreement agreement;

    RunCommand(Engines engines, PictureWriter pictures, Agreement agreement) {
        this.engines = engines;
        this.pictures = pictures;
        this.agreement = agreement;
    }

    @Override
    public Integer call() throws BadInput, IOException {
        var source = Source.find(name);
        var scenario = source.scenario();
        var settings = Turns.settings(turns, scenario, name);
        boolean agreed = agreement.isGiven(source, scenario, allowCommands, trustCommands);
        var keep = directory();
        var directory = keep.isPresent() ? keep.get() : RunDirectory.temporary();
        try {
            var request = new RunRequest(
                    source.text(), settings, cores(), limit(), coreSource(), !unrecorded, directory, agreed);
            return run(request, scenario);
        } finally {
            if (keep.isEmpty()) {
                RunDirectory.delete(directory);
            }
        }
    }

    private int run(RunRequest request, Scenario scenario) throws IOException, BadInput {
        var run = engines.start(request);
        var end = await(run);
        if (end instanceof RunEnd.Refused(var message)) {
            throw new BadInput("%s: %s".formatted(name, message));
        }
        try {
            return tell(run, end, request, scenario);
        } catch (OutOfMemoryError _) {
            // What was read of the trace is let go of by now, so that there is memory again to say this.
            var err = spec.commandLine().getErr();
            err.println(RunResult.tooLarge(
                    name, end, Optional.ofNullable(trace), Runtime.getRuntime().maxMemory()));
            err.flush();
            return ExitStatus.FAILED;
        }
    }

    private int tell(Run run, RunEnd end, RunRequest request, Scenario scenario) throws IOException {
        try (var feed = new TimelineFeed(request.directory())) {
            feed.finish();
            var result = new RunResult(name, scenario, request, end, run.report(), feed.timeline());
            var drawn = drawPicture(feed.timeline());
            var out = spec.commandLine().getOut();
            out.println(json ? result.json(Optional.ofNullable(trace), drawn) : result.text());
            out.flush();
            return result.exitStatus();
        }
    }

    /// Waits for the end. The trace is read only then: doing so here would take from the run the cores that it
    /// is to have.
    private RunEnd await(Run run) {
        var progress = new Progress(spec.commandLine().getErr(), run.directory());
        var end = run.end().toCompletableFuture();
        while (true) {
            try {
                var result = end.get(PROGRESS.toMillis(), TimeUnit.MILLISECONDS);
                progress.clear();
                return result;
            } catch (TimeoutException _) {
                progress.show();
            } catch (InterruptedException _) {
                run.stop();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a run's end never fails", e);
            }
        }
    }

    private Optional<Path> drawPicture(Timeline timeline) throws IOException {
        var file = picture;
        if (file == null || unrecorded) {
            return Optional.empty();
        }
        var kind = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg") ? Picture.Kind.SVG : Picture.Kind.PNG;
        pictures.write(timeline, Picture.ofRun(kind, WIDTH, HEIGHT, false), file);
        return Optional.of(file.toAbsolutePath());
    }

    private int cores() throws BadInput {
        if (cores < 1) {
            throw new BadInput("--cores %d: a run needs at least one core".formatted(cores));
        }
        return cores;
    }

    private Optional<Duration> limit() throws BadInput {
        var text = limit;
        if (text == null) {
            return Optional.empty();
        }
        var nanos = Durations.parse(text);
        if (nanos.isEmpty() || nanos.getAsLong() <= 0) {
            throw new BadInput("--limit %s: expected a duration such as 500ms or 10s".formatted(text));
        }
        return Optional.of(Duration.ofNanos(nanos.getAsLong()));
    }

    private CoreSource coreSource() throws BadInput {
        return switch (coreSource) {
            case "exact" -> CoreSource.EXACT;
            case "sampled" -> CoreSource.SAMPLED;
            case "estimated" -> CoreSource.ESTIMATED;
            default ->
                throw new BadInput("--core-source %s: expected exact, sampled or estimated".formatted(coreSource));
        };
    }

    private Optional<Path> directory() throws BadInput {
        var file = picture;
        if (file != null) {
            var folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new BadInput("--picture %s: that is a directory; expected a file".formatted(file));
            }
            if (!Files.isDirectory(folder)) {
                throw new BadInput("--picture %s: there is no directory '%s'".formatted(file, folder));
            }
        }
        var kept = trace;
        if (kept == null) {
            return Optional.empty();
        }
        if (Files.exists(kept.resolve(TraceWriter.ENGINE_TRACE))) {
            throw new BadInput("--trace %s: there is a trace in it already".formatted(kept));
        }
        try {
            return Optional.of(Files.createDirectories(kept.toAbsolutePath()));
        } catch (IOException e) {
            throw new BadInput("--trace %s: the directory cannot be made: %s".formatted(kept, e.getMessage()));
        }
    }
}
