package io.interleave.view.timeline;

import io.interleave.analysis.Timeline;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A timeline as a picture in a file, made with the same plan and painter as the window's, on any thread and
/// without a display.
public final class TimelinePicture {

    /// The size of type that a picture is drawn with, in pixels.
    private static final double EM = 13;

    private TimelinePicture() {}

    /// Writes the whole run as far as it is known.
    ///
    /// @param width in pixels, at least 200
    /// @param height in pixels, at least 100
    /// @throws IOException if the file could not be written
    public static void writePng(Timeline timeline, int width, int height, boolean dark, Path file) throws IOException {
        writePng(new TimelineSource(timeline), width, height, dark, -1, file);
    }

    static void writePng(Source source, int width, int height, boolean dark, int focused, Path file)
            throws IOException {
        if (width < 200 || height < 100) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " pixels shows nothing");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AwtPen pen = new AwtPen(image, EM);
        try {
            paint(source, image, pen, dark, focused);
        } finally {
            pen.close();
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer for PNG pictures in this Java runtime");
        }
    }

    private static void paint(Source source, BufferedImage image, AwtPen pen, boolean dark, int focused) {
        Metrics metrics = new Metrics(EM);
        int width = image.getWidth();
        FramePlan plan = source.look(still -> {
            int plotWidth = Areas.plotWidth(width, metrics);
            TimeScale scale = focused < 0
                    ? Navigation.whole(still.start(), still.now(), plotWidth)
                    : Navigation.around(still.lostUpdates(), focused, plotWidth);
            RunSummary.Result summary = new RunSummary(still.start()).update(still);
            Look look = new Look(
                    width,
                    image.getHeight(),
                    metrics,
                    scale,
                    Arrangement.PLAIN,
                    Highlights.NONE,
                    0,
                    Long.MAX_VALUE,
                    focused,
                    false,
                    focused < 0);
            return new FramePlanner(pen).plan(still, summary, look);
        });
        Painter painter = new Painter(Theme.of(dark));
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        painter.pixels(plan, new Raster(width, image.getHeight(), 1, argb));
        painter.ink(plan, pen);
    }
}
