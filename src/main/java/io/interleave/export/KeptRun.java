package io.interleave.export;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.trace.TraceFormatException;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A run that is over, with its trace: what is exported and reported.
///
/// @param name of the file or directory that it came from
/// @param trace the file that the timeline was read from
/// @param timeline complete
/// @param unpacked where a run as a single file was unpacked to; {@link #close} deletes it
/// @param damage what is wrong with the single file that it came from, if anything is. (What is wrong with its
///     trace the timeline says.)
public record KeptRun(String name, Path trace, Timeline timeline, Optional<Path> unpacked, Optional<String> damage)
        implements AutoCloseable {

    /// As the directories of runs that are still in use are called, with the number of the process.
    private static final String TEMPORARY = "interleave-run-%d-";

    /// One that has been read already, in a directory that stays.
    public KeptRun(Path directory, Timeline timeline) {
        this(
                nameOf(directory),
                directory.resolve(TraceWriter.ENGINE_TRACE),
                timeline,
                Optional.empty(),
                Optional.empty());
    }

    /// Opens what a person has named: the directory of a run, a trace file, or a run as a single file. Of a
    /// damaged one what can be read is there, and the timeline tells of the damages.
    ///
    /// @throws UnreadableRun if there is none, or nothing in it can be read
    public static KeptRun open(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new UnreadableRun(
                    "There is nothing at '%s'; 'interleave run NAME --trace DIR' keeps a run in a directory"
                            .formatted(place));
        }
        var absolute = place.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            var trace = absolute.resolve(TraceWriter.ENGINE_TRACE);
            if (!Files.isRegularFile(trace)) {
                throw new UnreadableRun("The directory '%s' holds no run: there is no file '%s' in it"
                        .formatted(place, TraceWriter.ENGINE_TRACE));
            }
            return read(place, trace, Optional.empty(), Optional.empty());
        }
        if (Files.size(absolute) > 0 && SingleFileRun.isOne(absolute)) {
            return unpack(place, absolute);
        }
        return read(place, absolute, Optional.empty(), Optional.empty());
    }

    private static KeptRun unpack(Path place, Path file) throws IOException {
        var directory = Files.createTempDirectory(
                TEMPORARY.formatted(ProcessHandle.current().pid()));
        boolean opened = false;
        try {
            var content = SingleFileRun.unpack(file, directory);
            var trace = directory.resolve(TraceWriter.ENGINE_TRACE);
            if (!Files.exists(trace)) {
                throw new UnreadableRun("'%s' cannot be read: %s"
                        .formatted(place, content.damage().orElse("there is no trace in it")));
            }
            var run = read(place, trace, Optional.of(directory), content.damage());
            opened = true;
            return run;
        } finally {
            if (!opened) {
                WholeFile.delete(directory);
            }
        }
    }

    private static KeptRun read(Path place, Path trace, Optional<Path> unpacked, Optional<String> damage)
            throws IOException {
        if (Files.size(trace) == 0) {
            throw new UnreadableRun(
                    "'%s' is empty: its run ended before anything was recorded, or it was cut off".formatted(place));
        }
        try (var feed = new TimelineFeed(directory(trace), trace.getFileName().toString())) {
            feed.finish();
            return new KeptRun(nameOf(place), trace, feed.timeline(), unpacked, damage);
        } catch (TraceFormatException e) {
            throw new UnreadableRun("'%s' cannot be read: %s".formatted(place, e.getMessage()));
        }
    }

    private static Path directory(Path file) {
        var directory = file.getParent();
        if (directory == null) {
            throw new IllegalArgumentException(file + " is no file");
        }
        return directory;
    }

    private static String nameOf(Path place) {
        var last = place.toAbsolutePath().normalize().getFileName();
        return last == null ? place.toString() : last.toString();
    }

    /// What was run; empty where that part of the trace is damaged.
    public Optional<Scenario> scenario() {
        return timeline.run().flatMap(it -> ScenarioReader.read(it.scenario()).scenario());
    }

    /// The scenario's title, or where that is not known, the name of the file or directory.
    public String title() {
        return scenario().map(Scenario::title).orElse(name);
    }

    /// Deletes what was unpacked to read it, if anything was.
    @Override
    public void close() throws IOException {
        if (unpacked.isPresent()) {
            WholeFile.delete(unpacked.get());
        }
    }
}
