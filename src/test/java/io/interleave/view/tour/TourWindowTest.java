package io.interleave.view.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.WindowOnFakes;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
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
final class TourWindowTest {

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    private void offer(FxRobot robot) {
        robot.interact(() -> fakes.window.offerTour());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isThere(FxRobot robot) {
        return robot.lookup("#tour-card")
                .match(TourWindowTest::isSeen)
                .tryQuery()
                .isPresent();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && node.getParent().isVisible();
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#tour-title").queryAs(Label.class).getText();
    }

    private static Bounds bounds(FxRobot robot, String selector) {
        var node = robot.lookup(selector).query();
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void it_takes_no_key_of_the_window_but_Esc(FxRobot robot) {
        var focused = fakes.window.scene().getFocusOwner();
        offer(robot);
        assertThat(fakes.window.scene().getFocusOwner()).isSameAs(focused);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(fakes.engines.runs()).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        assertThat(isThere(robot)).isFalse();
    }

    @Test
    void its_cards_are_within_the_window_and_leave_Run_free(FxRobot robot) {
        offer(robot);
        var window = bounds(robot, "#tour");
        var run = bounds(robot, "#run");
        for (int stop = 0; stop < Tour.Stop.values().length; stop++) {
            var card = bounds(robot, "#tour-card");
            assertThat(window.contains(card)).as(title(robot)).isTrue();
            assertThat(card.intersects(run)).as(title(robot)).isFalse();
            assertThat(robot.lookup("#tour-skip").query().isVisible())
                    .as("what is left to skip at " + title(robot))
                    .isEqualTo(stop < Tour.Stop.values().length - 1);
            robot.clickOn("#tour-next");
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(isThere(robot)).isFalse();
    }

    @Test
    void whoever_runs_is_shown_the_picture_next(FxRobot robot) throws TimeoutException {
        offer(robot);
        String first = title(robot);
        robot.clickOn("#run");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !title(robot).equals(first));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bounds(robot, "#tour-card").intersects(bounds(robot, "#picture")))
                .isFalse();
    }

    @Test
    void it_is_in_the_list_of_keys_too_and_is_then_used_by_keyboard(FxRobot robot) {
        robot.clickOn("#help").clickOn("#show-tour");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isThere(robot)).isTrue();
        String first = title(robot);
        robot.push(KeyCode.SPACE);
        assertThat(title(robot)).isNotEqualTo(first);
        robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.SPACE);
        assertThat(title(robot)).isEqualTo(first);
    }

    @Test
    void whoever_is_in_its_card_turns_it_over_with_the_arrows(FxRobot robot) {
        robot.clickOn("#help").clickOn("#show-tour");
        WaitForAsyncUtils.waitForFxEvents();
        String first = title(robot);
        robot.push(KeyCode.RIGHT);
        String second = title(robot);
        robot.push(KeyCode.RIGHT).push(KeyCode.LEFT);
        assertThat(second).isNotEqualTo(first).isEqualTo(title(robot));
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertThat(title(robot)).isEqualTo(first);
    }

    @Test
    void nothing_of_it_is_there_where_nobody_offers_it(FxRobot robot) {
        assertThat(robot.lookup("#tour").tryQuery()).isEmpty();
    }
}
