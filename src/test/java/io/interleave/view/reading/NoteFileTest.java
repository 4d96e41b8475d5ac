package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.view.timeline.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Marks that are kept with a run.
final class NoteFileTest {

    @TempDir
    private Path directory;

    @Test
    void what_is_written_is_read_again() throws IOException {
        var notes = List.of(
                new Note(0, ""),
                new Note(12_345_678, "Grüße, 你好"),
                new Note(12_345_678, "the same moment"),
                new Note(999_999_999_999_999_999L, "a tab\tin it"));
        NoteFile.write(directory, notes);
        assertThat(NoteFile.read(directory)).isEqualTo(notes);
        NoteFile.write(directory, List.of());
        assertThat(NoteFile.read(directory)).isEmpty();
    }

    @Test
    void without_a_file_there_are_none() throws IOException {
        assertThat(NoteFile.read(directory)).isEmpty();
    }

    @Test
    void lines_that_are_no_marks_are_passed_over() throws IOException {
        Files.writeString(
                directory.resolve("marks.tsv"),
                "5\tfive\nno time\tx\n-3\tbefore\n\n7\n99999999999999999999\ttoo late\n8\t\nx");
        assertThat(NoteFile.read(directory)).containsExactly(new Note(5, "five"), new Note(8, ""));
    }

    @Test
    void a_note_of_several_lines_stays_one_note() throws IOException {
        NoteFile.write(directory, List.of(new Note(5, "one\n7\ttwo\r\nthree")));
        assertThat(NoteFile.read(directory)).containsExactly(new Note(5, "one 7\ttwo three"));
    }

    @Test
    void nothing_is_left_beside_the_file() throws IOException {
        NoteFile.write(directory, List.of(new Note(5, "five")));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }
}
