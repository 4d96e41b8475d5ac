package io.interleave.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Outcome;
import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.run.Trust;
import io.interleave.view.MainWindow;
import io.interleave.view.editor.files.FilesHome;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.session.Library;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.DraftStore;
import io.interleave.view.store.RunDirectories;
import io.interleave.view.store.RunStore;
import io.interleave.view.store.UserSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window as it is wired for users, with a real engine process.
@ExtendWith(ApplicationExtension.class)
final class WindowEndToEndTest {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private static Path folder;

    private final Services services = Wiring.services();
    private Workbench workbench;

    @Start
    void open(Stage stage) {
        workbench = new Workbench(
                new Library(),
                services.engines(),
                services.feeds(),
                new RunShelf(
                        new RunStore(new RunDirectories(folder, LocalDateTime::now)),
                        new UserSettings(folder.resolve("settings.json")),
                        Runnable::run,
                        new Ui()),
                new Trust(folder.resolve("trusted")),
                new Ui());
        var home = new FilesHome(
                new DraftStore(folder.resolve("drafts")),
                new UserSettings(folder.resolve("settings.json")),
                Runnable::run,
                Instant::now);
        var window = new MainWindow(workbench, new Themes(Themes.Choice.LIGHT), home, 1000, 700);
        workbench.open(workbench.library().first());
        window.show(stage);
    }

    @AfterEach
    void endEngines() {
        services.engines().close();
    }

    @Test
    void aRunOfLostUpdateShowsItsLanesAndItsOutcome(FxRobot robot) {
        robot.interact(() -> workbench.knobsProperty().get().stream()
                .filter(it -> it.knob().name().equals("rounds"))
                .forEach(it -> it.valueProperty().set(new Value.Whole(200))));
        robot.clickOn("#run");
        until(() -> workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();

        var ended = (RunState.Ended) workbench.session().state();
        assertThat(ended.end()).isEqualTo(new RunEnd.Completed());
        var lanes = workbench
                .session()
                .feedProperty()
                .get()
                .map(RunFeed::timeline)
                .orElseThrow()
                .lanes();
        assertThat(lanes).extracting(Lane::name).contains("worker 1", "worker 2", "count", "mutex");
        assertThat(lanes)
                .filteredOn(lane -> lane.kind() == Lane.Kind.UNIT)
                .allSatisfy(lane -> assertThat(lane.spans().size()).isPositive());
        var result =
                workbench.session().reportProperty().get().outcome().results().getFirst();
        assertThat(result.verdict()).isNotEqualTo(Outcome.Verdict.UNDECIDED);
        var shown = robot.lookup("#outcome-answer").queryAs(Label.class).getText();
        assertThat(new Value.Whole(Long.parseLong(shown.replace(",", ""))))
                .isEqualTo(result.actual().orElseThrow());
        var kept = workbench.archive().shelf().runs().getFirst();
        assertThat(kept.scenario()).isEqualTo("lost-update");
        assertThat(kept.picture()).exists();
    }

    @Test
    void stopEndsADeadlockAndTheWindowSaysWhoHoldsWhat(FxRobot robot) {
        robot.clickOn("Two locks, opposite order").clickOn("#run");
        until(() -> !workbench.session().reportProperty().get().findings().isEmpty());
        robot.clickOn("#stop");
        until(() -> workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#outcome-answer").queryAs(Label.class).getText())
                .isEqualTo("Deadlock");
        assertThat(robot.lookup(".finding").queryAs(Label.class).getText())
                .contains(" waits at line ", " has held since line ");
    }

    @Test
    void theCureThatIsOfferedForADeadlockLetsItRunToItsEnd(FxRobot robot) {
        robot.clickOn("Two locks, opposite order").clickOn("#run");
        until(() -> !workbench.session().reportProperty().get().findings().isEmpty());
        until(() -> robot.lookup("#cure").query().isVisible());
        robot.clickOn("#cure");
        until(() -> workbench.session().state() instanceof RunState.Ended(var _, var end, var _)
                && end.equals(new RunEnd.Completed()));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(workbench.session().reportProperty().get().findings())
                .noneMatch(it -> it instanceof Finding.Deadlock);
        assertThat(workbench.session().reportProperty().get().outcome().results())
                .isNotEmpty()
                .allMatch(it -> it.verdict() == Outcome.Verdict.HELD);
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not come to pass", late);
        }
    }
}
