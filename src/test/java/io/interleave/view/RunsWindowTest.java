package io.interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.export.Export;
import io.interleave.export.Format;
import io.interleave.run.RunEnd;
import io.interleave.testkit.DroppedFiles;
import io.interleave.testkit.StoredRuns;
import io.interleave.testkit.WindowOnFakes;
import io.interleave.trace.TraceWriter;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.session.Document;
import io.interleave.view.session.RunState;
import io.interleave.view.session.TraceFeed;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.KeptRun.Marks;
import io.interleave.view.timeline.TimelineView;
import io.interleave.view.timeline.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does with the list of runs: engines that start nothing, but real traces.
@ExtendWith(ApplicationExtension.class)
final class RunsWindowTest {

    @TempDir
    private Path folder;

    private StoredRuns runs;
    private WindowOnFakes fakes;
    private RunShelf shelf;

    @Start
    void open(Stage stage) {
        runs = new StoredRuns(folder.resolve("runs"));
        fakes = new WindowOnFakes(stage, folder.resolve("runs"), 1000, 700);
        fakes.feeds.readFrom(TraceFeed::new);
        shelf = fakes.workbench.archive().shelf();
    }

    @Test
    void a_run_that_ends_is_listed_with_its_picture_and_selected(FxRobot robot) {
        runOnce(robot);
        until(() -> shelf.runs().size() == 1 && shelf.runs().getFirst().bytes() > 0);
        assertThat(list(robot).getSelectionModel().getSelectedItems())
                .containsExactly(shelf.runs().getFirst());
        assertThat(text(robot, ".run-title")).isEqualTo("Lost update");
        assertThat(text(robot, "#runs-used")).contains(" of 2 GiB");
        var picture = robot.lookup(".run-picture .image-view").queryAs(ImageView.class);
        until(() -> picture.getImage() != null && picture.getImage().getProgress() == 1);
        assertThat(picture.getImage().isError()).isFalse();
    }

    @Test
    void a_run_is_named_noted_and_pinned_by_keys_and_all_of_it_is_there_after_a_restart(FxRobot robot) {
        load(1);
        robot.clickOn(".run-title").push(KeyCode.F2).write("Without the lock").push(KeyCode.ENTER);
        assertThat(text(robot, ".run-title")).isEqualTo("Without the lock");
        robot.push(KeyCode.N).write("half of it").push(KeyCode.ENTER);
        assertThat(text(robot, ".run-note")).isEqualTo("half of it");
        robot.push(KeyCode.P);

        assertThat(runs.store().list().getFirst().marks()).isEqualTo(new Marks("Without the lock", "half of it", true));
        robot.interact(shelf::load);
        assertThat(shelf.runs().getFirst().name()).isEqualTo("Without the lock");
        assertThat(robot.lookup(".run-pin").query().isVisible()).isTrue();
    }

    @Test
    void a_name_that_is_just_being_typed_stays_while_the_run_is_opened(FxRobot robot) {
        load(1);
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().selectFirst();
        });
        robot.push(KeyCode.F2).write("Without");
        robot.interact(() -> fakes.workbench.show(shelf.runs().getFirst()));
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write(" the lock").push(KeyCode.ENTER);
        assertThat(text(robot, ".run-title")).isEqualTo("Without the lock");
    }

    @Test
    void escape_leaves_the_name_as_it_was(FxRobot robot) {
        load(1);
        robot.clickOn(".run-title").push(KeyCode.F2).write("Oops").push(KeyCode.ESCAPE);
        assertThat(shelf.runs().getFirst().marks().name()).isEmpty();
        assertThat(list(robot).isFocused()).isTrue();
    }

    @Test
    void a_click_opens_a_run_of_an_earlier_session_and_what_it_came_to_is_known_from_then_on(FxRobot robot) {
        load(1);
        assertThat(text(robot, ".run-result")).isEqualTo("end not seen");
        robot.clickOn(".run-title");
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(title()).isEqualTo("Lost update");
        assertThat(node(robot, "#timeline").isVisible()).isTrue();
        assertThat(text(robot, ".run-result")).isNotEqualTo("end not seen");
        assertThat(runs.store().list().getFirst().result()).isPresent();
        assertThat(runs.store().list().getFirst().picture()).exists();
    }

    @Test
    void a_deleted_run_comes_back_by_undo(FxRobot robot) {
        load(2);
        robot.clickOn(".run-title").push(KeyCode.DELETE);
        assertThat(shelf.runs()).hasSize(1);
        assertThat(text(robot, "#runs-notice-words")).isEqualTo("“Lost update” is deleted.");
        assertThat(fakes.workbench.session().state()).isInstanceOf(RunState.Idle.class);
        robot.clickOn("#runs-notice-action");
        assertThat(shelf.runs()).hasSize(2);
        assertThat(node(robot, "#runs-notice").isVisible()).isFalse();
    }

    @Test
    void a_run_that_is_deleted_while_it_is_read_does_not_come_back(FxRobot robot) {
        load(2);
        robot.interact(() -> {
            var run = shelf.runs().getFirst();
            var others = readers();
            fakes.workbench.show(run);
            untilRead(others);
            fakes.workbench.delete(List.of(run));
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shelf.runs()).hasSize(1);
        assertThat(fakes.workbench.session().state()).isInstanceOf(RunState.Idle.class);
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().equals("trace-reader"))
                .collect(Collectors.toSet());
    }

    /// Until what was asked for is read; that it is so, the window's thread does not know yet.
    ///
    /// @param others that read for another test, perhaps a run that never ends
    private static void untilRead(Set<Thread> others) {
        var mine = readers();
        mine.removeAll(others);
        mine.forEach(reader -> {
            try {
                reader.join();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
    }

    @Test
    void a_lower_limit_asks_and_then_deletes_the_oldest(FxRobot robot) throws IOException {
        load(2);
        Files.write(runs.store().list().getLast().directory().resolve("more"), new byte[1 << 20]);
        robot.interact(() -> shelf.limit(shelf.runs().getFirst().bytes()));
        assertThat(text(robot, "#runs-notice-words")).startsWith("The oldest run would be deleted");
        robot.clickOn("#runs-notice-action");
        until(() -> shelf.runs().size() == 1);
    }

    @Test
    void a_trace_is_opened_by_the_menu(FxRobot robot) {
        var elsewhere = folder.resolve("elsewhere");
        StoredRuns.write(elsewhere, "two-locks", Map.of());
        fakes.dialogs.choose(elsewhere.resolve(TraceWriter.ENGINE_TRACE));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        assertThat(title()).isEqualTo("Two locks, opposite order");
        assertThat(shelf.runs()).extracting(KeptRun::place).containsExactly(KeptRun.Place.ELSEWHERE);
        assertThat(shelf.usedProperty().get()).isZero();
    }

    @Test
    void a_folder_of_a_run_is_opened_by_dropping_it(FxRobot robot) {
        var elsewhere = folder.resolve("elsewhere");
        StoredRuns.write(elsewhere, "two-locks", Map.of());
        drop(robot, elsewhere);
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        assertThat(title()).isEqualTo("Two locks, opposite order");
    }

    @Test
    void a_run_as_a_single_file_is_kept_among_the_others(FxRobot robot) throws IOException {
        var elsewhere = folder.resolve("elsewhere");
        StoredRuns.write(elsewhere, "two-locks", Map.of());
        var packed = folder.resolve("shared.interleave-run");
        try (var run = io.interleave.export.KeptRun.open(elsewhere)) {
            assertThat(Export.to(Format.RUN, run, packed, false, _ -> true)).isTrue();
        }
        drop(robot, packed);
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        assertThat(title()).isEqualTo("Two locks, opposite order");
        assertThat(shelf.runs()).extracting(KeptRun::place).containsExactly(KeptRun.Place.STORE);
        assertThat(runs.store().list()).hasSize(1);
    }

    @Test
    void what_is_no_trace_is_told_and_nothing_else_changes(FxRobot robot) throws IOException {
        load(1);
        robot.clickOn(".run-title");
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        var before = fakes.workbench.session().state();
        var whole = Files.readAllBytes(shelf.runs().getFirst().trace());
        var damaged = whole.clone();
        damaged[16] ^= 1;
        var cases = Map.of(
                Files.write(folder.resolve("empty.trace"), new byte[0]),
                "empty.trace is empty",
                Files.writeString(folder.resolve("letter.trace"), "Dear all"),
                "letter.trace is not a trace of Interleave",
                Files.write(folder.resolve("damaged.trace"), damaged),
                "damaged.trace is damaged at its very beginning",
                Files.write(folder.resolve("newer.trace"), ofVersion(99, whole)),
                "newer.trace was made by a newer version of Interleave",
                Files.write(folder.resolve("cut.trace"), Arrays.copyOf(whole, 4096)),
                "Of cut.trace nothing can be shown",
                Files.createDirectories(folder.resolve("photos")),
                "photos is a folder, and holds no run",
                folder.resolve("gone.trace"),
                "The trace of gone.trace is no longer there",
                Files.write(folder.resolve("one.interleave-run"), new byte[9]),
                "one.interleave-run");
        for (var wrong : cases.entrySet()) {
            drop(robot, wrong.getKey());
            until(() -> node(robot, "#message").isVisible()
                    && text(robot, "#message-text").contains(wrong.getValue()));
            assertThat(fakes.workbench.session().state()).isSameAs(before);
            robot.clickOn("#message-close");
            assertThat(node(robot, "#message").isVisible()).isFalse();
        }
        assertThat(shelf.runs()).hasSize(1);
    }

    @Test
    void a_run_that_another_window_has_deleted_is_told(FxRobot robot) throws IOException {
        load(1);
        runs.store().setAside(shelf.runs().getFirst()).delete();
        robot.clickOn(".run-title");
        until(() -> node(robot, "#message").isVisible());
        assertThat(text(robot, "#message-text")).contains("no longer there");
    }

    @Test
    void two_chosen_runs_are_compared_and_closed_again(FxRobot robot) {
        runs.add("lost-update", "off");
        runs.add("lost-update", "on");
        robot.interact(shelf::load);
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(text(robot, "#runs-notice-words")).isEqualTo("2 runs chosen");
        robot.clickOn("#runs-notice-action");
        until(() -> robot.lookup("#compare").tryQuery().filter(Node::isVisible).isPresent());
        assertThat(text(robot, "#compare-heading")).isEqualTo("Lost update: “Lock off” and “Lock on”");
        assertThat(text(robot, "#compare-setting")).isEqualTo("The runs differ in Lock (off, on).");
        until(() -> robot.lookup("#compare-first").tryQuery().isPresent());
        assertThat(windowOf(robot, "#compare-first")).isEqualTo(windowOf(robot, "#compare-second"));
        robot.clickOn("#compare-table-only");
        var table = robot.lookup("#compare-table").queryAs(TableView.class);
        assertThat(table.getItems()).isNotEmpty();
        robot.clickOn("#compare-copy");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("What\tLock off\tLock on\tChange\n")
                .contains("\nTime of the run\t1.90 ms\t1.90 ms\t\n"));
        robot.push(KeyCode.ESCAPE);
        assertThat(node(robot, "#compare").isVisible()).isFalse();
    }

    @Test
    void where_there_is_room_the_table_is_beside_the_runs_that_are_compared(FxRobot robot) {
        var window = fakes.window.scene().getWindow();
        robot.interact(() -> {
            window.setY(0);
            window.setHeight(850);
        });
        load(2);
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.C);
        until(() -> robot.lookup("#compare").tryQuery().filter(Node::isVisible).isPresent());
        try {
            until(() -> Stream.of("#compare-first", "#compare-second", "#compare-table")
                    .allMatch(it -> node(robot, it).getLayoutBounds().getHeight() > 150));
        } finally {
            robot.interact(() -> window.setHeight(700));
        }
    }

    @Test
    void one_run_is_compared_with_the_next_that_is_chosen(FxRobot robot) {
        load(2);
        robot.clickOn(".run-title").push(KeyCode.C);
        assertThat(text(robot, "#runs-notice-words")).isEqualTo("Choose the run to compare “Lost update” with.");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> robot.lookup("#compare").tryQuery().filter(Node::isVisible).isPresent());
        assertThat(text(robot, "#compare-setting")).startsWith("Scenario, knobs and cores are the same");
        robot.clickOn("#run");
        assertThat(node(robot, "#compare").isVisible()).isFalse();
    }

    @Test
    void the_list_says_what_to_do_while_it_is_empty(FxRobot robot) {
        assertThat(list(robot).getPlaceholder())
                .isInstanceOfSatisfying(
                        Label.class, it -> assertThat(it.getText()).contains("Press Run"));
        assertThat(node(robot, "#runs-notice").isVisible()).isFalse();
    }

    /// As the next version may write it: the header's checksum holds.
    private static byte[] ofVersion(int version, byte[] trace) {
        var newer = trace.clone();
        var header = ByteBuffer.wrap(newer).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(8, version);
        var crc = new CRC32C();
        crc.update(newer, 0, 40);
        header.putInt(40, (int) crc.getValue());
        return newer;
    }

    private static Window windowOf(FxRobot robot, String selector) {
        var shown = robot.lookup(selector)
                .queryAs(TimelineView.class)
                .windowProperty()
                .get();
        // In microseconds: each rounds to its own pixels.
        return new Window(shown.from() / 1_000, shown.to() / 1_000);
    }

    /// As if an engine had run and left its trace.
    private void runOnce(FxRobot robot) {
        robot.clickOn("#run");
        until(() -> fakes.workbench.session().state().isRunning());
        StoredRuns.write(fakes.engines.last().directory(), "lost-update", Map.of("lock", "off"));
        fakes.engines.last().end(new RunEnd.Completed());
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Runs of earlier sessions.
    private void load(int count) {
        for (int run = 0; run < count; run++) {
            runs.add();
        }
        WaitForAsyncUtils.asyncFx(shelf::load);
        until(() -> shelf.runs().size() == count);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void drop(FxRobot robot, Path file) {
        robot.interact(() -> {
            var root = fakes.window.scene().getRoot();
            var board = DroppedFiles.board(file);
            Event.fireEvent(root, event(DragEvent.DRAG_OVER, board, root));
            Event.fireEvent(root, event(DragEvent.DRAG_DROPPED, board, root));
        });
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node at) {
        return new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, at, null);
    }

    private String title() {
        return fakes.workbench.documentProperty().get().map(Document::title).orElse("");
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not come to pass", late);
        }
    }

    @SuppressWarnings("unchecked")
    private static ListView<KeptRun> list(FxRobot robot) {
        return robot.lookup("#runs").queryAs(ListView.class);
    }

    private static Node node(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }
}
