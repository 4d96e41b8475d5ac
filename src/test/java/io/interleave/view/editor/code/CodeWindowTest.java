package io.interleave.view.editor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.WindowOnFakes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The programs as they are read.
@ExtendWith(ApplicationExtension.class)
final class CodeWindowTest {

    @TempDir
    private static Path folder;

    @Start
    void open(Stage stage) {
        new WindowOnFakes(stage, folder, 1000, 700);
    }

    private static List<HBox> rows(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#view-python");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> seen(robot).size() > 12);
        WaitForAsyncUtils.waitForFxEvents();
        return seen(robot);
    }

    private static List<HBox> seen(FxRobot robot) {
        return robot.lookup("#code .list-cell").queryAllAs(ListCell.class).stream()
                .filter(it -> it.isVisible() && it.getGraphic() != null)
                .map(it -> (HBox) it.getGraphic())
                .toList();
    }

    @Test
    void lines_that_are_not_indented_begin_below_each_other_whatever_their_number(FxRobot robot)
            throws TimeoutException {
        var rows = rows(robot);
        assertThat(rows)
                .hasSizeGreaterThan(12)
                .extracting(it -> it.getChildren().getLast().getLayoutX())
                .containsOnly(rows.getFirst().getChildren().getLast().getLayoutX());
    }

    @Test
    void what_says_what_a_program_in_Python_is_has_one_colour(FxRobot robot) throws TimeoutException {
        var words = rows(robot).stream()
                .flatMap(it -> ((HBox) it.getChildren().getLast()).getChildren().stream())
                .map(Label.class::cast)
                .toList();
        assertThat(words)
                .filteredOn(it -> it.getText().contains("Made by Interleave"))
                .singleElement()
                .satisfies(it -> assertThat(it.getStyleClass()).contains("code-comment"));
        assertThat(words)
                .filteredOn(it -> it.getText().equals("import"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.getStyleClass()).contains("code-keyword"));
    }
}
