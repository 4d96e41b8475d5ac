package io.interleave.view.timeline;

/// How the picture is divided: badges on top, then the axis, names and lanes side by side, the legend, the
/// minimap. Where that leaves too little to the lanes there is no minimap, and where that is not enough no legend.
record Areas(Area badge, Area axis, Area names, Area plot, Area legend, Area minimap) {

    /// In ems; about four lanes.
    private static final double LEAST_LANES = 6;

    /// @param badges whether they need a row of their own; else there is one, beside the axis
    static Areas of(int width, int height, Metrics metrics, int legendRows, Surroundings surroundings, boolean badges) {
        int margin = metrics.margin();
        int left = names(width, metrics);
        int plotWidth = plotWidth(width, metrics);
        int axis = badges ? metrics.badge() : 0;
        int top = axis + metrics.axis();
        int legendRoom = surroundings == Surroundings.NONE ? 0 : metrics.px(1.6) * legendRows + metrics.px(0.6);
        int room = height - top - metrics.px(0.3) - metrics.px(LEAST_LANES);
        int legendHeight = legendRoom <= room ? legendRoom : 0;
        boolean minimap =
                surroundings == Surroundings.ALL && legendHeight + metrics.minimap() + metrics.px(0.3) <= room;
        int mapHeight = minimap ? metrics.minimap() : 0;
        int map = height - (minimap ? mapHeight + metrics.px(0.6) : metrics.px(0.3));
        int legend = map - legendHeight;
        int lanes = Math.max(metrics.px(2), legend - top);
        return new Areas(
                badges ? new Area(0, 0, width, metrics.badge()) : new Area(0, 0, left, metrics.axis()),
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
