package io.interleave.view.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.StoredRuns;
import io.interleave.trace.TraceWriter;
import io.interleave.view.store.KeptRun.KnobValue;
import io.interleave.view.store.KeptRun.Marks;
import io.interleave.view.store.KeptRun.Place;
import io.interleave.view.store.KeptRun.Result;
import io.interleave.view.store.KeptRun.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunStoreTest {

    @TempDir
    private Path folder;

    private StoredRuns runs;
    private RunStore store;

    @BeforeEach
    void makeStore() {
        runs = new StoredRuns(folder);
        store = runs.store();
    }

    @Test
    void what_is_kept_of_a_run_is_found_again() throws IOException {
        var directory = runs.add();
        store.keep(run(directory));
        store.mark(run(directory).with(new Marks("Without", "two\nlines", true)));

        var found = runs.store().list();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst())
                .isEqualTo(run(directory)
                        .with(new Marks("Without", "two\nlines", true))
                        .with(found.getFirst().bytes(), Place.STORE));
        assertThat(found.getFirst().bytes()).isGreaterThan(Files.size(directory.resolve(TraceWriter.ENGINE_TRACE)));
    }

    @Test
    void what_the_user_said_stays_when_the_run_is_read_again() throws IOException {
        var directory = runs.add();
        store.keep(run(directory));
        store.mark(run(directory).with(new Marks("Mine", "", true)));
        assertThat(store.keep(run(directory)).marks()).isEqualTo(new Marks("Mine", "", true));
        assertThat(store.list().getFirst().name()).isEqualTo("Mine");
    }

    @Test
    void a_run_without_its_file_is_listed_by_what_its_directory_says() {
        var directory = runs.add();
        var found = store.list().getFirst();
        assertThat(found.directory()).isEqualTo(directory);
        assertThat(found.name()).isEqualTo("lost-update");
        assertThat(found.at()).isEqualTo(RunDirectories.begun(directory));
        assertThat(found.result()).isEmpty();
    }

    @Test
    void a_broken_file_loses_no_run() throws IOException {
        var broken = List.of("", "{", "[]", "null", "{\"knobs\": 7, \"cores\": \"x\", \"startedAt\": 1}", "\0\0\0");
        for (var text : broken) {
            Files.writeString(runs.add().resolve(RunFile.NAME), text);
        }
        assertThat(store.list()).hasSize(broken.size()).allSatisfy(it -> {
            assertThat(it.name()).isEqualTo("lost-update");
            assertThat(it.result()).isEmpty();
            assertThat(it.marks()).isEqualTo(Marks.NONE);
        });
    }

    @Test
    void what_a_later_version_has_written_is_left_in_place() throws IOException {
        var directory = runs.add();
        Files.writeString(
                directory.resolve(RunFile.NAME), "{\"version\": 7, \"title\": \"Later\", \"colour\": \"red\"}");
        var found = store.list().getFirst();
        assertThat(found.title()).isEqualTo("Later");
        store.mark(found.with(found.marks().pinned(true)));
        assertThat(directory.resolve(RunFile.NAME))
                .content()
                .contains("\"colour\" : \"red\"")
                .contains("\"version\" : 7");
        assertThat(store.list().getFirst().marks().pinned()).isTrue();
    }

    @Test
    void nothing_but_the_whole_file_is_ever_there() throws IOException {
        var directory = runs.add();
        store.keep(run(directory));
        try (var files = Files.list(directory)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder(TraceWriter.ENGINE_TRACE, RunFile.NAME);
        }
    }

    @Test
    void the_oldest_go_first_and_pinned_and_shown_ones_stay() throws IOException {
        var pinned = runs.add();
        var old = runs.add();
        var shown = runs.add();
        var older = runs.add();
        var newest = runs.add();
        store.keep(run(pinned));
        store.mark(store.find(pinned).orElseThrow().with(Marks.NONE.pinned(true)));
        long three = DiskLimit.used(store.list().stream()
                .filter(it -> List.of(pinned, shown, newest).contains(it.directory()))
                .toList());

        var left = store.prune(three, Set.of(shown));
        assertThat(left).extracting(KeptRun::directory).containsExactlyInAnyOrder(newest, shown, pinned);
        assertThat(old).doesNotExist();
        assertThat(older).doesNotExist();
        assertThat(store.prune(0, Set.of(shown)))
                .extracting(KeptRun::directory)
                .containsExactlyInAnyOrder(shown, pinned);
    }

    @Test
    void a_run_that_goes_on_in_another_window_is_neither_listed_nor_deleted() throws IOException {
        var directory = folder.resolve("20261122-110000-000-lost-update");
        try (var trace = StoredRuns.begin(directory, "lost-update", Map.of())) {
            assertThat(trace.isFull()).isFalse();
            assertThat(store.list()).isEmpty();
            store.prune(0, Set.of());
            assertThat(directory).exists();
        }
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void what_is_not_ours_is_never_touched() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createDirectories(folder.resolve("20261122-110000-000-x")).resolve("y");
        Files.createDirectories(folder.resolve("mine"));
        Files.createSymbolicLink(folder.resolve("20261122-110000-000-link"), folder.resolve("mine"));
        runs.add();
        store.prune(0, Set.of());
        store.sweep(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(folder.resolve("mine")).exists();
        assertThat(folder.resolve("20261122-110000-000-link")).exists();
        // As far as anybody knows it is about to begin.
        assertThat(folder.resolve("20261122-110000-000-x")).exists();
    }

    @Test
    void what_was_deleted_can_be_had_back_until_it_is_gone_for_good() throws IOException {
        var directory = runs.add();
        store.keep(run(directory));
        var aside = store.setAside(store.list().getFirst());
        assertThat(store.list()).isEmpty();
        store.sweep(Instant.MAX);
        aside.restore();
        assertThat(store.list()).hasSize(1);
        store.setAside(store.list().getFirst()).delete();
        assertThat(store.list()).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_killed_windows_have_left_is_swept() throws IOException {
        var nobody = Files.createDirectories(folder.resolve(".deleted-999999999-20261122-110000-000-x"));
        Files.writeString(nobody.resolve("engine.trace"), "…");
        var neverBegun = Files.createDirectories(folder.resolve("20261122-110000-000-x"));
        var ours = Files.createDirectories(
                folder.resolve(".deleted-" + ProcessHandle.current().pid() + "-x"));
        store.sweep(Instant.MAX);
        assertThat(nobody).doesNotExist();
        assertThat(neverBegun).doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void several_windows_may_delete_at_the_same_time() throws IOException, InterruptedException, ExecutionException {
        for (int count = 0; count < 12; count++) {
            runs.add();
        }
        Callable<List<KeptRun>> prune = () -> runs.store().prune(0, Set.of());
        try (var windows = Executors.newFixedThreadPool(4)) {
            for (var window : windows.invokeAll(List.of(prune, prune, prune, prune))) {
                assertThat(window.get()).isEmpty();
            }
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void there_may_be_no_store_yet() {
        var none = new StoredRuns(folder.resolve("none")).store();
        assertThat(none.list()).isEmpty();
        assertThat(none.prune(0, Set.of())).isEmpty();
        none.sweep(Instant.MAX);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static KeptRun run(Path directory) {
        return new KeptRun(
                directory,
                directory,
                Instant.parse("2026-11-22T14:02:33.123456789Z"),
                "lost-update",
                "Lost update",
                Marks.NONE,
                List.of(new KnobValue("lock", "Lock", "off", true), new KnobValue("workers", "Workers", "4", false)),
                2,
                Optional.of(new Result(
                        "completed", "1,213 lost", Tone.BAD, Duration.ofNanos(3_400_000_001L), Duration.ofMillis(9))),
                0,
                Place.STORE);
    }
}
