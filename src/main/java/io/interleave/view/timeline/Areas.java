package io.interleave.view.timeline;

/// How the picture is divided: badges on top, then the axis, names and lanes side by side, the legend, the minimap.
record Areas(Area badge, Area axis, Area names, Area plot, Area legend, Area minimap) {

    static Areas of(int width, int height, Metrics metrics, int legendRows, boolean minimap) {
        int margin = metrics.margin();
        int left = names(width, metrics);
        int plotWidth = plotWidth(width, metrics);
        int mapHeight = minimap ? metrics.minimap() : 0;
        int map = height - (minimap ? mapHeight + metrics.px(0.6) : metrics.px(0.3));
        int legendHeight = metrics.px(1.6) * legendRows + metrics.px(0.6);
        int legend = map - legendHeight;
        int axis = metrics.badge();
        int top = axis + metrics.axis();
        int lanes = Math.max(metrics.px(2), legend - top);
        return new Areas(
                new Area(0, 0, width, metrics.badge()),
                new Area(left, axis, plotWidth, metrics.axis()),
                new Area(0, top, left, lanes),
                new Area(left, top, plotWidth, lanes),
                new Area(margin, legend, Math.max(1, width - 2 * margin), legendHeight),
                new Area(left, map, plotWidth, mapHeight));
    }

    static int names(int width, Metrics metrics) {
        return Math.min(metrics.names(), width / 3);
    }

    static int plotWidth(int width, Metrics metrics) {
        return Math.max(16, width - names(width, metrics) - metrics.margin());
    }
}
