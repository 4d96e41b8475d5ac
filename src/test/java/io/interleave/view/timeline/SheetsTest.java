package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SheetsTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 360;
    private static final Area PLOT = new Area(90, 40, 300, 260);
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    /// How much of 255 the same smoothed edge may differ by where it begins elsewhere on its canvas.
    private static final int SMOOTHING = 16;

    private static final int WHITE = 0xFFFFFFFF;

    private final Raster picture = new Raster(WIDTH, HEIGHT, 1);
    private final WritableImage laid = new WritableImage(WIDTH, HEIGHT);
    private Sheets sheets;
    private Group both;
    private Canvas canvas;
    private CanvasPen whole;

    @Start
    void start(Stage stage) {
        sheets = new Sheets(13);
        canvas = new Canvas(WIDTH, HEIGHT);
        whole = new CanvasPen(canvas.getGraphicsContext2D(), new FontRuler(13));
        both = new Group(new ImageView(laid), sheets.node());
        stage.setScene(new Scene(new Group(canvas, both), WIDTH, HEIGHT));
        stage.show();
    }

    @RepeatedTest(5)
    void what_is_laid_into_the_picture_or_crosses_from_sheet_to_sheet_looks_as_if_there_were_one(
            RepetitionInfo round, FxRobot robot) {
        robot.interact(() -> {
            scribble(new Random(round.getCurrentRepetition()), whole);
            draw(pen -> scribble(new Random(round.getCurrentRepetition()), pen));
            assertThat(farthest(pixels(both), pixels(canvas))).isLessThanOrEqualTo(SMOOTHING);
        });
    }

    @Test
    void nothing_of_the_picture_before_stays(FxRobot robot) {
        robot.interact(() -> {
            draw(pen -> scribble(new Random(7), pen));
            draw(_ -> {});
            assertThat(pixels(both)).containsOnly(WHITE);
        });
    }

    @Test
    void words_need_a_sheet_only_where_something_lies_below_them(FxRobot robot) {
        robot.interact(() -> {
            draw(pen -> pen.text("waits for mutex", 200, 150, Face.SMALL, RED));
            assertThat(((Group) sheets.node()).getChildren()).noneMatch(Node::isVisible);
            assertThat(picture.argb()).contains(RED);
            draw(pen -> {
                pen.box(190, 135, 120, 30, 4, BLUE, BLUE);
                pen.text("waits for mutex", 200, 150, Face.SMALL, RED);
            });
            assertThat(picture.argb()).containsOnly(WHITE);
            assertThat(pixels(both)).contains(RED, BLUE);
        });
    }

    @Test
    void over_lanes_without_ink_there_is_no_canvas(FxRobot robot) {
        robot.interact(() -> {
            draw(pen -> {
                pen.text("0.2 s", 200, PLOT.y() - 8, Face.SMALL, RED);
                pen.text("worker 1", 5, 100, Face.BOLD, RED);
                pen.clip(0, 0, PLOT.x(), HEIGHT);
                pen.text("a name that is much too long for its place", 5, 130, Face.BOLD, RED);
                pen.unclip();
            });
            assertThat(((Group) sheets.node()).getChildren())
                    .filteredOn(Node::isVisible)
                    .noneMatch(it -> it.getBoundsInParent().intersects(200, 150, 1, 1));
        });
    }

    private void draw(Consumer<Pen> ink) {
        picture.fill(0, 0, WIDTH, HEIGHT, WHITE);
        sheets.begin(WIDTH, HEIGHT, PLOT);
        ink.accept(sheets);
        sheets.end(picture);
        laid.getPixelWriter()
                .setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), picture.argb(), 0, WIDTH);
    }

    /// On whole pixels and half ones, as the painters do it.
    private static void scribble(Random random, Pen pen) {
        for (int mark = 0; mark < 30; mark++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int colour = 0xFF000000 | random.nextInt(0xFFFFFF);
            if (random.nextInt(4) == 0) {
                pen.clip(x - 40, y - 30, 90, 70);
                one(random, pen, x, y, colour);
                pen.unclip();
            } else {
                one(random, pen, x, y, colour);
            }
        }
    }

    private static void one(Random random, Pen pen, int x, int y, int colour) {
        switch (random.nextInt(4)) {
            case 0 -> pen.text("worker " + x, x, y, Face.NORMAL, colour);
            case 1 -> pen.line(x, y, random.nextInt(WIDTH), random.nextInt(HEIGHT), 2, colour, random.nextBoolean());
            case 2 -> pen.circle(x, y, 5, 2, colour, RED);
            default -> pen.box(x, y, 60, 30, 4, colour, RED);
        }
    }

    private static int farthest(int[] one, int[] other) {
        int farthest = 0;
        for (int pixel = 0; pixel < one.length; pixel++) {
            for (int shift = 0; shift < 32; shift += 8) {
                farthest = Math.max(farthest, Math.abs((one[pixel] >>> shift & 255) - (other[pixel] >>> shift & 255)));
            }
        }
        return farthest;
    }

    private static int[] pixels(Node node) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.WHITE);
        parameters.setViewport(new Rectangle2D(0, 0, WIDTH, HEIGHT));
        var image = node.snapshot(parameters, null);
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }
}
