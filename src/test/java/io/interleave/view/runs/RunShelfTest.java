package io.interleave.view.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Timeline;
import io.interleave.testkit.StoredRuns;
import io.interleave.trace.TraceWriter;
import io.interleave.view.session.TraceFeed;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.KeptRun.Marks;
import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunShelfTest {

    @TempDir
    private Path folder;

    private final Queue<Runnable> disk = new ArrayDeque<>();
    private StoredRuns runs;
    private RunShelf shelf;

    @BeforeEach
    void openWindow() {
        runs = new StoredRuns(folder.resolve("runs"));
        shelf = window();
    }

    @Test
    void a_run_that_ends_is_listed_at_once_and_kept_with_its_picture() throws IOException {
        var directory = runs.add();
        add(directory);
        assertThat(shelf.runs()).extracting(KeptRun::name).containsExactly("Lost update");
        settle();

        assertThat(shelf.runs().getFirst().bytes()).isPositive();
        assertThat(shelf.usedProperty().get()).isEqualTo(shelf.runs().getFirst().bytes());
        var picture = ImageIO.read(shelf.runs().getFirst().picture().toFile());
        assertThat(picture.getWidth()).isEqualTo(Thumbnail.WIDTH);
        assertThat(picture.getRGB(Thumbnail.WIDTH / 2, Thumbnail.HEIGHT / 2 + 4) >>> 24)
                .isPositive();
    }

    @Test
    void a_run_whose_window_was_killed_is_known_by_its_title_and_knobs() {
        shelf.begun(StoredRuns.past(runs.add()).plan());
        settle();
        var next = window();
        next.load();
        settle();
        var run = next.runs().getFirst();
        assertThat(run.name()).isEqualTo("Lost update");
        assertThat(run.knobs()).extracting(KeptRun.KnobValue::label).contains("Lock");
        assertThat(run.result()).isEmpty();
        assertThat(shelf.noticeProperty().get()).isEmpty();
    }

    @Test
    void all_that_is_known_of_a_run_survives_the_window() throws IOException {
        var directory = runs.add();
        add(directory);
        shelf.rename(shelf.runs().getFirst(), "Without");
        shelf.note(shelf.runs().getFirst(), "half of it");
        shelf.pin(shelf.runs());
        settle();

        var next = window();
        next.load();
        settle();
        assertThat(next.runs()).isEqualTo(shelf.runs());
        var run = next.runs().getFirst();
        assertThat(run.marks()).isEqualTo(new Marks("Without", "half of it", true));
        var label = RunLabel.of(run, LocalDateTime.of(2026, 11, 22, 20, 0), ZoneOffset.UTC);
        assertThat(label)
                .isEqualTo(new RunLabel(
                        "Without",
                        "14:02",
                        "22 Nov 2026 14:02:33",
                        "Lock off · 2 cores",
                        "1,213 lost",
                        KeptRun.Tone.BAD,
                        "half of it"));
    }

    @Test
    void the_day_is_told_where_it_is_not_today() throws IOException {
        add(runs.add());
        var run = shelf.runs().getFirst();
        assertThat(RunLabel.of(run, LocalDateTime.of(2026, 11, 23, 1, 0), ZoneOffset.UTC)
                        .at())
                .isEqualTo("22 Nov 14:02");
        assertThat(RunLabel.of(run, LocalDateTime.of(2027, 1, 1, 1, 0), ZoneOffset.UTC)
                        .at())
                .isEqualTo("22 Nov 2026");
    }

    @Test
    void the_scenario_s_own_title_is_no_name_of_the_user_s() throws IOException {
        add(runs.add());
        shelf.rename(shelf.runs().getFirst(), "Mine");
        shelf.rename(shelf.runs().getFirst(), " Lost update ");
        assertThat(shelf.runs().getFirst().marks().name()).isEmpty();
        shelf.rename(shelf.runs().getFirst(), "Mine");
        shelf.rename(shelf.runs().getFirst(), " ");
        assertThat(shelf.runs().getFirst().name()).isEqualTo("Lost update");
    }

    @Test
    void a_deleted_run_is_had_back_by_undo() throws IOException {
        var directory = runs.add();
        add(directory);
        settle();
        var run = shelf.runs().getFirst();
        shelf.delete(List.of(run));
        assertThat(shelf.runs()).isEmpty();
        assertThat(shelf.usedProperty().get()).isZero();
        settle();
        assertThat(directory).doesNotExist();
        assertThat(shelf.noticeProperty().get()).contains(new ShelfNotice.Deleted(List.of(run)));

        shelf.accept();
        settle();
        assertThat(shelf.runs()).containsExactly(run);
        assertThat(shelf.noticeProperty().get()).isEmpty();
    }

    @Test
    void a_deleted_run_is_gone_for_good_once_the_window_closes() throws IOException {
        add(runs.add());
        settle();
        shelf.delete(List.copyOf(shelf.runs()));
        shelf.close();
        settle();
        try (var left = Files.list(folder.resolve("runs"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_lower_limit_asks_before_it_deletes() throws IOException {
        var old = runs.add();
        var shown = runs.add();
        shelf.load();
        settle();
        shelf.keepThose(() -> Set.of(shown));
        long one = shelf.runs().getFirst().bytes();

        shelf.limit(one);
        settle();
        assertThat(shelf.runs()).hasSize(2);
        assertThat(shelf.limitProperty().get()).isEqualTo(2L << 30);
        shelf.putAway();
        shelf.limit(one);
        shelf.accept();
        settle();
        assertThat(shelf.runs()).extracting(KeptRun::directory).containsExactly(shown);
        assertThat(old).doesNotExist();
        assertThat(new UserSettings(folder.resolve("settings.json")).runsLimit())
                .isEqualTo(one);
    }

    @Test
    void the_oldest_goes_when_another_run_ends() throws IOException {
        var old = runs.add();
        shelf.load();
        settle();
        shelf.limit(shelf.runs().getFirst().bytes());
        settle();
        var fresh = runs.add();
        shelf.keepThose(() -> Set.of(fresh));
        add(fresh);
        settle();
        assertThat(shelf.runs()).extracting(KeptRun::directory).containsExactly(fresh);
        assertThat(old).doesNotExist();
    }

    @Test
    void what_was_said_meanwhile_is_not_overwritten_by_what_the_disk_held() {
        runs.add();
        shelf.load();
        settle();
        shelf.load();
        var lookingAtDisk = disk.remove();
        shelf.pin(shelf.runs());
        lookingAtDisk.run();
        settle();
        assertThat(shelf.runs().getFirst().marks().pinned()).isTrue();
    }

    @Test
    void a_run_that_left_no_trace_is_listed_by_this_window_alone() {
        add(folder.resolve("runs").resolve("20261122-120000-000-lost-update"));
        shelf.load();
        settle();
        assertThat(shelf.runs()).extracting(KeptRun::place).containsExactly(KeptRun.Place.NOWHERE);
        var next = window();
        next.load();
        settle();
        assertThat(next.runs()).isEmpty();
    }

    @Test
    void what_was_opened_from_elsewhere_is_never_deleted_from_the_disk() throws IOException {
        var elsewhere = folder.resolve("mine");
        StoredRuns.write(elsewhere, "lost-update", java.util.Map.of());
        addOpened(elsewhere);
        shelf.note(shelf.runs().getFirst(), "a note");
        shelf.load();
        settle();
        assertThat(shelf.runs()).hasSize(1);
        assertThat(shelf.usedProperty().get()).isZero();
        shelf.delete(List.copyOf(shelf.runs()));
        shelf.close();
        settle();
        assertThat(shelf.runs()).isEmpty();
        try (var files = Files.list(elsewhere)) {
            assertThat(files).extracting(it -> it.getFileName().toString()).containsExactly(TraceWriter.ENGINE_TRACE);
        }
    }

    @Test
    void what_was_opened_from_elsewhere_is_listed_again_by_the_next_window_with_its_picture_and_marks()
            throws IOException {
        var elsewhere = folder.resolve("mine");
        StoredRuns.write(elsewhere, "lost-update", java.util.Map.of());
        addOpened(elsewhere);
        settle();
        shelf.rename(shelf.runs().getFirst(), "Theirs");
        shelf.pin(List.copyOf(shelf.runs()));
        settle();
        assertThat(shelf.runs().getFirst().picture()).isRegularFile();

        var next = window();
        next.load();
        settle();
        assertThat(next.runs()).hasSize(1);
        var run = next.runs().getFirst();
        assertThat(run.place()).isEqualTo(KeptRun.Place.ELSEWHERE);
        assertThat(run.marks()).isEqualTo(new KeptRun.Marks("Theirs", "", true));
        assertThat(run.directory()).isEqualTo(elsewhere);
        assertThat(run.result()).isPresent();
        assertThat(next.usedProperty().get()).isZero();

        next.delete(List.copyOf(next.runs()));
        settle();
        assertThat(elsewhere.resolve(TraceWriter.ENGINE_TRACE)).isRegularFile();
        assertThat(run.picture()).doesNotExist();
    }

    @Test
    void what_was_opened_from_elsewhere_and_is_gone_is_no_longer_listed() throws IOException {
        var elsewhere = folder.resolve("mine");
        StoredRuns.write(elsewhere, "lost-update", java.util.Map.of());
        addOpened(elsewhere);
        settle();
        Files.delete(elsewhere.resolve(TraceWriter.ENGINE_TRACE));
        var next = window();
        next.load();
        settle();
        assertThat(next.runs()).isEmpty();
        assertThat(runs.store().list()).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_told() throws IOException {
        var directory = runs.add();
        add(directory);
        settle();
        Files.delete(directory.resolve("run.json"));
        Files.createDirectory(directory.resolve("run.json"));
        Files.writeString(directory.resolve("run.json").resolve("x"), "");
        shelf.rename(shelf.runs().getFirst(), "Mine");
        settle();
        assertThat(shelf.noticeProperty().get().orElseThrow())
                .isInstanceOfSatisfying(
                        ShelfNotice.Failed.class, it -> assertThat(it.message()).contains("Mine"));
    }

    private RunShelf window() {
        return new RunShelf(runs.store(), new UserSettings(folder.resolve("settings.json")), disk::add, Runnable::run);
    }

    private void add(Path directory) {
        shelf.add(StoredRuns.past(directory), Optional.of(timeline(directory)));
    }

    private void addOpened(Path directory) {
        shelf.addOpened(StoredRuns.past(directory), timeline(directory));
    }

    private static Timeline timeline(Path directory) {
        try {
            var feed = new TraceFeed(directory);
            feed.finish();
            return feed.timeline();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /// Does what is to be done in the background.
    private void settle() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }
}
