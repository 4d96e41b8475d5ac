package io.interleave.view.timeline;

import io.interleave.view.fx.Figures;

/// Paints what stands above a section, and of a folded one its sum.
record HeadingPainter(Theme theme, Metrics metrics) {

    void pixels(FramePlan plan, SpanPainter spans, Pixels pixels) {
        Area plot = plan.areas().plot();
        Area band = plan.scrolled();
        pixels.clip(0, band.y(), plan.look().width(), band.height());
        for (int separator : plan.layout().separators()) {
            pixels.fill(0, plan.top() + separator, plan.look().width(), 1, theme.chip());
        }
        for (FramePlan.HeadingPlan heading : plan.headings()) {
            pixels.clip(0, band.y(), plan.look().width(), band.height());
            if (heading.heading().more() == 0) {
                pixels.fill(0, heading.y(), plan.look().width(), 1, theme.chip());
            }
            if (heading.heading().bodyHeight() > 0) {
                pixels.clip(plot.x(), band.y(), plot.width(), band.height());
                spans.census(heading.strip(), heading.y() + 2, heading.heading().bodyHeight());
            }
        }
        pixels.unclip();
    }

    void ink(FramePlan plan, Pen pen) {
        Area band = plan.scrolled();
        int names = plan.areas().names().width();
        pen.clip(0, band.y(), plan.look().width(), band.height());
        for (FramePlan.HeadingPlan it : plan.headings()) {
            LaneLayout.Heading heading = it.heading();
            double middle = it.y() + heading.height() / 2.0 + metrics.em() * 0.31;
            double left = metrics.margin();
            if (heading.more() > 0) {
                String text = Words.text("section.more", Figures.count(heading.more()));
                pen.text(
                        pen.fitted(text, Face.SMALL, plan.look().width() - 2 * left),
                        left,
                        middle,
                        Face.SMALL,
                        theme.accent());
                continue;
            }
            chevron(pen, left - metrics.em() * 0.1, middle, heading.folded(), metrics, theme.dim());
            double at = left + metrics.em() * 0.9;
            double room =
                    heading.bodyHeight() > 0 ? names - at - 4 : plan.look().width() - at;
            pen.text(pen.fitted(heading.title(), Face.SMALL, room), at, middle, Face.SMALL, theme.dim());
        }
        pen.unclip();
    }

    /// A small arrow: down for what is unfolded, to the right for what is folded.
    static void chevron(Pen pen, double x, double baseline, boolean folded, Metrics metrics, int colour) {
        double em = metrics.em();
        double middle = baseline - em * 0.32;
        double thickness = Math.max(1, em * 0.11);
        if (folded) {
            pen.line(x + em * 0.15, middle - em * 0.26, x + em * 0.42, middle, thickness, colour, false);
            pen.line(x + em * 0.42, middle, x + em * 0.15, middle + em * 0.26, thickness, colour, false);
        } else {
            pen.line(x + em * 0.02, middle - em * 0.14, x + em * 0.28, middle + em * 0.14, thickness, colour, false);
            pen.line(x + em * 0.28, middle + em * 0.14, x + em * 0.54, middle - em * 0.14, thickness, colour, false);
        }
    }
}
