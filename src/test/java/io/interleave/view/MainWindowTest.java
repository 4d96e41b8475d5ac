package io.interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.testkit.FakeRun;
import io.interleave.testkit.Reports;
import io.interleave.testkit.WindowOnFakes;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.session.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Drives the window as a person does, on engines that start nothing.
@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    @Test
    void runStartsWhatIsOpenAndStopEndsIt(FxRobot robot) {
        robot.clickOn("#run");
        untilRunning();
        // This engine never tells of an event, so as far as the window knows it is still getting ready.
        assertThat(text(robot, "#status-state")).startsWith("Starting");
        assertThat(robot.lookup("#run").queryButton().isDisabled()).isTrue();

        robot.clickOn("#stop");
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#status-state")).startsWith("Stopped");
        assertThat(robot.lookup("#runs").queryAs(ListView.class).getItems()).hasSize(1);
    }

    @Test
    void whileAnEngineIsStartedThePictureSaysSo(FxRobot robot) {
        var asked = fakes.engines.delayed();
        robot.clickOn("#run");
        assertThat(node(robot, "#hint").isVisible()).isTrue();
        assertThat(text(robot, "#hint-title")).isEqualTo("The run is starting");
        asked.run();
        untilRunning();
        until(() -> !node(robot, "#hint").isVisible());
    }

    @Test
    void aFileWithCommandsAsksBeforeItStartsThem(FxRobot robot) throws IOException {
        var file = Files.writeString(folder.resolve("commands.interleave.yaml"), """
                interleave: 1
                title: Commands
                units: { nap: { process: 1, command: [sleep, "0.1"] } }
                """);
        robot.interact(() -> fakes.workbench.open(file));
        robot.clickOn("#run");
        assertThat(text(robot, "#trust-heading")).contains("commands.interleave.yaml");
        assertThat(robot.lookup(".trust-command").queryAs(Label.class).getText())
                .isEqualTo("sleep 0.1");
        // The answer that Enter or Space give is no.
        robot.push(KeyCode.SPACE);
        assertThat(node(robot, "#trust").isVisible()).isFalse();
        assertThat(fakes.engines.runs()).isEmpty();

        robot.clickOn("#run").clickOn("#trust-once");
        untilRunning();
        assertThat(node(robot, "#trust").isVisible()).isFalse();
    }

    @Test
    void theKeysRunAndStop(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.R);
        untilRunning();
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
    }

    @Test
    void aLiveSwitchActsAtOnce(FxRobot robot) {
        robot.clickOn("#run");
        untilRunning();
        robot.clickOn(
                robot.from(node(robot, "#knob-lock")).lookup(".thumb-area").<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fakes.engines.last().turns()).hasSize(1);
        assertThat(fakes.engines.last().turns().getFirst().knob()).isEqualTo("lock");
    }

    @Test
    void aSliderIsDraggedAndSteppedByKeys(FxRobot robot) {
        robot.clickOn("#run");
        untilRunning();
        robot.drag(robot.from(node(robot, "#knob-workers")).lookup(".thumb").<Node>query())
                .moveBy(65, 0)
                .drop();
        assertThat(knob("workers")).isEqualTo(new Value.Whole(16));
        assertThat(fakes.engines.last().turns()).contains(new FakeRun.Turn("workers", new Value.Whole(16)));
        robot.push(KeyCode.LEFT);
        assertThat(knob("workers")).isEqualTo(new Value.Whole(15));
        assertThat(robot.lookup("#knob-workers-value").queryAs(TextField.class).getText())
                .isEqualTo("15");
    }

    @Test
    void theCoresAreChosenWithTheirSliderAndTheRunIsAskedToUseThoseOnly(FxRobot robot) {
        int there = fakes.workbench.coresThere();
        var slider = node(robot, "#cores");
        robot.drag(robot.from(slider).lookup(".thumb").<Node>query())
                .moveTo(slider.localToScreen(0, slider.getLayoutBounds().getCenterY()))
                .drop();
        assertThat(fakes.workbench.coresProperty().get()).isEqualTo(1);
        robot.push(KeyCode.END);
        assertThat(fakes.workbench.coresProperty().get()).isEqualTo(there).isGreaterThan(1);
    }

    @Test
    void aValueIsTypedAndAWrongOneIsMarked(FxRobot robot) {
        robot.clickOn("#knob-workers-value")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("9")
                .push(KeyCode.ENTER);
        assertThat(knob("workers")).isEqualTo(new Value.Whole(9));
        robot.clickOn("#knob-workers-value")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("many")
                .push(KeyCode.ENTER);
        assertThat(knob("workers")).isEqualTo(new Value.Whole(9));
        var field = robot.lookup("#knob-workers-value").queryAs(TextField.class);
        assertThat(field.getTooltip().getText()).contains("many");
        robot.push(KeyCode.ESCAPE);
        assertThat(field.getText()).isEqualTo("9");
    }

    @Test
    void theOutcomeOffersItsCure(FxRobot robot) {
        fakes.feeds.report(Reports.updatesLost(1_213));
        robot.interact(() -> fakes.workbench.knobsProperty().get().stream()
                .filter(it -> it.knob().name().equals("lock"))
                .forEach(it -> it.valueProperty().set(new Value.Truth(false))));
        robot.clickOn("#run");
        untilRunning();
        fakes.engines.last().end(new RunEnd.Completed());
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(text(robot, "#outcome-answer")).isEqualTo("6,787");
        assertThat(text(robot, "#outcome-beside")).isEqualTo("of 8,000 expected");
        assertThat(robot.lookup("#cure").queryAs(Button.class).getText()).isEqualTo("Turn “Lock” on and run again");
        robot.clickOn("#cure");
        untilRunning();
        assertThat(fakes.engines.last().request().settings().get("lock")).isEqualTo(new Value.Truth(true));
    }

    @Test
    void aDeadlockThatGoesOnIsStoppedAndCuredByOneClick(FxRobot robot) {
        deadlock(robot);
        var deadlocked = fakes.engines.last();
        assertThat(robot.lookup("#cure").queryAs(Button.class).getText())
                .isEqualTo("Stop, turn “Gate” on and run again");
        robot.clickOn("#cure");
        until(() -> fakes.engines.last() != deadlocked);
        untilRunning();
        assertThat(fakes.engines.last().request().settings().get("gate")).isEqualTo(new Value.Truth(true));
    }

    @Test
    void aDeadlockWithoutASwitchIsCuredByTakingBothLocksInOneOrder(FxRobot robot) throws IOException {
        var file = Files.writeString(folder.resolve("opposite.interleave.yaml"), """
                interleave: 1
                title: Opposite
                resources:
                  alice_lock: { lock: mutex }
                  bob_lock: { lock: mutex }
                units:
                  first:
                    thread: 1
                    steps:
                      - { hold: alice_lock, steps: [ { sleep: 1ms }, { hold: bob_lock, steps: [ { compute: 1ms } ] } ] }
                  second:
                    thread: 1
                    steps:
                      - { hold: bob_lock, steps: [ { sleep: 1ms }, { hold: alice_lock, steps: [ { compute: 1ms } ] } ] }
                """);
        fakes.feeds.report(Reports.deadlock());
        robot.interact(() -> fakes.workbench.open(file));
        robot.clickOn("#run");
        untilRunning();
        until(() -> node(robot, "#cure").isVisible());
        var deadlocked = fakes.engines.last();
        var cure = robot.lookup("#cure").queryAs(Button.class);
        assertThat(cure.getText()).isEqualTo("Stop, lock in one order and run again");
        assertThat(cure.getTooltip().getText()).isEqualTo("Take 'alice_lock' before 'bob_lock' in 'second'");
        robot.clickOn("#cure");
        until(() -> fakes.engines.last() != deadlocked);
        untilRunning();
        assertThat(fakes.engines.last().request().scenario())
                .contains("second:")
                .doesNotContain("{ hold: bob_lock, steps: [ { sleep");
    }

    /// Runs the two locks until they wait for each other and the cure is offered.
    private void deadlock(FxRobot robot) {
        fakes.feeds.report(Reports.deadlock());
        robot.interact(() ->
                fakes.workbench.open(fakes.workbench.library().find("two-locks").orElseThrow()));
        robot.clickOn("#run");
        untilRunning();
        until(() -> node(robot, "#cure").isVisible());
    }

    @Test
    void allOfADeadlockIsInSightInASmallWindow(FxRobot robot) {
        deadlock(robot);

        var view = node(robot, ".outcome-left .viewport");
        var sight = view.localToScene(view.getLayoutBounds());
        var sentences = node(robot, ".finding");
        assertThat(sight.contains(sentences.localToScene(sentences.getLayoutBounds())))
                .isTrue();
    }

    @Test
    void aLongExpectationIsToldInSeveralLinesRatherThanCutOff(FxRobot robot) {
        robot.interact(() -> fakes.workbench.open(
                fakes.workbench.library().find("three-pools").orElseThrow()));
        WaitForAsyncUtils.waitForFxEvents();

        var view = node(robot, ".outcome-left .viewport");
        var answer = node(robot, "#outcome-answer");
        assertThat(answer.localToScene(answer.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(view.localToScene(view.getLayoutBounds()).getMaxX());
    }

    @Test
    void anEngineThatDiesIsToldInWords(FxRobot robot) {
        fakes.feeds.report(Reports.updatesLost(0));
        robot.clickOn("#run");
        untilRunning();
        fakes.engines.last().end(new RunEnd.EngineDied("The engine process was killed by signal 9 (SIGKILL)"));
        until(() -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#status-state"))
                .isEqualTo("The engine process was killed by signal 9 (SIGKILL); 48,211 events are kept");
    }

    @Test
    void aBadFileShowsItsProblems(FxRobot robot) throws IOException {
        var file = Files.writeString(folder.resolve("bad.interleave.yaml"), "interleave: 1\ntitel: Oops\n");
        robot.interact(() -> fakes.workbench.open(file));
        assertThat(robot.lookup("#problems").queryAs(ListView.class).getItems()).isNotEmpty();
        assertThat(node(robot, "#problems").isVisible()).isTrue();
        assertThat(robot.lookup("#run").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup(".problem-place").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("bad.interleave.yaml, line 2, column 1");
    }

    @Test
    void whatIsProbablyAMistakeIsListedAndLedTo(FxRobot robot) throws IOException {
        var file = Files.writeString(folder.resolve("opposite.interleave.yaml"), """
                interleave: 1
                title: Opposite
                resources: { left: { lock: mutex }, right: { lock: mutex } }
                units:
                  one:
                    thread: 1
                    steps: [ { hold: left, steps: [ { hold: right, steps: [ compute: 1ms ] } ] } ]
                  two:
                    thread: 1
                    steps: [ { hold: right, steps: [ { hold: left, steps: [ compute: 1ms ] } ] } ]
                """);
        robot.interact(() -> fakes.workbench.open(file));
        until(() -> robot.lookup("Problems 1").tryQuery().isPresent());
        robot.clickOn("Problems 1");
        assertThat(text(robot, ".problem-place")).startsWith("opposite.interleave.yaml, line 7,");
        robot.clickOn(".problem-place");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".block-row:chosen .chip").queryAs(Label.class).getText())
                .isEqualTo("right");
    }

    @Test
    void aClickInTheGalleryOpensAScenario(FxRobot robot) {
        robot.clickOn("Two locks, opposite order");
        assertThat(text(robot, "#title")).isEqualTo("Two locks, opposite order");
    }

    @Test
    void thePanesFoldAwayAndComeBack(FxRobot robot) {
        robot.clickOn("#toggle-library");
        assertThat(robot.lookup("#gallery").tryQuery()).isEmpty();
        robot.clickOn("#toggle-library");
        assertThat(robot.lookup("#gallery").tryQuery()).isPresent();
        robot.push(KeyCode.Q);
        assertThat(robot.lookup("#details").tryQuery()).isEmpty();
        robot.push(KeyCode.Q);
        assertThat(robot.lookup("#details").tryQuery()).isPresent();
    }

    @Test
    void theKeysAreListed(FxRobot robot) {
        assertThat(robot.lookup("#keys").tryQuery()).isEmpty();
        for (int time = 0; time < 2; time++) {
            robot.clickOn("#help");
            assertThat(node(robot, "#keys").isVisible()).isTrue();
            assertThat(node(robot, "#close-keys").isFocused()).isTrue();
            robot.push(KeyCode.ESCAPE);
            assertThat(node(robot, "#keys").isVisible()).isFalse();
        }
    }

    @Test
    void theTitleIsThereInFullAndTheKnobsAreInOneRow(FxRobot robot) {
        for (var scenario : List.of("lost-update", "poll-a-child", "three-pools", "blocked-loop")) {
            robot.interact(() -> fakes.workbench.open(
                    fakes.workbench.library().find(scenario).orElseThrow()));
            WaitForAsyncUtils.waitForFxEvents();
            var title = robot.lookup("#title").queryAs(Label.class);
            assertThat(title.getWidth()).as(scenario).isGreaterThanOrEqualTo(title.prefWidth(-1));
            var knobs = robot.lookup("#knobs").queryAs(Pane.class);
            double row = knobs.getChildren().getFirst().getLayoutBounds().getHeight();
            assertThat(knobs.getChildren())
                    .as(scenario)
                    .hasSizeGreaterThan(3)
                    .allMatch(knob -> knob.getLayoutY() < row);
            assertThat(knobs.getHeight()).as(scenario).isLessThan(2 * row);
        }
    }

    @Test
    void besideAllPanesThereIsRoomForAWordToLookForAndTimesAreTypedInItsPlace(FxRobot robot) {
        robot.clickOn("#run");
        untilRunning();
        var find = robot.lookup("#find").queryAs(TextField.class);
        var times = robot.lookup("#times").queryAs(TextField.class);
        assertThat(times.isVisible()).isTrue();
        robot.clickOn("#toggle-editor");
        until(() -> !times.isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        double word = 7 * TypeSize.em();
        assertThat(find.getWidth()).isGreaterThanOrEqualTo(word);
        var title = node(robot, "#title");
        assertThat(find.localToScene(find.getLayoutBounds()).getMinX())
                .isGreaterThanOrEqualTo(
                        title.localToScene(title.getLayoutBounds()).getMaxX());
        var end = node(robot, ".export-bar");
        var row = title.getParent();
        assertThat(end.localToScene(end.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(row.localToScene(row.getLayoutBounds()).getMaxX() + 1);

        robot.clickOn("#timeline").push(KeyCode.G);
        assertThat(times.isFocused()).isTrue();
        assertThat(find.isVisible()).isFalse();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(times.getWidth()).isGreaterThanOrEqualTo(word);
        robot.push(KeyCode.ESCAPE);
        assertThat(times.isVisible()).isFalse();
        assertThat(find.isVisible()).isTrue();
        robot.clickOn("#toggle-editor");
        until(times::isVisible);
    }

    @Test
    void aKnobsNoteTakesRoomInANarrowWindowOnlyWhereThereIsOne(FxRobot robot) {
        var notes = robot.lookup("#knobs .knob-note").queryAllAs(Label.class);
        assertThat(notes).hasSizeGreaterThan(3).allMatch(it -> it.getHeight() == 0);
        robot.clickOn("#run");
        untilRunning();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(notes)
                .anyMatch(it -> it.getHeight() > 0)
                .allMatch(it -> it.getHeight() > 0 == !it.getText().isEmpty());
    }

    @Test
    void whatIsOpenedAgainHasItsKnobsAsTheyAreThen(FxRobot robot) {
        var initial = knob("workers");
        robot.clickOn("#knob-workers-value")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("9")
                .push(KeyCode.ENTER);
        assertThat(knob("workers")).isEqualTo(new Value.Whole(9)).isNotEqualTo(initial);
        robot.interact(() ->
                fakes.workbench.open(fakes.workbench.documentProperty().get().orElseThrow()));
        assertThat(knob("workers")).isEqualTo(initial);
        assertThat(robot.lookup("#knob-workers-value").queryAs(TextField.class).getText())
                .isEqualTo(KnobModel.text(initial));
    }

    @Test
    void theDetailsHaveTheirShareOfTheWindowUntilTheirDividerIsMoved(FxRobot robot) {
        var details = node(robot, "#details");
        // The screen ends at 1000.
        robot.interact(() -> {
            window().setY(0);
            window().setHeight(940);
        });
        WaitForAsyncUtils.waitForFxEvents();
        double share = details.getLayoutBounds().getHeight();
        robot.interact(() -> window().setHeight(700));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(details.getLayoutBounds().getHeight()).isLessThan(share);
        var split = details.getParent().getParent();
        var divider = split.getChildrenUnmodifiable().stream()
                .filter(it -> it.getStyleClass().contains("split-pane-divider"))
                .findFirst()
                .orElseThrow();
        robot.drag(divider).dropBy(0, -60);
        double chosen = details.getLayoutBounds().getHeight();
        robot.interact(() -> window().setHeight(940));
        WaitForAsyncUtils.waitForFxEvents();
        double after = details.getLayoutBounds().getHeight();
        // The tests after this one have the same window.
        robot.interact(() -> window().setHeight(700));
        assertThat(after).isEqualTo(chosen);
    }

    private Window window() {
        return fakes.window.scene().getWindow();
    }

    private Value knob(String name) {
        return fakes.workbench.settings().get(name);
    }

    private void untilRunning() {
        until(() -> fakes.workbench.session().state().isRunning());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not come to pass", late);
        }
    }

    private static Node node(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }
}
