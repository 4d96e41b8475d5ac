package io.interleave.view.timeline;

import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;

/// Shows a plan: its pixels and text as one image, its marks on sheets above it. There are two images in turn, since
/// the one painted last may still be on its way to the screen.
final class Screen {

    private final double em = Font.getDefault().getSize();
    private final ImageView picture = new ImageView();
    private final Sheets sheets = new Sheets(em);
    private final Frame[] frames = new Frame[2];
    private Painter painter = new Painter(Theme.LIGHT);
    private int turn;

    private record Frame(Raster raster, PixelBuffer<IntBuffer> buffer, WritableImage image) {

        static Frame of(int width, int height, double zoom) {
            int w = Raster.device(width, zoom);
            int h = Raster.device(height, zoom);
            IntBuffer pixels = IntBuffer.allocate(w * h);
            PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(w, h, pixels, PixelFormat.getIntArgbPreInstance());
            return new Frame(new Raster(width, height, zoom, pixels.array()), buffer, new WritableImage(buffer));
        }

        boolean fits(int width, int height, double zoom) {
            return raster.width() == Raster.device(width, zoom) && raster.height() == Raster.device(height, zoom);
        }
    }

    Screen() {
        picture.setManaged(false);
        picture.setMouseTransparent(true);
        picture.setSmooth(false);
    }

    /// What is to be shown, from the bottom up.
    List<Node> nodes() {
        return List.of(picture, sheets.node());
    }

    TextRuler ruler() {
        return sheets;
    }

    Metrics metrics() {
        return new Metrics(em);
    }

    void paint(FramePlan plan, Overlay overlay, Theme theme, boolean focused) {
        int width = plan.look().width();
        int height = plan.look().height();
        if (painter.theme() != theme) {
            painter = new Painter(theme);
        }
        Frame frame = next(width, height);
        painter.pixels(plan, frame.raster());
        if (focused) {
            frame.raster().frame(0, 0, width, height, 1, theme.accent());
        }
        sheets.begin(width, height, plan.areas().plot());
        painter.ink(plan, sheets);
        new OverlayPainter(theme).paint(plan, overlay, sheets);
        sheets.end(frame.raster());
        show(frame, width, height);
    }

    /// A picture without a run: what to do to get one.
    void paintEmpty(int width, int height, String title, String text, Theme theme) {
        Frame frame = next(width, height);
        frame.raster().fill(0, 0, width, height, theme.back());
        sheets.begin(width, height, new Area(0, 0, width, height));
        double middle = Math.rint(height / 2.0);
        String fittedTitle = sheets.fitted(title, Face.BOLD, width - 2 * em);
        String fitted = sheets.fitted(text, Face.NORMAL, width - 2 * em);
        sheets.text(
                fittedTitle,
                (width - sheets.width(fittedTitle, Face.BOLD)) / 2,
                middle - em * 0.6,
                Face.BOLD,
                theme.text());
        sheets.text(
                fitted, (width - sheets.width(fitted, Face.NORMAL)) / 2, middle + em * 1.1, Face.NORMAL, theme.dim());
        sheets.end(frame.raster());
        show(frame, width, height);
    }

    private Frame next(int width, int height) {
        var scene = picture.getScene();
        double zoom =
                scene != null && scene.getWindow() != null ? scene.getWindow().getOutputScaleX() : 1;
        turn = 1 - turn;
        if (frames[turn] == null || !frames[turn].fits(width, height, zoom)) {
            frames[turn] = Frame.of(width, height, zoom);
        }
        return frames[turn];
    }

    private void show(Frame frame, int width, int height) {
        frame.buffer().updateBuffer(_ -> null);
        picture.setImage(frame.image());
        picture.setFitWidth(width);
        picture.setFitHeight(height);
    }
}
