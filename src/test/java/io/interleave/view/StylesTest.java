package io.interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.WindowOnFakes;
import io.interleave.view.fx.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The controls of the libraries look up colours that only JavaFX's own theme defines; our stylesheet defines what
/// is missing.
@ExtendWith(ApplicationExtension.class)
final class StylesTest {

    @TempDir
    private static Path folder;

    /// Kept, since a logger is forgotten with its handlers when nobody holds it.
    private final Logger css = Logger.getLogger("javafx.css");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            said.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        css.addHandler(listener);
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    @AfterEach
    void stopListening() {
        css.removeHandler(listener);
    }

    @Test
    void everyColourIsResolvedInBothThemesAndInPopups(FxRobot robot) {
        for (var theme : List.of(Themes.Choice.DARK, Themes.Choice.LIGHT)) {
            robot.interact(() -> fakes.themes.choiceProperty().set(theme));
            robot.clickOn("#theme");
            robot.clickOn("#theme");
            robot.clickOn("#run").clickOn("#stop");
            for (var tab : List.of("Output", "Problems", "Outcome")) {
                robot.clickOn(tab);
            }
            robot.clickOn("#toggle-editor");
            for (var view : List.of("#view-java", "#view-python", "#view-words", "#view-text")) {
                robot.clickOn(view);
            }
            robot.clickOn("#toggle-editor");
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(said).isEmpty();
        assertThat(Application.getUserAgentStylesheet()).contains("primer-light");
    }
}
