package io.interleave.view.timeline;

import java.util.ArrayList;
import java.util.List;

/// Paints what lies over the picture: the chosen range, the explanation of a lost update, the card at the pointer.
record OverlayPainter(Theme theme) {

    void paint(FramePlan plan, Overlay overlay, Pen pen) {
        Metrics metrics = plan.look().metrics();
        Area plot = plan.areas().plot();
        if (overlay.hasSelection()) {
            selection(plan, overlay, pen, metrics);
        }
        if (!overlay.card().title().isEmpty()) {
            Card card = Card.of(
                    overlay.card(),
                    Words.text("conflict.keys"),
                    metrics,
                    pen,
                    Math.min(plot.width() - 8, metrics.px(34)));
            card.paint(plot.right() - card.width() - metrics.px(0.5), free(plan, card), theme, pen, theme.warning());
        }
        boolean same = overlay.hover().conflict() >= 0
                && overlay.hover().title().equals(overlay.card().title());
        if (overlay.pointerX() >= 0 && !overlay.hover().title().isEmpty() && !same) {
            Card card = Card.of(
                    overlay.hover(), "", metrics, pen, Math.min(plan.look().width() - 8, metrics.px(30)));
            double x = overlay.pointerX() + metrics.px(1);
            if (x + card.width() > plan.look().width() - 4) {
                x = overlay.pointerX() - metrics.px(1) - card.width();
            }
            double y = overlay.pointerY() + metrics.px(1.2);
            if (y + card.height() > plan.look().height() - 4) {
                y = overlay.pointerY() - metrics.px(0.8) - card.height();
            }
            int border = overlay.hover().conflict() >= 0 ? theme.warning() : theme.line();
            card.paint(Math.max(4, x), Math.max(4, y), theme, pen, border);
        }
    }

    /// The lowest place at the right where the card hides no mark of the lost update.
    private static double free(FramePlan plan, Card card) {
        Area plot = plan.areas().plot();
        double bottom = plot.bottom() - card.height() - 8;
        double lowest = plan.marks().stream()
                .filter(mark -> mark instanceof Marks.Dot)
                .mapToDouble(mark -> ((Marks.Dot) mark).y())
                .max()
                .orElse(plot.y());
        double highest = plan.marks().stream()
                .filter(mark -> mark instanceof Marks.Dot)
                .mapToDouble(mark -> ((Marks.Dot) mark).y())
                .min()
                .orElse(plot.y());
        if (lowest + 24 <= bottom) {
            return bottom;
        }
        double above = highest - 24 - card.height();
        return above >= plot.y() ? above : bottom;
    }

    private void selection(FramePlan plan, Overlay overlay, Pen pen, Metrics metrics) {
        Area plot = plan.areas().plot();
        double left = Math.clamp(overlay.selectionFrom(), plot.x(), plot.right());
        double right = Math.clamp(overlay.selectionTo(), plot.x(), plot.right());
        int veil = Colours.withAlpha(theme.accent(), 0.16);
        pen.box(left, plot.y(), Math.max(1, right - left), plot.height(), 0, veil, veil);
        pen.line(left + 0.5, plot.y(), left + 0.5, plot.bottom(), 1, theme.accent(), false);
        pen.line(right + 0.5, plot.y(), right + 0.5, plot.bottom(), 1, theme.accent(), false);
        double width = pen.width(overlay.selection(), Face.SMALL_BOLD) + metrics.px(1);
        double x = Math.clamp((left + right - width) / 2, plot.x(), Math.max(plot.x(), plot.right() - width));
        double height = metrics.px(1.5);
        pen.box(x, plot.y() + 4, width, height, 4, theme.back(), theme.accent());
        pen.text(
                overlay.selection(),
                x + metrics.px(0.5),
                plot.y() + 4 + height / 2 + metrics.em() * 0.31,
                Face.SMALL_BOLD,
                theme.text());
    }

    /// Words in a box, wrapped.
    private record Card(String title, List<String> lines, String foot, double width, double height, Metrics metrics) {

        static Card of(Hover hover, String foot, Metrics metrics, TextRuler ruler, double room) {
            double pad = metrics.px(0.7);
            List<String> lines = new ArrayList<>();
            for (String line : hover.lines()) {
                lines.addAll(wrapped(line, ruler, room - 2 * pad));
            }
            String title = ruler.fitted(hover.title(), Face.BOLD, room - 2 * pad);
            double width = Math.max(ruler.width(title, Face.BOLD), ruler.width(foot, Face.SMALL));
            for (String line : lines) {
                width = Math.max(width, ruler.width(line, Face.NORMAL));
            }
            int rows = lines.size() + (foot.isEmpty() ? 0 : 1);
            double height = metrics.px(1.9) + rows * metrics.px(1.4) + metrics.px(0.25);
            return new Card(title, lines, foot, width + 2 * pad, height, metrics);
        }

        void paint(double left, double top, Theme theme, Pen pen, int border) {
            double x = Math.rint(left);
            double y = Math.rint(top);
            pen.box(x, y, Math.rint(width), Math.rint(height), 5, theme.pane(), border);
            double baseline = y + metrics.px(1.4);
            double inside = x + metrics.px(0.7);
            pen.text(title, inside, baseline, Face.BOLD, border == theme.warning() ? theme.warning() : theme.text());
            for (String line : lines) {
                baseline += metrics.px(1.4);
                pen.text(line, inside, baseline, Face.NORMAL, theme.text());
            }
            if (!foot.isEmpty()) {
                pen.text(foot, inside, baseline + metrics.px(1.4), Face.SMALL, theme.dim());
            }
        }

        private static List<String> wrapped(String text, TextRuler ruler, double room) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                if (!line.isEmpty() && ruler.width(line + " " + word, Face.NORMAL) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }
    }
}
