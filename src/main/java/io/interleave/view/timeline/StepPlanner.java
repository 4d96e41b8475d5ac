package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.trace.Definition;
import io.interleave.view.timeline.FramePlan.LanePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds where in the picture units are at steps of some lines of the scenario.
final class StepPlanner {

    /// Of the spans that share a column so many are looked at.
    private static final int MOST = 256;

    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Source source;
    private final BitSet lines;

    /// By step, whether it is one of those lines.
    private byte[] known = new byte[64];

    StepPlanner(Source source, BitSet lines) {
        this.source = source;
        this.lines = lines;
    }

    /// A bar below each stretch of a lane.
    List<Area> plan(List<LanePlan> lanes, Area plot, int thickness) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Area> bars = new ArrayList<>();
        for (LanePlan lane : lanes) {
            if (lane.row().kind() == Lane.Kind.UNIT) {
                add(lane, plot, thickness, bars);
            }
        }
        return List.copyOf(bars);
    }

    private void add(LanePlan lane, Area plot, int thickness, List<Area> bars) {
        Strip strip = lane.strip();
        int y = lane.y() + lane.row().bodyHeight();
        int left = -1;
        int right = -1;
        for (int piece = 0; piece < strip.size(); piece++) {
            if (!isThere(lane.lane().spans(), strip.first(piece), strip.count(piece))) {
                continue;
            }
            if (strip.left(piece) != right && left >= 0) {
                bars.add(new Area(plot.x() + left, y, right - left, thickness));
                left = -1;
            }
            left = left < 0 ? strip.left(piece) : left;
            right = strip.right(piece);
        }
        if (left >= 0) {
            bars.add(new Area(plot.x() + left, y, right - left, thickness));
        }
    }

    private boolean isThere(Spans spans, int first, int count) {
        for (int span = first; span < first + Math.min(count, MOST); span++) {
            if (isOf(spans.step(span))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(int step) {
        if (step == Spans.NONE) {
            return false;
        }
        if (step >= known.length) {
            known = Arrays.copyOf(known, Math.max(step + 1, known.length * 2));
        }
        if (known[step] == UNKNOWN) {
            known[step] = source.step(step)
                            .map(Definition.Step::line)
                            .filter(lines::get)
                            .isPresent()
                    ? YES
                    : NO;
        }
        return known[step] == YES;
    }
}
