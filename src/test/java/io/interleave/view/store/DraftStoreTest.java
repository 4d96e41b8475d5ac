package io.interleave.view.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftStoreTest {

    @TempDir
    private Path folder;

    private static KeptDraft draft(String id, String text, Instant at) {
        return new KeptDraft(id, new DraftOrigin.Gallery("lost-update"), "Lost update", "base", text, at, true, false);
    }

    @Test
    void a_draft_is_read_as_it_was_written_whatever_is_in_it() throws IOException {
        var at = Instant.parse("2026-11-28T12:00:00.123Z");
        var strange = "\uFEFFäöü 😀 \r\n\r half \uD83D and \0 nothing";
        var written = new KeptDraft(
                "a", new DraftOrigin.OfFile(folder.resolve("x.yaml")), "X", "base\r\n", strange, at, false, true);
        try (var store = new DraftStore(folder)) {
            store.write(written);
            store.write(draft("b", "x".repeat(3 << 20), at.minusSeconds(1)));
        }
        try (var next = new DraftStore(folder)) {
            assertThat(next.recover()).containsExactly(written, draft("b", "x".repeat(3 << 20), at.minusSeconds(1)));
        }
    }

    @Test
    void of_several_that_start_at_once_one_gets_a_draft() throws IOException {
        try (var store = new DraftStore(folder)) {
            store.write(draft("a", "text", Instant.EPOCH));
        }
        try (var one = new DraftStore(folder);
                var other = new DraftStore(folder)) {
            assertThat(one.recover()).hasSize(1);
            assertThat(other.recover()).isEmpty();
            assertThat(one.recover()).isEmpty();
        }
    }

    private Path onlyFile() throws IOException {
        try (var all = Files.list(folder)) {
            return all.findFirst().orElseThrow();
        }
    }

    @Test
    void what_cannot_be_read_is_put_aside_and_told_of_once() throws IOException {
        try (var store = new DraftStore(folder)) {
            store.write(draft("a", "text", Instant.EPOCH));
        }
        Files.writeString(onlyFile(), "{\"text\": ");
        try (var next = new DraftStore(folder)) {
            next.write(draft("b", "other", Instant.EPOCH));
            assertThat(next.recover()).isEmpty();
            assertThat(next.unreadable())
                    .singleElement()
                    .satisfies(it -> assertThat(it).hasContent("{\"text\": "));
        }
        try (var last = new DraftStore(folder)) {
            assertThat(last.recover()).hasSize(1);
            assertThat(last.unreadable()).isEmpty();
        }
    }

    @Test
    void a_draft_of_a_file_that_cannot_be_here_is_of_no_file() throws IOException {
        try (var store = new DraftStore(folder)) {
            store.write(new KeptDraft(
                    "a", new DraftOrigin.OfFile(Path.of("FILE")), "X", "base", "text", Instant.EPOCH, true, false));
        }
        Files.writeString(onlyFile(), Files.readString(onlyFile()).replace("FILE", "no\\u0000path"));
        try (var next = new DraftStore(folder)) {
            assertThat(next.recover())
                    .containsExactly(new KeptDraft(
                            "a", new DraftOrigin.Loose("X"), "X", "base", "text", Instant.EPOCH, true, false));
        }
    }

    @Test
    void a_draft_that_is_deleted_is_gone_and_deleting_it_twice_is_no_mistake() throws IOException {
        try (var store = new DraftStore(folder)) {
            store.write(draft("a", "text", Instant.EPOCH));
            store.delete("a");
            store.delete("a");
        }
        try (var next = new DraftStore(folder)) {
            assertThat(next.recover()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
