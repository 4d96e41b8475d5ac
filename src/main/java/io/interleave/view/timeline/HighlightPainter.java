package io.interleave.view.timeline;

/// Paints what lies over the lanes: the critical path, arrows, what is selected, notes.
record HighlightPainter(Theme theme, Metrics metrics) {

    void pixels(FramePlan plan, Pixels pixels) {
        Area plot = plan.areas().plot();
        pixels.clip(plot.x(), plot.y(), plot.width(), plot.height());
        for (Area step : plan.steps()) {
            pixels.fill(step.x(), step.y(), step.width(), step.height(), theme.accent());
        }
        for (Area step : plan.route().steps()) {
            pixels.fill(step.x(), step.y(), step.width(), step.height(), theme.route());
        }
        for (Area bar : plan.route().bars()) {
            pixels.fill(bar.x(), bar.y() - 1, bar.width(), bar.height() + 2, theme.back());
            pixels.fill(bar.x(), bar.y(), bar.width(), bar.height(), theme.route());
        }
        for (FramePlan.NotePlan note : plan.notes()) {
            pixels.fill(plot.x() + note.x(), plot.y(), 1, plot.height(), theme.accent());
        }
        pixels.unclip();
        selected(plan, pixels);
    }

    private void selected(FramePlan plan, Pixels pixels) {
        LaneKey key = plan.look().highlights().selection().lane();
        FramePlan.LanePlan lane = key == null ? null : plan.lane(key);
        if (lane == null) {
            return;
        }
        Area band = plan.band(lane.row());
        Area plot = plan.areas().plot();
        pixels.clip(0, band.y(), plan.look().width(), band.height());
        int top = lane.y() + lane.row().y() - lane.row().body();
        pixels.fill(0, top, Math.max(2, metrics.px(0.22)), lane.row().height(), theme.accent());
        if (plan.selected().isPresent()) {
            Area box = plan.selected().get();
            pixels.clip(plot.x() - 3, band.y(), plot.width() + 6, band.height());
            pixels.frame(box.x() - 3, box.y() - 3, box.width() + 6, box.height() + 6, 1, theme.back());
            pixels.frame(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4, 2, theme.text());
        }
        pixels.unclip();
    }

    void ink(FramePlan plan, Pen pen) {
        Area plot = plan.areas().plot();
        pen.clip(plot.x(), plot.y(), plot.width(), plot.height());
        for (Arrow arrow : plan.arrows()) {
            if (!arrow.near()) {
                arrow(arrow, pen, 1.2, Colours.withAlpha(theme.text(), 0.55));
            }
        }
        for (Arrow arrow : plan.arrows()) {
            if (arrow.near()) {
                arrow(arrow, pen, 4, theme.back());
                arrow(arrow, pen, 2, theme.text());
            }
        }
        pen.unclip();
        for (FramePlan.NotePlan note : plan.notes()) {
            note(note, plot, pen);
        }
    }

    private void arrow(Arrow arrow, Pen pen, double thickness, int colour) {
        double length = Math.hypot(arrow.toX() - arrow.fromX(), arrow.toY() - arrow.fromY());
        if (length < 1) {
            return;
        }
        pen.line(arrow.fromX(), arrow.fromY(), arrow.toX(), arrow.toY(), thickness, colour, false);
        double head = Math.min(metrics.em() * 0.6, length / 2);
        double dx = (arrow.toX() - arrow.fromX()) / length * head;
        double dy = (arrow.toY() - arrow.fromY()) / length * head;
        for (int side = -1; side <= 1; side += 2) {
            double x = arrow.toX() - dx + side * dy * 0.5;
            double y = arrow.toY() - dy - side * dx * 0.5;
            pen.line(arrow.toX(), arrow.toY(), x, y, thickness, colour, false);
        }
        pen.circle(arrow.fromX(), arrow.fromY(), thickness, 0, colour, colour);
    }

    private void note(FramePlan.NotePlan note, Area plot, Pen pen) {
        double height = metrics.px(1.3);
        String text = pen.fitted(note.text(), Face.SMALL_BOLD, metrics.px(14));
        double width = text.isEmpty() ? height * 0.7 : pen.width(text, Face.SMALL_BOLD) + metrics.px(0.7);
        double x = plot.x() + note.x();
        double left = Math.min(x, plot.right() - width);
        pen.box(left, plot.y() - height, width, height, 3, theme.accent(), theme.accent());
        pen.text(
                text,
                left + metrics.em() * 0.35,
                plot.y() - height / 2 + metrics.em() * 0.31,
                Face.SMALL_BOLD,
                Colours.readableOn(theme.accent()));
    }
}
