package io.interleave.view.editor.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.WindowOnFakes;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class WordsWindowTest {

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    private static void awaitSample(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> !robot.lookup("#word-run").queryAs(Button.class).isDisabled());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void a_word_that_is_looked_for_is_read_about_and_seen_at_work(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F1);
        robot.clickOn("#words-search").write("gather");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.from(robot.lookup("#words-found")).lookup("gather").<Node>query());
        awaitSample(robot);
        assertThat(robot.lookup("#word-java").queryAs(Label.class).getText()).isNotBlank();
        assertThat(robot.lookup("#word-python").queryAs(Label.class).getText()).contains("gather");
        robot.interact(robot.lookup("#word-run").queryAs(Button.class)::fire);
        assertThat(fakes.engines.runs()).hasSize(1);
        assertThat(fakes.workbench.documentProperty().get().orElseThrow().text())
                .contains("gather:");
    }

    @Test
    void what_is_no_word_is_answered_with_what_to_try(FxRobot robot) {
        robot.push(KeyCode.F1);
        robot.clickOn("#words-search").write("zzz");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#words-none").queryAs(Label.class).getText()).contains("zzz");
    }
}
