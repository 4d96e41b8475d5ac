package io.interleave.view.store;

import io.interleave.trace.TraceWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A run of now or earlier, as far as it is known without reading its trace. Immutable.
///
/// @param directory where its trace is; or the trace itself, where that was opened as a file
/// @param about where what is known of it is kept, and its picture: beside the trace of a run of the store
/// @param at when it began
/// @param scenario what the gallery calls its scenario, or the scenario's file without its ending
/// @param title the scenario's
/// @param marks what the user has said of it
/// @param knobs as they were at its beginning, in the scenario's order
/// @param cores how many it was allowed; 0 where that is not known
/// @param result what it came to; empty until its trace has been read
/// @param bytes what it takes on the disk
/// @param place whose it is
public record KeptRun(
        Path directory,
        Path about,
        Instant at,
        String scenario,
        String title,
        Marks marks,
        List<KnobValue> knobs,
        int cores,
        Optional<Result> result,
        long bytes,
        Place place) {

    private static final String PICTURE = "picture.png";

    public KeptRun {
        knobs = List.copyOf(knobs);
    }

    public enum Place {
        /// Among those that the window keeps on disk.
        STORE,
        /// In a file or folder that the user has opened, to which nothing is added and of which nothing is
        /// deleted.
        ELSEWHERE,
        /// Nowhere: it was refused before it left a trace.
        NOWHERE
    }

    /// How the user should take what came out.
    public enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    /// What the user has said of a run.
    ///
    /// @param name in place of the scenario's title; empty for none
    /// @param note empty for none
    /// @param pinned whether it stays when room is made
    public record Marks(String name, String note, boolean pinned) {

        public static final Marks NONE = new Marks("", "", false);

        public Marks named(String newName) {
            return new Marks(newName.strip(), note, pinned);
        }

        public Marks noted(String newNote) {
            return new Marks(name, newNote.strip(), pinned);
        }

        public Marks pinned(boolean pins) {
            return new Marks(name, note, pins);
        }
    }

    /// @param label what people call it
    /// @param value as a person reads it
    /// @param telling whether a list should show it: a switch, a choice, or what was turned
    public record KnobValue(String name, String label, String value, boolean telling) {}

    /// @param end in one word, the same in all languages
    /// @param words a few, for a list
    /// @param elapsed of the run itself
    /// @param wall from when it was asked for
    public record Result(String end, String words, Tone tone, Duration elapsed, Duration wall) {}

    /// What it is called: by the user's name for it, else by its scenario's title.
    public String name() {
        return marks.name().isEmpty() ? title : marks.name();
    }

    /// Where its trace is.
    public Path trace() {
        boolean isTrace = place == Place.ELSEWHERE && !Files.isDirectory(directory);
        return isTrace ? directory : directory.resolve(TraceWriter.ENGINE_TRACE);
    }

    /// Where its picture is, once there is one.
    public Path picture() {
        return about.resolve(PICTURE);
    }

    public KeptRun with(Marks newMarks) {
        return new KeptRun(directory, about, at, scenario, title, newMarks, knobs, cores, result, bytes, place);
    }

    /// The same run, now that more is known of it.
    public KeptRun with(long newBytes, Place newPlace) {
        return new KeptRun(directory, about, at, scenario, title, marks, knobs, cores, result, newBytes, newPlace);
    }

    KeptRun about(Path newAbout) {
        return new KeptRun(directory, newAbout, at, scenario, title, marks, knobs, cores, result, bytes, place);
    }
}
