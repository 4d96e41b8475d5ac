package io.interleave.view.session;

import io.interleave.export.SingleFileRun;
import io.interleave.trace.TraceWriter;
import io.interleave.view.fx.Messages;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.RunDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Reads runs in the background. What was asked for last counts: the answer to an earlier question is dropped.
/// Called on the window's thread, where the answers come too.
public final class RunOpener {

    private final RunFeed.Source feeds;
    private final Library library;
    private final Executor ui;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private long asked;

    public RunOpener(RunFeed.Source feeds, Library library, Executor ui) {
        this.feeds = feeds;
        this.library = library;
        this.ui = ui;
    }

    /// Whether an answer is yet to come.
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Reads a directory of a run, or a trace.
    void read(Path path, Consumer<RunReading> then) {
        var trace = Files.isDirectory(path) ? path.resolve(TraceWriter.ENGINE_TRACE) : path;
        inBackground(() -> RunReading.of(path, trace, scenario(path), feeds, library), then);
    }

    /// All traces of engines have the same name, so that of their folder says more.
    private static String scenario(Path path) {
        var folder = path.getParent();
        return RunDirectories.scenario(
                folder != null && path.endsWith(TraceWriter.ENGINE_TRACE)
                        ? folder
                        : path.resolveSibling(Library.stem(path)));
    }

    void read(KeptRun run, Consumer<RunReading> then) {
        inBackground(() -> reading(run), then);
    }

    /// Unpacks a run that comes as a single file into a directory of its own, and reads it.
    void unpack(Path file, Path into, Consumer<RunReading> then) {
        inBackground(() -> unpacked(file, into), then);
    }

    private RunReading unpacked(Path file, Path into) {
        try {
            var damage = SingleFileRun.unpack(file, into).damage();
            var trace = into.resolve(TraceWriter.ENGINE_TRACE);
            var reading = RunReading.of(into, trace, Library.stem(file), feeds, library);
            return damage.map(reading::damaged).orElse(reading);
        } catch (IOException failed) {
            return new RunReading.Unreadable(Messages.text("open.packed", String.valueOf(failed.getMessage())));
        }
    }

    /// Reads two runs, one after the other.
    public void read(KeptRun one, KeptRun other, Consumer<Pair> then) {
        inBackground(() -> new Pair(reading(one), reading(other)), then);
    }

    public record Pair(RunReading one, RunReading other) {}

    /// Nobody waits for an answer any more.
    public void cancel() {
        asked++;
        reading.set(false);
    }

    private RunReading reading(KeptRun run) {
        return RunReading.of(run.directory(), run.trace(), run.scenario(), feeds, library);
    }

    private <T> void inBackground(Supplier<T> question, Consumer<T> then) {
        long mine = ++asked;
        reading.set(true);
        Thread.ofPlatform().name("trace-reader").daemon().start(() -> {
            var answer = question.get();
            ui.execute(() -> {
                if (mine == asked) {
                    reading.set(false);
                    then.accept(answer);
                }
            });
        });
    }
}
