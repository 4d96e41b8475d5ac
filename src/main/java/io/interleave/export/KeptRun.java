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
/// @param unpacked what {@link #close} deletes
public record KeptRun(String name, Path trace, Timeline timeline, Optional<Path> unpacked) implements AutoCloseable {

    /// One that has been read already, in a directory that stays.
    public KeptRun(Path directory, Timeline timeline) {
        this(nameOf(directory), directory.resolve(TraceWriter.ENGINE_TRACE), timeline, Optional.empty());
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
            return read(place, trace, Optional.empty());
        }
        return read(place, absolute, Optional.empty());
    }

    private static KeptRun read(Path place, Path trace, Optional<Path> unpacked) throws IOException {
        if (Files.size(trace) == 0) {
            throw new UnreadableRun(
                    "'%s' is empty: its run ended before anything was recorded, or it was cut off".formatted(trace));
        }
        try (var feed = new TimelineFeed(directory(trace), trace.getFileName().toString())) {
            feed.finish();
            return new KeptRun(nameOf(place), trace, feed.timeline(), unpacked);
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
