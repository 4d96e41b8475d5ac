package io.interleave.view.reading;

import io.interleave.view.timeline.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The marks of a run, kept beside its trace: a line each, its time in nanoseconds since the run began, a tab,
/// and the note. Written whole or not at all.
final class NoteFile {

    private static final String NAME = "marks.tsv";

    private NoteFile() {}

    /// Lines that are no marks are passed over.
    static List<Note> read(Path directory) throws IOException {
        var file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        var notes = new ArrayList<Note>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.substring(0, tab).matches("[0-9]{1,18}")) {
                notes.add(new Note(Long.parseLong(line.substring(0, tab)), line.substring(tab + 1)));
            }
        }
        return notes;
    }

    static void write(Path directory, List<Note> notes) throws IOException {
        var lines = notes.stream()
                .map(it -> it.time() + "\t" + it.text().replaceAll("\\R", " "))
                .toList();
        var part = directory.resolve(NAME + ".part");
        Files.write(part, lines);
        Files.move(part, directory.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
