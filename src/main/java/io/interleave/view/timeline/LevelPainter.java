package io.interleave.view.timeline;

import io.interleave.analysis.State;
import io.interleave.view.timeline.FramePlan.LanePlan;

/// Writes the figures into a lane of what is counted.
record LevelPainter(Theme theme, Metrics metrics) {

    void ink(LanePlan lane, Area plot, Pen pen) {
        Levels levels = Levels.of(lane);
        int height = lane.row().bodyHeight();
        int foot = lane.y() + height - 1;
        if (levels.amountRoom() >= metrics.px(0.9)) {
            for (StepLine.Step step : lane.line().steps()) {
                double top = foot - step.level() * levels.amountRoom();
                boolean inside = foot - top >= metrics.px(1.1);
                double baseline = inside ? top + metrics.em() * 1.05 : top - metrics.em() * 0.25;
                // What hangs from the top may reach down to here.
                if (baseline - metrics.em() * 0.8 >= lane.y() + (levels.hanging() ? levels.othersRoom() : 0)) {
                    text(step, baseline, theme.text(), plot, pen);
                }
            }
        }
        if (levels.othersRoom() >= metrics.px(0.9)) {
            int back = theme.inks()[Ink.of(levels.ofWorkers() ? State.RUNNING : State.WAIT)];
            for (StepLine.Step step : lane.others().steps()) {
                double tall = step.level() * levels.othersRoom();
                if (tall >= metrics.px(0.95)) {
                    double middle = levels.hanging() ? lane.y() + tall / 2 : foot - tall / 2;
                    text(step, middle + metrics.em() * 0.31, Colours.readableOn(back), plot, pen);
                }
            }
        }
    }

    private static void text(StepLine.Step step, double baseline, int colour, Area plot, Pen pen) {
        double middle = plot.x() + step.middle();
        pen.text(step.text(), middle - pen.width(step.text(), Face.SMALL) / 2, baseline, Face.SMALL, colour);
    }
}
