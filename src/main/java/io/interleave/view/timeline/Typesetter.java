package io.interleave.view.timeline;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;

/// Has words drawn by JavaFX once, and keeps what they look like: to lay out and draw the same few hundred words for
/// every frame takes longer than all the rest of it.
final class Typesetter {

    /// More than there are in a picture.
    private static final int KEPT = 4096;

    /// How many are drawn at once: a canvas may not be higher than a graphics card's texture.
    private static final int AT_ONCE = 64;

    private final double em;
    private final Map<Key, Letters> known = new LinkedHashMap<>(16, 0.75f, true);
    private double zoom;
    private FontRuler fonts;

    private record Key(String text, Face face) {
        static Key of(Stroke.Words words) {
            return new Key(words.text(), words.face());
        }
    }

    Typesetter(double em) {
        this.em = em;
        zoom = 1;
        fonts = new FontRuler(em);
    }

    /// Sees to it that these can be laid into a picture.
    ///
    /// @param zoom device pixels for one pixel of the picture's geometry
    void prepare(List<Stroke.Words> wanted, double zoom) {
        if (zoom != this.zoom) {
            this.zoom = zoom;
            fonts = new FontRuler(em * zoom);
            known.clear();
        }
        Set<Key> missing = new LinkedHashSet<>();
        for (Stroke.Words words : wanted) {
            Key key = Key.of(words);
            if (known.get(key) == null) {
                missing.add(key);
            }
        }
        List<Key> keys = List.copyOf(missing);
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            draw(keys.subList(from, Math.min(from + AT_ONCE, keys.size())));
        }
        var longestUnused = known.keySet().iterator();
        for (int over = known.size() - Math.max(KEPT, wanted.size()); over > 0; over--) {
            longestUnused.next();
            longestUnused.remove();
        }
    }

    /// What words look like that are prepared.
    Letters letters(Stroke.Words words) {
        return requireNonNull(known.get(Key.of(words)));
    }

    /// Each on a row of its own.
    private void draw(List<Key> keys) {
        int side = (int) Math.ceil(em * zoom / 2);
        int baseline = (int) Math.ceil(em * zoom * Sheets.ASCENT) + 1;
        int row = baseline + (int) Math.ceil(em * zoom * Sheets.DESCENT) + 1;
        double widest = 0;
        for (Key key : keys) {
            widest = Math.max(widest, fonts.width(key.text(), key.face()));
        }
        int width = (int) Math.ceil(widest) + 2 * side;
        Canvas canvas = new Canvas(width, keys.size() * row);
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.WHITE);
        graphics.setTextBaseline(VPos.BASELINE);
        for (int index = 0; index < keys.size(); index++) {
            Key key = keys.get(index);
            graphics.setFont(fonts.font(key.face()));
            graphics.fillText(key.text(), side, index * row + baseline);
        }
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        int[] argb = new int[width * keys.size() * row];
        canvas.snapshot(clear, null)
                .getPixelReader()
                .getPixels(0, 0, width, keys.size() * row, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        for (int index = 0; index < keys.size(); index++) {
            known.put(keys.get(index), Letters.cut(argb, width, index * row, row, side, baseline));
        }
    }
}
