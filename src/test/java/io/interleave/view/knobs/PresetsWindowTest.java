package io.interleave.view.knobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Preset;
import io.interleave.model.Value;
import io.interleave.testkit.WindowOnFakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class PresetsWindowTest {

    @TempDir
    private Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    private List<Preset> presets() {
        return fakes.workbench
                .documentProperty()
                .get()
                .orElseThrow()
                .scenario()
                .orElseThrow()
                .presets();
    }

    private void turnWorkers(FxRobot robot, int workers) {
        robot.interact(
                () -> fakes.workbench.turn(fakes.workbench.settings().with("workers", new Value.Whole(workers))));
    }

    /// What is edited is read beside the window.
    private void untilRead(String name, int workers) {
        try {
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> values(name).equals(Optional.of(new Value.Whole(workers))));
        } catch (TimeoutException e) {
            throw new AssertionError(presets().toString(), e);
        }
    }

    private Optional<Value> values(String name) {
        return presets().stream()
                .filter(it -> it.name().equals(name))
                .map(it -> it.values().get("workers"))
                .findFirst();
    }

    private static void save(FxRobot robot, String name) {
        robot.clickOn("#presets");
        robot.clickOn(robot.lookup(".context-menu .label")
                .match(it -> it instanceof Label label && label.getText().startsWith("Save as preset"))
                .<Node>query());
        assertThat(robot.lookup(".dialog-pane .button").match(Node::isDisabled).tryQuery())
                .isPresent();
        robot.clickOn(".dialog-pane .text-field").write(name);
        robot.clickOn(".dialog-pane .button:default");
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void the_knobs_as_they_are_turned_are_saved_under_a_name_and_had_back(FxRobot robot) {
        int before = presets().size();
        turnWorkers(robot, 7);
        save(robot, "Seven hands");
        untilRead("Seven_hands", 7);
        assertThat(presets()).hasSize(before + 1);
        assertThat(robot.lookup("#presets").queryAs(Labeled.class).getText()).isEqualTo("Seven hands");

        // The same name once more has the values of now.
        turnWorkers(robot, 9);
        save(robot, "Seven hands");
        untilRead("Seven_hands", 9);
        assertThat(presets()).hasSize(before + 1);
    }

    @Test
    void a_name_is_made_of_what_is_typed() {
        assertThat(PresetEdits.name("  not so fast! ")).contains("not_so_fast");
        assertThat(PresetEdits.name("4 workers")).isEmpty();
        assertThat(PresetEdits.name("on")).isEmpty();
        assertThat(PresetEdits.name(" ")).isEmpty();
    }
}
