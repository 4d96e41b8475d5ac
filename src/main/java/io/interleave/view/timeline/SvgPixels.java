package io.interleave.view.timeline;

import java.util.LinkedHashMap;
import java.util.Map;

/// Writes what lies on whole pixels as paths: one for each colour, of all rectangles that can be painted
/// together because none of them lies over another.
final class SvgPixels implements Pixels {

    private final SvgDrawing drawing;

    /// What is not written yet, by what `fill` has to say.
    private final Map<String, Path> paths = new LinkedHashMap<>();

    /// What encloses it all.
    private int left;
    private int top;
    private int right;
    private int bottom;

    private int clipLeft = Integer.MIN_VALUE / 2;
    private int clipTop = Integer.MIN_VALUE / 2;
    private int clipRight = Integer.MAX_VALUE / 2;
    private int clipBottom = Integer.MAX_VALUE / 2;

    SvgPixels(SvgDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public void fill(int x, int y, int width, int height, int argb) {
        rectangle(x, y, width, height, SvgDrawing.paint("fill", argb));
    }

    @Override
    public void hatch(int x, int y, int width, int height, int argb, int back) {
        rectangle(x, y, width, height, stripes(argb, back));
    }

    private String stripes(int argb, int back) {
        return "fill=\"%s\"".formatted(drawing.stripes(argb, back));
    }

    private void rectangle(int x, int y, int width, int height, String fill) {
        int x0 = Math.max(x, clipLeft);
        int y0 = Math.max(y, clipTop);
        int x1 = Math.min(x + width, clipRight);
        int y1 = Math.min(y + height, clipBottom);
        if (x0 < x1 && y0 < y1) {
            reach(x0, y0, x1, y1);
            add(x0, y0, x1, y1, fill);
        }
    }

    /// Makes what is not written yet reach over this area, and writes it first if something of it may lie under
    /// it.
    private void reach(int x0, int y0, int x1, int y1) {
        boolean apart = paths.isEmpty() || x0 >= right || x1 <= left || y0 >= bottom || y1 <= top;
        if (!apart) {
            flush();
        }
        boolean first = paths.isEmpty();
        left = first ? x0 : Math.min(left, x0);
        top = first ? y0 : Math.min(top, y0);
        right = first ? x1 : Math.max(right, x1);
        bottom = first ? y1 : Math.max(bottom, y1);
    }

    private void add(int x0, int y0, int x1, int y1, String fill) {
        paths.computeIfAbsent(fill, _ -> new Path()).rectangle(x0, y0, x1, y1);
    }

    /// Rectangles one after the other, each told from where the one before begins: mostly that is near.
    private static final class Path {
        private final StringBuilder data = new StringBuilder();
        private int x;
        private int y;

        void rectangle(int x0, int y0, int x1, int y1) {
            data.append('m').append(x0 - x).append(y0 < y ? "" : " ").append(y0 - y);
            data.append('h').append(x1 - x0).append('v').append(y1 - y0);
            data.append('h').append(x0 - x1).append('z');
            x = x0;
            y = y0;
        }
    }

    /// Slices that neighbouring columns share become one rectangle. None lies over another, so that they are
    /// painted together.
    @Override
    public void stacks(int x, int bottom, Stacks stacks) {
        int highest = 0;
        for (int column = 0; column < stacks.columns(); column++) {
            int end = stacks.first(column + 1);
            highest = end == stacks.first(column) ? highest : Math.max(highest, stacks.top(end - 1));
        }
        int x1 = x + stacks.width();
        if (highest == 0 || x >= clipRight || x1 <= clipLeft || bottom <= clipTop || bottom - highest >= clipBottom) {
            return;
        }
        reach(x, bottom - highest, x1, bottom);
        var open = new LinkedHashMap<Slice, Integer>();
        for (int column = 0; column < stacks.columns(); column++) {
            var now = new LinkedHashMap<Slice, Integer>();
            int drawn = 0;
            for (int slice = stacks.first(column); slice < stacks.first(column + 1); slice++) {
                var key = new Slice(drawn, stacks.top(slice), stacks.argb(slice), stacks.back(slice));
                var since = open.remove(key);
                now.put(key, since == null ? stacks.left(column) : since);
                drawn = stacks.top(slice);
            }
            int end = stacks.left(column);
            open.forEach((slice, since) -> slice(slice, x + since, x + end, bottom));
            open = now;
        }
        open.forEach((slice, since) -> slice(slice, x + since, x1, bottom));
    }

    private record Slice(int from, int to, int argb, int back) {}

    private void slice(Slice slice, int from, int to, int foot) {
        int x0 = Math.max(from, clipLeft);
        int x1 = Math.min(to, clipRight);
        int y0 = Math.max(foot - slice.to(), clipTop);
        int y1 = Math.min(foot - slice.from(), clipBottom);
        if (x0 < x1 && y0 < y1) {
            add(
                    x0,
                    y0,
                    x1,
                    y1,
                    slice.argb() == slice.back()
                            ? SvgDrawing.paint("fill", slice.argb())
                            : stripes(slice.argb(), slice.back()));
        }
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        clipLeft = x;
        clipTop = y;
        clipRight = x + width;
        clipBottom = y + height;
    }

    @Override
    public void unclip() {
        clip(Integer.MIN_VALUE / 2, Integer.MIN_VALUE / 2, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /// Writes what is left.
    void flush() {
        paths.forEach((fill, path) ->
                drawing.add("<path %s shape-rendering=\"crispEdges\" d=\"%s\"/>".formatted(fill, path.data)));
        paths.clear();
    }
}
