package io.interleave.app;

import io.interleave.view.MainWindow;
import io.interleave.view.fx.Pulse;
import io.interleave.view.fx.Ui;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import javafx.application.Platform;
import javax.imageio.ImageIO;

/// Does with the window what the options ask for, in place of a person: opens, runs, takes a picture, leaves.
final class Pilot {

    /// After a run has ended, this many frames are drawn before the picture is taken.
    private static final int FRAMES = 30;

    private final AppOptions options;
    private final Workbench workbench;
    private final MainWindow window;
    private final Ui ui;

    Pilot(AppOptions options, Workbench workbench, MainWindow window, Ui ui) {
        this.options = options;
        this.workbench = workbench;
        this.window = window;
        this.ui = ui;
    }

    /// Opens what the window shows first. A run takes its time to be read, and may turn out to be none: until
    /// then there is the first scenario.
    void open() {
        var library = workbench.library();
        if (options.open().filter(Pilot::isScenario).isEmpty()) {
            workbench.open(options.run().flatMap(library::find).orElseGet(library::first));
        }
        options.open().ifPresent(workbench::open);
    }

    private static boolean isScenario(Path file) {
        var name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /// Starts the run that was asked for, if one was.
    void fly() {
        if (options.run().isPresent()) {
            workbench.session().stateProperty().subscribe(state -> {
                if (state instanceof RunState.Ended) {
                    afterFrames(FRAMES, this::look);
                }
            });
            workbench.run();
        } else if (options.screenshot().isPresent() || options.exit()) {
            afterFrames(FRAMES, this::look);
        }
    }

    private void look() {
        look(options.views() ? window.views().iterator() : Collections.emptyIterator());
    }

    private void look(Iterator<Runnable> views) {
        if (views.hasNext()) {
            views.next().run();
            afterFrames(FRAMES, () -> look(views));
        } else {
            land();
        }
    }

    private void land() {
        options.screenshot().ifPresent(this::takePicture);
        if (options.exit()) {
            Platform.exit();
        }
    }

    private void takePicture(Path file) {
        var picture = window.scene().snapshot(null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = picture.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        } catch (IOException failed) {
            throw new UncheckedIOException("the picture of the window cannot be written to " + file, failed);
        }
    }

    private void afterFrames(int frames, Runnable then) {
        var left = new int[] {frames};
        var pulse = new Pulse[1];
        pulse[0] = new Pulse(() -> {
            if (--left[0] == 0) {
                pulse[0].stop();
                ui.later(then);
            }
        });
        pulse[0].start();
    }
}
