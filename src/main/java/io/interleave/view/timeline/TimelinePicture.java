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
        String title = timeline.run()
                .flatMap(it -> ScenarioReader.read(it.scenario()).scenario())
                .map(Scenario::title)
                .orElse("Interleave");
        write(new TimelineSource(timeline), picture, -1, title, file);
    }

    static void writePng(Source source, int width, int height, boolean dark, int focused, Path file)
            throws IOException {
        write(source, Picture.ofRun(Picture.Kind.PNG, width, height, dark), focused, "", file);
    }

    static void write(Source source, Picture picture, int focused, String title, Path file) throws IOException {
        AwtPen ruler = new AwtPen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), EM);
        try {
            write(plan(source, picture, focused, ruler), picture.kind(), picture.dark(), title, file);
        } finally {
            ruler.close();
        }
    }

    /// Writes what a plan shows.
    ///
    /// @param title of an SVG: what it is a picture of
    /// @param file is overwritten
    static void write(FramePlan plan, Picture.Kind kind, boolean dark, String title, Path file) throws IOException {
        switch (kind) {
            case PNG -> png(plan, dark, file);
            case SVG -> svg(plan, dark, title, file);
        }
    }

    private static void png(FramePlan plan, boolean dark, Path file) throws IOException {
        int width = plan.look().width();
        int height = plan.look().height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Painter painter = new Painter(Theme.of(dark));
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        painter.pixels(plan, new Raster(width, height, 1, argb));
        AwtPen pen = new AwtPen(image, plan.look().metrics().em());
        try {
            painter.ink(plan, pen);
        } finally {
            pen.close();
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer for PNG pictures in this Java runtime");
        }
    }

    private static void svg(FramePlan plan, boolean dark, String title, Path file) throws IOException {
        double em = plan.look().metrics().em();
        AwtPen ruler = new AwtPen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), em);
        try (Writer out = Files.newBufferedWriter(file)) {
            SvgDrawing drawing = new SvgDrawing();
            SvgPixels pixels = new SvgPixels(drawing);
            Painter painter = new Painter(Theme.of(dark));
            painter.pixels(plan, pixels);
            pixels.flush();
            painter.ink(plan, new SvgPen(drawing, ruler, em));
            drawing.writeTo(out, plan.look().width(), plan.look().height(), title, plan.summary());
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
