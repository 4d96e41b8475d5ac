package io.interleave.view.timeline;

import io.interleave.analysis.State;

/// Paints the whole run, all units stacked, with the window in it. States have textures in it, since they cannot have
/// heights of their own.
final class MinimapPainter {

    private static final State[] STATES = State.values();

    private MinimapPainter() {}

    static void paint(FramePlan plan, Theme theme, Pixels pixels) {
        Area area = plan.areas().minimap();
        if (area.height() == 0) {
            return;
        }
        pixels.fill(area.x(), area.y(), area.width(), area.height(), theme.pane());
        FramePlan.Minimap map = plan.minimap();
        RunSummary.Result summary = map.summary();
        double perPixel = (double) (map.end() - map.start()) / area.width();
        int room = area.height() - 4;
        double most = most(map, plan.inventory().units());
        for (int stretch = 0; stretch < RunSummary.STRETCHES; stretch++) {
            int left = (int) Math.round(stretch * summary.length() / perPixel);
            int right = (int) Math.min(area.width(), Math.round((stretch + 1) * summary.length() / perPixel));
            if (left >= area.width()) {
                break;
            }
            if (right <= left) {
                continue;
            }
            double whole = known(map, stretch) * most;
            double filled = 0;
            int drawn = 0;
            for (State state : STATES) {
                filled += summary.sum(stretch, state.ordinal()) / whole * room;
                int upTo = Math.min(room, (int) Math.round(filled));
                if (upTo > drawn) {
                    int y = area.bottom() - 1 - upTo;
                    Texture.of(state)
                            .fill(
                                    pixels,
                                    area.x() + left,
                                    y,
                                    right - left,
                                    upTo - drawn,
                                    theme.merged()[Ink.of(state)],
                                    theme.hatchBack(Ink.of(state)));
                    drawn = upTo;
                }
            }
            if (summary.conflicts()[stretch] > 0) {
                pixels.fill(area.x() + left, area.y(), Math.max(1, right - left), 3, theme.warning());
            }
        }
        pixels.frame(area.x(), area.y(), area.width(), area.height(), 1, theme.line());
        window(plan, area, theme, pixels);
    }

    /// How many units there were at once at the most: those that come one after the other need no room above each
    /// other.
    private static double most(FramePlan.Minimap map, int units) {
        double most = 1;
        for (int stretch = 0; stretch < RunSummary.STRETCHES; stretch++) {
            double sum = 0;
            for (State state : STATES) {
                sum += map.summary().sum(stretch, state.ordinal());
            }
            most = Math.max(most, sum / known(map, stretch));
        }
        return Math.min(most, Math.max(1, units));
    }

    /// The last stretch is only as long as the run has come.
    private static double known(FramePlan.Minimap map, int stretch) {
        long length = map.summary().length();
        return Math.max(1, Math.min(length, map.end() - map.start() - stretch * length));
    }

    /// Everything but the window is dimmed, and the window framed.
    private static void window(FramePlan plan, Area area, Theme theme, Pixels pixels) {
        int left = x(plan, plan.look().scale().timeAt(0));
        int right = Math.max(
                left + 3, x(plan, plan.look().scale().timeAt(plan.areas().plot().width())));
        right = Math.min(right, area.width());
        left = Math.min(left, right - 3);
        int veil = Colours.withAlpha(theme.back(), 0.55);
        pixels.fill(area.x(), area.y(), left, area.height(), veil);
        pixels.fill(area.x() + right, area.y(), area.width() - right, area.height(), veil);
        pixels.frame(area.x() + left, area.y(), right - left, area.height(), 2, theme.accent());
    }

    private static int x(FramePlan plan, long time) {
        FramePlan.Minimap map = plan.minimap();
        double share = (double) (time - map.start()) / Math.max(1, map.end() - map.start());
        return (int) Math.round(Math.clamp(share, 0, 1) * plan.areas().minimap().width());
    }
}
