package io.interleave.view.runs;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.view.timeline.StateColours;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;

/// A run as a picture so small that a list can show it: its units' states over its whole time and nothing else,
/// on no ground, so that it fits a light and a dark window. Waiting is half as high as work, as in the
/// timeline.
public final class Thumbnail {

    static final int WIDTH = 320;
    static final int HEIGHT = 160;

    private static final int MOST_ROWS = 20;
    private static final int TALLEST = 40;

    /// Of so many moments a column is the mixture.
    private static final int SAMPLES = 4;

    /// Sleeping and what is not known have the ground's colour in the timeline.
    private static final int FAINT = 0x50808890;

    private Thumbnail() {}

    /// Writes the picture whole or not at all. The timeline is kept still only for a lane at a time.
    static void write(Timeline timeline, Path file) throws IOException {
        var picture = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            if (!ImageIO.write(draw(timeline), "png", picture.toFile())) {
                throw new IOException("no writer for PNG pictures in this Java runtime");
            }
            Files.move(picture, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    static BufferedImage draw(Timeline timeline) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var lanes = timeline.lanes().stream().filter(Thumbnail::isOfUnit).toList();
        var shown = lanes.subList(0, Math.min(MOST_ROWS, lanes.size()));
        long start = timeline.start();
        long length = Math.max(1, timeline.now() - start);
        for (int row = 0; row < shown.size(); row++) {
            var spans = shown.get(row).spans();
            int top = top(row, shown);
            int height = Math.max(2, rowHeight(shown) * 3 / 4);
            timeline.look(_ -> {
                drawLane(image, spans, start, length, top, height);
                return spans.size();
            });
        }
        return image;
    }

    private static boolean isOfUnit(Lane lane) {
        return switch (lane.kind()) {
            case UNIT, CHILD -> lane.spans().size() > 0;
            case CORE, GROUP, CARRIER, LOCK, LEVEL, VARIABLE -> false;
        };
    }

    private static int rowHeight(List<Lane> lanes) {
        return Math.min(TALLEST, HEIGHT / lanes.size());
    }

    private static int top(int row, List<Lane> lanes) {
        int all = rowHeight(lanes) * lanes.size();
        return (HEIGHT - all) / 2 + row * rowHeight(lanes);
    }

    private static void drawLane(BufferedImage image, Spans spans, long start, long length, int top, int height) {
        int from = 0;
        for (int x = 0; x < WIDTH; x++) {
            var mixture = new Mixture();
            int waiting = 0;
            for (int sample = 0; sample < SAMPLES; sample++) {
                long time = start + (long) ((x + (sample + 0.5) / SAMPLES) * length / WIDTH);
                from = spans.firstEndingAfter(time, from);
                if (from < spans.size() && spans.start(from) <= time) {
                    mixture.add(colour(spans.state(from)));
                    waiting += isWaiting(spans.state(from)) ? 1 : 0;
                }
            }
            int argb = mixture.argb();
            int inset = waiting * 2 > SAMPLES ? height / 4 : 0;
            for (int y = top + inset; y < top + height - inset; y++) {
                image.setRGB(x, y, argb);
            }
        }
    }

    private static boolean isWaiting(State state) {
        return switch (state) {
            case LOCK_WAIT, WAIT, SUSPENDED, SLEEPING -> true;
            case RUNNING, READY, ACTIVE, IO, SERIALIZING, HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> false;
        };
    }

    private static int colour(State state) {
        return switch (state) {
            case SLEEPING, OFF, UNKNOWN -> FAINT;
            case RUNNING, READY, ACTIVE, LOCK_WAIT, WAIT, IO, SERIALIZING, SUSPENDED, HELD, SHARED, LEVEL, VALUE ->
                StateColours.argb(state, false);
        };
    }

    /// The mean of the colours of one column, in which a moment without any counts as transparent.
    private static final class Mixture {

        private int alpha;
        private int red;
        private int green;
        private int blue;

        void add(int argb) {
            int weight = argb >>> 24;
            alpha += weight;
            red += (argb >> 16 & 255) * weight;
            green += (argb >> 8 & 255) * weight;
            blue += (argb & 255) * weight;
        }

        int argb() {
            return alpha == 0 ? 0 : alpha / SAMPLES << 24 | red / alpha << 16 | green / alpha << 8 | blue / alpha;
        }
    }
}
