package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.model.Gallery;
import io.interleave.run.RunEnd;
import io.interleave.testkit.RunScript;
import io.interleave.testkit.WindowOnFakes;
import io.interleave.trace.Definition;
import io.interleave.view.reading.Playback;
import io.interleave.view.session.RunState;
import io.interleave.view.session.TraceFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A run is read in the window: two workers, of which the second waits for the lock of the first.
@ExtendWith(ApplicationExtension.class)
final class ReadingWindowTest {

    private static final int MUTEX = 5;
    private static final LaneKey SECOND = new LaneKey(Lane.Kind.UNIT, 1);

    @TempDir
    private Path folder;

    private WindowOnFakes fakes;
    private TimelineView timeline;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder.resolve("runs"), 1100, 800);
        fakes.feeds.readFrom(TraceFeed::new);
    }

    /// Until the run has ended and is shown.
    private void run(FxRobot robot) throws IOException {
        robot.clickOn("#run");
        until(() -> fakes.workbench.session().state().isRunning());
        tell(fakes.engines.last().directory());
        fakes.engines.last().end(new RunEnd.Completed());
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        timeline = robot.lookup("#timeline").queryAs(TimelineView.class);
        until(() -> timeline.plan() != null && timeline.plan().lane(SECOND) != null);
        robot.interact(timeline::requestFocus);
        until(() -> timeline.isFocused() && timeline.getScene().getWindow().isFocused());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void tell(Path directory) throws IOException {
        var script = new RunScript(folder)
                .scenario(Gallery.find("lost-update").orElseThrow().text(), Map.of("lock", "on"))
                .units(0, 2, "worker", "thread")
                .lock(MUTEX, "mutex")
                .variable(6, "count", 0)
                .step(9, 14)
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(0, MUTEX, 9)
                .at(1_000)
                .computes(0, 9)
                .waits(1, MUTEX, 0, 9)
                .at(41_000)
                .releases(0, MUTEX, 9)
                .at(42_000)
                .acquires(1, MUTEX, 9)
                .computes(1, 9)
                .at(60_000)
                .releases(1, MUTEX, 9)
                .ends(0)
                .at(100_000)
                .ends(1)
                .end(Definition.How.COMPLETED);
        script.close();
        Files.createDirectories(directory);
        try (var files = Files.list(script.directory())) {
            for (var file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not come to pass", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void clickOnWait(FxRobot robot) {
        var lane = timeline.plan().lane(SECOND);
        long start = timeline.source().start();
        double x = timeline.plotX() + timeline.navigation().scale().x(start + 20_000);
        robot.clickOn(timeline.localToScreen(x, lane.y() + lane.row().bodyHeight() * 0.75));
        until(() -> timeline.selection() instanceof Selection.OfSpan);
    }

    private static <T extends Node> T node(FxRobot robot, String selector, Class<T> type) {
        return robot.lookup(selector).queryAs(type);
    }

    private static String tab(FxRobot robot) {
        return node(robot, "#details", TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getText();
    }

    @Test
    void why_it_waited_is_read_and_followed_by_keys_alone(FxRobot robot) throws IOException {
        run(robot);
        robot.push(KeyCode.PERIOD).push(KeyCode.DOWN);
        while (!timeline.selection().equals(Selection.NONE) && !spoken(robot).contains("waiting for a lock")) {
            robot.push(KeyCode.COMMA);
        }
        var causes = node(robot, "#causes", ListView.class);
        until(() -> !causes.getItems().isEmpty());
        robot.push(KeyCode.ENTER).push(KeyCode.F6).push(KeyCode.TAB).push(KeyCode.TAB);
        assertThat(causes.isFocused()).isTrue();
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        var chosen = robot.lookup("#causes .list-cell").queryAllAs(ListCell.class).stream()
                .filter(ListCell::isSelected)
                .findFirst()
                .orElseThrow();
        assertThat(chosen.getBackground().getFills())
                .allMatch(it -> it.getFill() instanceof Color colour && colour.isOpaque());
        robot.push(KeyCode.ENTER);
        until(() -> spoken(robot).startsWith("worker 1: running"));
    }

    private String spoken(FxRobot robot) {
        robot.interact(() -> timeline.pulse(Long.MAX_VALUE / 2));
        return timeline.getAccessibleText();
    }

    @Test
    void a_click_on_a_wait_fills_the_selection_with_figures_that_can_be_copied(FxRobot robot) throws IOException {
        run(robot);
        clickOnWait(robot);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(tab(robot)).isEqualTo("Selection");
        var figures = node(robot, "#figures", TableView.class);
        until(() -> !figures.getItems().isEmpty());
        assertThat(node(robot, "#selection-title", Label.class).getText()).contains("worker 2", "41.0 µs");
        var why = node(robot, "#causes", ListView.class);
        assertThat(why.getItems()).hasSizeGreaterThanOrEqualTo(2);

        robot.interact(figures::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0])
                .contains("41,000 ns")
                .hasLineCount(figures.getItems().size());
    }

    @Test
    void a_cause_leads_to_who_held_the_lock(FxRobot robot) throws IOException {
        run(robot);
        clickOnWait(robot);
        robot.type(KeyCode.ENTER);
        var why = node(robot, "#causes", ListView.class);
        until(() -> why.getItems().size() >= 2);
        robot.interact(() -> {
            why.requestFocus();
            why.getSelectionModel().select(1);
        });
        robot.type(KeyCode.ENTER);
        until(() -> new LaneKey(Lane.Kind.UNIT, 0).equals(timeline.selectedLane()));
    }

    @Test
    void slash_finds_a_unit_by_its_name_and_escape_comes_back(FxRobot robot) throws IOException {
        run(robot);
        robot.type(KeyCode.SLASH);
        var find = node(robot, "#find", TextField.class);
        until(find::isFocused);
        robot.write("worker 2");
        until(() -> !node(robot, "#found", Label.class).getText().isEmpty());
        assertThat(find.getText()).isEqualTo("worker 2");
        robot.type(KeyCode.ENTER);
        until(() -> SECOND.equals(timeline.selectedLane()));
        assertThat(node(robot, "#found", Label.class).getText()).startsWith("1 of ");
        robot.type(KeyCode.ESCAPE);
        until(timeline::isFocused);
        assertThat(find.getText()).isEmpty();
    }

    @Test
    void G_takes_a_time_and_says_what_it_does_not_understand(FxRobot robot) throws IOException {
        run(robot);
        robot.type(KeyCode.G);
        var times = node(robot, "#times", TextField.class);
        until(times::isFocused);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("20 .. 40 us").type(KeyCode.ENTER);
        until(() -> timeline.windowProperty().get().equals(new Window(20_000, 40_000)));
        assertThat(times.getText()).isEqualTo("20 .. 40 µs");
        until(timeline::isFocused);

        robot.type(KeyCode.G);
        until(times::isFocused);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("soon").type(KeyCode.ENTER);
        assertThat(times.getText()).startsWith("like ");
        assertThat(timeline.windowProperty().get()).isEqualTo(new Window(20_000, 40_000));
        robot.type(KeyCode.ESCAPE);
        until(timeline::isFocused);
        assertThat(times.getText()).isEqualTo("20 .. 40 µs");
    }

    @Test
    void M_makes_a_mark_with_a_note_that_a_click_changes_and_removes(FxRobot robot) throws IOException {
        run(robot);
        clickOnWait(robot);
        robot.type(KeyCode.M);
        untilAsked(robot);
        robot.write("here").type(KeyCode.ENTER);
        until(() -> !timeline.notes().isEmpty()
                && timeline.notes().getFirst().text().equals("here"));
        assertThat(timeline.notes()).containsExactly(new Note(1_000, "here"));
        until(() -> timeline.plan().notes().stream().anyMatch(it -> it.text().equals("here")));

        clickOnFlag(robot);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("there").type(KeyCode.ENTER);
        until(() -> timeline.notes().contains(new Note(1_000, "there")));
        assertThat(timeline.notes()).hasSize(1);

        clickOnFlag(robot);
        robot.clickOn("Remove the mark");
        until(() -> timeline.notes().isEmpty());
    }

    private void clickOnFlag(FxRobot robot) {
        until(() -> !timeline.plan().notes().isEmpty());
        var plan = timeline.plan();
        double x = plan.areas().plot().x() + plan.notes().getFirst().x() + 4;
        robot.clickOn(timeline.localToScreen(x, plan.areas().plot().y() - 6));
        untilAsked(robot);
    }

    /// Until the field for the note waits for keys.
    private static void untilAsked(FxRobot robot) {
        until(() -> robot.lookup(".dialog-pane .text-field")
                .tryQuery()
                .filter(Node::isFocused)
                .isPresent());
        robot.targetWindow(node(robot, ".dialog-pane .text-field", TextField.class)
                .getScene()
                .getWindow());
    }

    @Test
    void a_mark_that_is_given_up_is_none(FxRobot robot) throws IOException {
        run(robot);
        robot.type(KeyCode.M);
        untilAsked(robot);
        assertThat(timeline.notes()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        until(() -> timeline.notes().isEmpty());
    }

    @Test
    void P_plays_the_run_slowly_with_the_lines_of_the_scenario_and_pauses(FxRobot robot) throws IOException {
        run(robot);
        robot.type(KeyCode.P);
        until(() -> timeline.momentProperty().get() != Playback.NEVER);
        until(() -> timeline.momentProperty().get() > timeline.source().start() + 3_000);
        robot.type(KeyCode.P);
        WaitForAsyncUtils.waitForFxEvents();
        long paused = timeline.momentProperty().get();
        until(() -> !robot.lookup(".row-marked").queryAll().isEmpty());
        String line = fakes.workbench
                .documentProperty()
                .get()
                .orElseThrow()
                .text()
                .lines()
                .toList()
                .get(13);
        assertThat(robot.lookup(".row-marked").queryAll().stream()
                        .map(it -> ((TextFlow) it)
                                .getChildren().stream()
                                        .filter(Text.class::isInstance)
                                        .map(text -> ((Text) text).getText())
                                        .collect(Collectors.joining())))
                .allMatch(it -> it.startsWith(line) && it.length() > line.length())
                .hasSize(1);
        assertThat(timeline.momentProperty().get()).isEqualTo(paused);
        until(() -> timeline.plan().look().until() == paused);

        robot.clickOn("#stop-playing");
        until(() -> timeline.momentProperty().get() == Playback.NEVER);
        assertThat(node(robot, "#stop-playing", Button.class).isVisible()).isFalse();
    }

    @Test
    void C_shows_the_critical_path_with_its_shares_and_takes_it_away(FxRobot robot) throws IOException {
        run(robot);
        robot.type(KeyCode.ENTER);
        robot.interact(timeline::requestFocus);
        robot.type(KeyCode.C);
        until(() -> timeline.routeProperty().get().isPresent());
        until(() -> !timeline.plan().route().bars().isEmpty());
        assertThat(node(robot, "#route", ToggleButton.class).isSelected()).isTrue();
        until(() -> node(robot, "#selection-title", Label.class).getText().equals("Critical path"));
        assertThat(node(robot, "#figures", TableView.class).getItems().toString())
                .contains("%");
        robot.type(KeyCode.C);
        until(() -> timeline.routeProperty().get().isEmpty());
        assertThat(node(robot, "#route", ToggleButton.class).isSelected()).isFalse();
    }

    @Test
    void X_shows_what_led_to_what(FxRobot robot) throws IOException {
        run(robot);
        assertThat(timeline.plan().arrows()).isEmpty();
        robot.type(KeyCode.X);
        until(() -> !timeline.plan().arrows().isEmpty());
        assertThat(node(robot, "#arrows", ToggleButton.class).isSelected()).isTrue();
        robot.clickOn("#arrows");
        until(() -> timeline.plan().arrows().isEmpty());
    }

    @Test
    void what_is_shown_and_the_run_are_exported_by_the_menu(FxRobot robot) throws IOException {
        run(robot);
        var png = export(robot, "Picture of what is shown (PNG)…", "shown.png");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        var svg = export(robot, "Picture of the whole run (SVG)…", "whole.svg");
        assertThat(Files.readString(svg)).contains("<svg", "worker 2", "mutex");
        var json = export(robot, "Chrome trace (JSON, speedscope)…", "run.json");
        assertThat(Files.readString(json)).contains("worker 1", "traceEvents");
    }

    private Path export(FxRobot robot, String item, String name) {
        var out = folder.resolve(name);
        fakes.dialogs.choose(out);
        var menu = node(robot, "#export", MenuButton.class);
        var chosen = menu.getItems().stream()
                .filter(it -> item.equals(it.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(menu.getItems().toString()));
        assertThat(chosen.isDisable()).isFalse();
        robot.interact(chosen::fire);
        until(() -> node(robot, "#export-status", Label.class).getText().equals("written: " + out));
        return out;
    }
}
