package io.interleave.view.timeline;

import java.util.ArrayList;
import java.util.List;

/// Notes what is drawn. Its letters are all of the same width.
final class RecordingSurface implements Pixels, Pen {

    record Fill(Area area, int argb) {}

    record Hatch(Area area, int argb) {}

    record Text(String text, double x, double baseline, int argb) {}

    record Circle(double x, double y, int fill, int border) {}

    record Line(double x0, double y0, double x1, double y1, boolean dashed) {}

    final List<Fill> fills = new ArrayList<>();
    final List<Hatch> hatches = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Circle> circles = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Area> boxes = new ArrayList<>();

    @Override
    public double width(String text, Face face) {
        return text.length() * 7.0 * face.ems();
    }

    @Override
    public void fill(int x, int y, int width, int height, int argb) {
        fills.add(new Fill(new Area(x, y, width, height), argb));
    }

    @Override
    public void hatch(int x, int y, int width, int height, int argb, int back) {
        hatches.add(new Hatch(new Area(x, y, width, height), argb));
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        texts.add(new Text(text, x, baseline, argb));
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed) {
        lines.add(new Line(x0, y0, x1, y1, dashed));
    }

    @Override
    public void circle(double x, double y, double radius, double thickness, int fill, int border) {
        circles.add(new Circle(x, y, fill, border));
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int fill, int border) {
        boxes.add(new Area((int) x, (int) y, (int) width, (int) height));
    }

    @Override
    public void clip(int x, int y, int width, int height) {}

    @Override
    public void unclip() {}

    List<String> words() {
        return texts.stream().map(Text::text).toList();
    }
}
