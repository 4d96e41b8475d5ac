package io.interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.WindowOnFakes;
import io.interleave.view.fx.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Text of the window stands out from its ground, in both themes.
@ExtendWith(ApplicationExtension.class)
final class TextContrastTest {

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    @Test
    void every_text_can_be_read(FxRobot robot) {
        var unreadable = new TreeSet<String>();
        robot.clickOn("#toggle-editor");
        for (var theme : List.of(Themes.Choice.DARK, Themes.Choice.LIGHT)) {
            robot.interact(() -> fakes.themes.choiceProperty().set(theme));
            for (var tab : List.of(
                    "#view-java",
                    "#view-python",
                    "#view-text",
                    "#view-words",
                    "slider",
                    "Output",
                    "Problems",
                    "Selection",
                    "Outcome")) {
                robot.clickOn(tab);
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> {
                    fakes.window.scene().getRoot().applyCss();
                    for (var node : fakes.window.scene().getRoot().lookupAll(".text")) {
                        if (node instanceof Text text && isSeen(text) && text.getFill() instanceof Color fill) {
                            double contrast = Contrast.of(fill, ground(text));
                            if (contrast < Contrast.ENOUGH) {
                                unreadable.add("%s: %s in %s: %.1f".formatted(theme, text.getText(), fill, contrast));
                            }
                        }
                    }
                });
            }
        }
        assertThat(unreadable).isEmpty();
    }

    /// Of what cannot be used just now nothing is asked.
    private static boolean isSeen(Text text) {
        for (Node node = text; node != null; node = node.getParent()) {
            if (!node.isVisible() || node.isDisabled() || node.getOpacity() < 1) {
                return false;
            }
        }
        return !text.getText().isBlank();
    }

    /// All that is painted under it, laid over each other.
    private static Color ground(Node node) {
        if (node.getParent() == null) {
            return Color.WHITE;
        }
        var ground = ground(node.getParent());
        if (node.getParent() instanceof Region region && region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color colour) {
                    ground = Contrast.over(colour, ground);
                }
            }
        }
        return ground;
    }
}
