package io.interleave.view.timeline;

import java.util.ArrayList;
import java.util.List;

/// The ticks of the time axis, at round times from the beginning of the run.
final class TimeAxis {

    /// @param x the pixel column
    record Tick(int x, String label) {}

    private TimeAxis() {}

    /// The densest ticks at 1, 2 or 5 times a power of ten whose labels keep `gap` pixels between them.
    static List<Tick> ticks(TimeScale scale, int width, long runStart, int gap, TextRuler ruler) {
        long from = Math.max(0, scale.timeAt(0) - runStart);
        long to = Math.max(from, scale.timeAt(width) - runStart);
        long step = 1;
        for (int round = 0; step <= Long.MAX_VALUE / 10; round++) {
            double room = step / scale.nanosPerPixel() - gap;
            if (room > 0 && room >= ruler.width(TimeText.moment(to / step * step + step, step, to), Face.SMALL)) {
                break;
            }
            step = step
                    / (round % 3 == 0 ? 1 : round % 3 == 1 ? 2 : 5)
                    * (round % 3 == 0 ? 2 : round % 3 == 1 ? 5 : 10);
        }
        List<Tick> ticks = new ArrayList<>();
        for (long time = (from + step - 1) / step * step; time <= to; time += step) {
            int x = (int) Math.round(scale.x(runStart + time));
            if (x >= 0 && x <= width) {
                ticks.add(new Tick(x, TimeText.moment(time, step, to)));
            }
        }
        return List.copyOf(ticks);
    }
}
