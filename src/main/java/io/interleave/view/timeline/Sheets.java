package io.interleave.view.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What lies over the picture's pixels. Words are laid into the pixels themselves, as long as nothing else lies below
/// them; all the rest is drawn on a sheet for each part of the picture. Over the lanes, which are most of it, there is
/// often little, and so they have many sheets.
final class Sheets implements Pen {

    /// How far beside a shape's sides its smoothed edge may lie.
    private static final double EDGE = 1;

    /// How far letters reach above their baseline and below it, in ems.
    static final double ASCENT = 1.05;

    static final double DESCENT = 0.4;

    /// The height of a sheet over lanes.
    private static final int BAND = 100;

    private final FontRuler ruler;
    private final double em;
    private final Typesetter typesetter;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Stroke.Words> words = new ArrayList<>();

    /// Of each of the words, null for none.
    private final List<@Nullable Area> clips = new ArrayList<>();

    /// Where they are in the window.
    private final Group group = new Group();

    private @Nullable Area clip;

    Sheets(double em) {
        this.em = em;
        ruler = new FontRuler(em);
        typesetter = new Typesetter(em);
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Node node() {
        return group;
    }

    /// Begins a picture.
    ///
    /// @param plot the part with the lanes; the others are above, below and left of it
    void begin(int width, int height, Area plot) {
        List<Area> areas = new ArrayList<>();
        areas.add(new Area(0, 0, plot.x(), plot.y()));
        areas.add(new Area(plot.x(), 0, width - plot.x(), plot.y()));
        areas.add(new Area(0, plot.y(), plot.x(), plot.height()));
        areas.add(new Area(0, plot.bottom(), width, height - plot.bottom()));
        for (int y = plot.y(); y < plot.bottom(); y += BAND) {
            areas.add(new Area(plot.x(), y, width - plot.x(), Math.min(BAND, plot.bottom() - y)));
        }
        while (sheets.size() < areas.size()) {
            Sheet sheet = new Sheet(ruler);
            sheets.add(sheet);
            group.getChildren().add(sheet.canvas());
        }
        Area nowhere = new Area(0, 0, 0, 0);
        for (int index = 0; index < sheets.size(); index++) {
            sheets.get(index).begin(index < areas.size() ? areas.get(index) : nowhere);
        }
        clip = null;
        words.clear();
        clips.clear();
    }

    /// The picture is complete.
    ///
    /// @param picture its pixels
    void end(Raster picture) {
        sheets.forEach(Sheet::end);
        typesetter.prepare(words, picture.zoom());
        for (int index = 0; index < words.size(); index++) {
            var within = clips.get(index);
            if (within == null) {
                picture.unclip();
            } else {
                picture.clip(within.x(), within.y(), within.width(), within.height());
            }
            Stroke.Words one = words.get(index);
            int x = (int) Math.round(one.x());
            int baseline = (int) Math.round(one.baseline());
            picture.print(typesetter.letters(one), x, baseline, one.argb());
        }
        picture.unclip();
    }

    private Sheet.Bounds bounds(double left, double top, double right, double bottom) {
        var within = clip;
        double x0 = within == null ? left - EDGE : Math.max(left - EDGE, within.x());
        double y0 = within == null ? top - EDGE : Math.max(top - EDGE, within.y());
        double x1 = within == null ? right + EDGE : Math.min(right + EDGE, within.right());
        double y1 = within == null ? bottom + EDGE : Math.min(bottom + EDGE, within.bottom());
        return new Sheet.Bounds(x0, y0, x1, y1);
    }

    private void draw(Sheet.Bounds bounds, Stroke stroke) {
        for (Sheet sheet : sheets) {
            if (!bounds.isEmpty() && sheet.touches(bounds)) {
                sheet.draw(stroke, bounds, clip);
            }
        }
    }

    private boolean isMarked(Sheet.Bounds bounds) {
        for (Sheet sheet : sheets) {
            if (sheet.touches(bounds) && sheet.isMarked(bounds)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double width(String text, Face face) {
        return ruler.width(text, face);
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        Sheet.Bounds bounds = bounds(x, baseline - ASCENT * em, x + width(text, face), baseline + DESCENT * em);
        if (bounds.isEmpty()) {
            return;
        }
        Stroke.Words stroke = new Stroke.Words(text, x, baseline, face, argb);
        if (isMarked(bounds)) {
            draw(bounds, stroke);
        } else {
            words.add(stroke);
            clips.add(clip);
        }
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed) {
        Sheet.Bounds bounds = bounds(
                Math.min(x0, x1) - thickness,
                Math.min(y0, y1) - thickness,
                Math.max(x0, x1) + thickness,
                Math.max(y0, y1) + thickness);
        draw(bounds, new Stroke.Line(x0, y0, x1, y1, thickness, argb, dashed));
    }

    @Override
    public void circle(double x, double y, double radius, double thickness, int fill, int border) {
        double reach = radius + thickness;
        draw(
                bounds(x - reach, y - reach, x + reach, y + reach),
                new Stroke.Circle(x, y, radius, thickness, fill, border));
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int fill, int border) {
        draw(bounds(x, y, x + width, y + height), new Stroke.Box(x, y, width, height, radius, fill, border));
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        clip = new Area(x, y, width, height);
    }

    @Override
    public void unclip() {
        clip = null;
    }
}
