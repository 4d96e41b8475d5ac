package io.interleave.view.timeline;

import io.interleave.analysis.Timeline;
import io.interleave.export.Picture;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A timeline as a picture in a file, made with the same plan and painter as the window's, on any thread and
/// without a display.
public final class TimelinePicture {

    /// The size of type that a picture is drawn with, in pixels.
    private static final double EM = 13;

    private TimelinePicture() {}

    /// Writes what is asked for.
    ///
    /// @param file is overwritten
    /// @throws IOException if the file could not be written
    public static void write(Timeline timeline, Picture picture, Path file) throws IOException {
        Source source = new TimelineSource(timeline);
        switch (picture.kind()) {
            case PNG -> writePng(source, picture, -1, file);
            case SVG -> {
                String title = timeline.run()
                        .flatMap(it -> ScenarioReader.read(it.scenario()).scenario())
                        .map(Scenario::title)
                        .orElse("Interleave");
                writeSvg(source, picture, title, file);
            }
        }
    }

    static void writePng(Source source, int width, int height, boolean dark, int focused, Path file)
            throws IOException {
        writePng(source, Picture.ofRun(Picture.Kind.PNG, width, height, dark), focused, file);
    }

    private static void writePng(Source source, Picture picture, int focused, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        AwtPen pen = new AwtPen(image, EM);
        try {
            FramePlan plan = plan(source, picture, focused, pen);
            Painter painter = new Painter(Theme.of(picture.dark()));
            int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            painter.pixels(plan, new Raster(picture.width(), picture.height(), 1, argb));
            painter.ink(plan, pen);
        } finally {
            pen.close();
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer for PNG pictures in this Java runtime");
        }
    }

    static void writeSvg(Source source, Picture picture, String title, Path file) throws IOException {
        AwtPen ruler = new AwtPen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), EM);
        SvgDrawing drawing = new SvgDrawing();
        SvgPixels pixels = new SvgPixels(drawing);
        SvgPen pen = new SvgPen(drawing, ruler, EM);
        try (Writer out = Files.newBufferedWriter(file)) {
            FramePlan plan = plan(source, picture, -1, pen);
            Painter painter = new Painter(Theme.of(picture.dark()));
            painter.pixels(plan, pixels);
            pixels.flush();
            painter.ink(plan, pen);
            drawing.writeTo(out, picture.width(), picture.height(), title, plan.summary());
        } finally {
            ruler.close();
        }
    }

    private static FramePlan plan(Source source, Picture picture, int focused, TextRuler ruler) {
        Metrics metrics = new Metrics(EM);
        return source.look(still -> {
            int plotWidth = Areas.plotWidth(picture.width(), metrics);
            TimeScale scale = focused < 0
                    ? scale(still, picture, plotWidth)
                    : Navigation.around(still.lostUpdates(), focused, plotWidth);
            RunSummary.Result summary = new RunSummary(still.start()).update(still);
            Look look = new Look(
                    picture.width(),
                    picture.height(),
                    metrics,
                    scale,
                    Arrangement.PLAIN,
                    Highlights.NONE,
                    0,
                    Long.MAX_VALUE,
                    focused,
                    false,
                    focused < 0);
            return new FramePlanner(ruler).plan(still, summary, look);
        });
    }

    private static TimeScale scale(Source still, Picture picture, int plotWidth) {
        if (picture.isWhole()) {
            return Navigation.whole(still.start(), still.now(), plotWidth);
        }
        long from = still.start() + picture.from();
        long end = picture.to() == Long.MAX_VALUE ? still.now() : still.start() + picture.to();
        return TimeScale.fitting(from, Math.max(from + 1, end), plotWidth);
    }
}
