package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.view.Contrast;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Themes;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Words on blocks can be read in both themes, whatever the block is about.
@ExtendWith(ApplicationExtension.class)
final class BlockColoursTest {

    private final Draft draft = new Draft(Runnable::run, Runnable::run);
    private Themes themes;
    private Scene scene;

    @Start
    void open(Stage stage) {
        themes = new Themes(Themes.Choice.LIGHT);
        draft.open(Gallery.find("two-locks").orElseThrow().text());
        scene = BlocksDemo.scene(draft, Runnable::run, 420, 900);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void white_words_stand_out_from_every_colour(FxRobot robot) {
        var poor = new TreeSet<String>();
        robot.interact(() -> Stream.of(Category.values()).forEach(category -> {
            var frame = new Region();
            frame.getStyleClass().addAll("frame", "frame-whole", category.style());
            ((StackPane) scene.getRoot()).getChildren().add(frame);
            frame.applyCss();
            var fill = (Color) frame.getBackground().getFills().getLast().getFill();
            if (Contrast.of(Color.WHITE, fill) < Contrast.ENOUGH) {
                poor.add(category + " " + Contrast.of(Color.WHITE, fill));
            }
            ((StackPane) scene.getRoot()).getChildren().remove(frame);
        }));
        assertThat(poor).isEmpty();
    }

    @Test
    void values_and_hints_stand_out_in_both_themes(FxRobot robot) {
        var poor = new TreeSet<String>();
        for (var theme : List.of(Themes.Choice.DARK, Themes.Choice.LIGHT)) {
            robot.interact(() -> {
                themes.choiceProperty().set(theme);
                scene.getRoot().applyCss();
                for (var node : scene.getRoot().lookupAll(".chip")) {
                    var ground =
                            ((Region) node).getBackground().getFills().getLast().getFill();
                    note(theme, (Label) node, (Color) ground, poor);
                }
                for (var node : scene.getRoot().lookupAll(".kind")) {
                    note(theme, (Label) node, card(), poor);
                }
            });
        }
        assertThat(poor).isEmpty();
    }

    /// The ground of cards.
    private Color card() {
        Node card = scene.getRoot().lookup(".card-item");
        return (Color) ((Region) card).getBackground().getFills().getLast().getFill();
    }

    private static void note(Themes.Choice theme, Label label, Color ground, TreeSet<String> poor) {
        double contrast = Contrast.of((Color) label.getTextFill(), ground);
        if (contrast < Contrast.ENOUGH) {
            poor.add("%s: %s %.1f".formatted(theme, label.getText(), contrast));
        }
    }
}
