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
import java.util.function.Function;
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

    /// Writes what is asked for of what a window shows.
    static void write(Source source, Look look, boolean dark, Picture.Kind kind, String title, Path file)
            throws IOException {
        double em = look.metrics().em();
        switch (kind) {
            case PNG -> writePng(ruler -> plan(source, look, ruler), look.width(), look.height(), dark, em, file);
            case SVG ->
                writeSvg(ruler -> plan(source, look, ruler), look.width(), look.height(), dark, em, title, file);
        }
    }

    static void writePng(Source source, int width, int height, boolean dark, int focused, Path file)
            throws IOException {
        writePng(source, Picture.ofRun(Picture.Kind.PNG, width, height, dark), focused, file);
    }

    private static void writePng(Source source, Picture picture, int focused, Path file) throws IOException {
        writePng(
                ruler -> plan(source, picture, focused, ruler),
                picture.width(),
                picture.height(),
                picture.dark(),
                EM,
                file);
    }

    private static void writePng(
            Function<TextRuler, FramePlan> planned, int width, int height, boolean dark, double em, Path file)
            throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AwtPen pen = new AwtPen(image, em);
        try {
            FramePlan plan = planned.apply(pen);
            Painter painter = new Painter(Theme.of(dark));
            int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            painter.pixels(plan, new Raster(width, height, 1, argb));
            painter.ink(plan, pen);
        } finally {
            pen.close();
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer for PNG pictures in this Java runtime");
        }
    }

    static void writeSvg(Source source, Picture picture, String title, Path file) throws IOException {
        writeSvg(
                ruler -> plan(source, picture, -1, ruler),
                picture.width(),
                picture.height(),
                picture.dark(),
                EM,
                title,
                file);
    }

    private static void writeSvg(
            Function<TextRuler, FramePlan> planned,
            int width,
            int height,
            boolean dark,
            double em,
            String title,
            Path file)
            throws IOException {
        AwtPen ruler = new AwtPen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), em);
        SvgDrawing drawing = new SvgDrawing();
        SvgPixels pixels = new SvgPixels(drawing);
        SvgPen pen = new SvgPen(drawing, ruler, em);
        try (Writer out = Files.newBufferedWriter(file)) {
            FramePlan plan = planned.apply(pen);
            Painter painter = new Painter(Theme.of(dark));
            painter.pixels(plan, pixels);
            pixels.flush();
            painter.ink(plan, pen);
            drawing.writeTo(out, width, height, title, plan.summary());
        } finally {
            ruler.close();
        }
    }

    private static FramePlan plan(Source source, Look look, TextRuler ruler) {
        return source.look(
                still -> new FramePlanner(ruler).plan(still, new RunSummary(still.start()).update(still), look));
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
                    1,
                    false,
                    focused < 0 ? Surroundings.OF_PICTURE : Surroundings.ALL);
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
