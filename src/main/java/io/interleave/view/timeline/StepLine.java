package io.interleave.view.timeline;

import io.interleave.analysis.Spans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The values of a variable, or of what is counted, over the pixel columns of a window: in each column
/// everything between the lowest and the highest.
///
/// @param from the first column of each stretch of equal columns
/// @param to exclusive
/// @param low 0 (the window's lowest value) to 1 (its highest)
/// @param steps values with room enough to be written where they hold
/// @param last the value at the right end in words; empty if there is none yet, or it is among the steps
/// @param highest the value that 1 stands for
record StepLine(int[] from, int[] to, float[] low, float[] high, List<Step> steps, String last, double highest) {

    record Step(int left, int right, float level, String text) {
        double middle() {
            return (left + right) / 2.0;
        }
    }

    /// What the box around the last value takes beside its text, in pixels.
    private static final int BOX = 12;

    static final StepLine EMPTY = new StepLine(new int[0], new int[0], new float[0], new float[0], List.of(), "", 0);

    int size() {
        return from.length;
    }

    /// What the spans of a lane say.
    interface Reading {
        double number(int span);

        String text(int span);

        /// The value that the lane's foot stands for, if there is nothing lower; not a number for the lowest
        /// that there is.
        default double foot() {
            return Double.NaN;
        }
    }

    static StepLine plan(Reading reading, Spans spans, TimeScale scale, int width, long until, TextRuler ruler) {
        double[] low = new double[width];
        double[] high = new double[width];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        long end = Math.min(until, scale.timeAt(width));
        int first = spans.firstEndingAfter(scale.timeAt(0));
        int index = first;
        double before = Double.NaN;
        for (; index < spans.size() && spans.start(index) < end; index++) {
            double value = reading.number(index);
            int left = Math.clamp(Math.round(scale.x(spans.start(index))), 0, width - 1);
            int right = Math.clamp(Math.round(scale.x(Math.min(spans.end(index), until))) - 1, left, width - 1);
            if (before < low[left]) {
                low[left] = before;
            }
            if (before > high[left]) {
                high[left] = before;
            }
            for (int column = left; column <= right; column++) {
                low[column] = Math.min(low[column], value);
                high[column] = Math.max(high[column], value);
            }
            before = value;
        }
        if (index == first) {
            return EMPTY;
        }
        double lowest = Arrays.stream(low).min().orElse(0);
        lowest = reading.foot() < lowest ? reading.foot() : lowest;
        double highest = Arrays.stream(high).max().orElse(0);
        Levels levels = new Levels(lowest, highest, Double.isNaN(reading.foot()) ? 0.5f : 0);
        List<Step> steps = index - first > width / 16
                ? List.of()
                : steps(reading, spans, first, index, scale, width, until, ruler, levels);
        String last = reading.text(index - 1);
        int lastLeft = (int) Math.round(scale.x(spans.start(index - 1)));
        if (!steps.isEmpty() && steps.getLast().left() >= lastLeft) {
            return runs(low, high, levels, steps, "");
        }
        double right = Math.min(width, scale.x(Math.min(spans.end(index - 1), until)));
        double boxed = right - ruler.width(last, Face.SMALL_BOLD) - BOX;
        var clear = steps.stream()
                .filter(step -> step.middle() + ruler.width(step.text(), Face.SMALL) / 2 < boxed)
                .toList();
        return runs(low, high, levels, clear, last);
    }

    /// @param flat where everything lies if all values are the same
    private record Levels(double lowest, double highest, float flat) {

        float of(double value) {
            double range = highest - lowest;
            return range > 0 ? (float) ((value - lowest) / range) : flat;
        }
    }

    private static StepLine runs(double[] low, double[] high, Levels levels, List<Step> steps, String last) {
        int width = low.length;
        int[] from = new int[width];
        int[] to = new int[width];
        float[] lows = new float[width];
        float[] highs = new float[width];
        int size = 0;
        for (int column = 0; column < width; column++) {
            if (low[column] > high[column]) {
                continue;
            }
            if (size > 0
                    && to[size - 1] == column
                    && low[column] == low[column - 1]
                    && high[column] == high[column - 1]) {
                to[size - 1]++;
            } else {
                from[size] = column;
                to[size] = column + 1;
                lows[size] = levels.of(low[column]);
                highs[size] = levels.of(high[column]);
                size++;
            }
        }
        return new StepLine(
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.copyOf(lows, size),
                Arrays.copyOf(highs, size),
                steps,
                last,
                levels.highest());
    }

    private static List<Step> steps(
            Reading reading,
            Spans spans,
            int first,
            int afterLast,
            TimeScale scale,
            int width,
            long until,
            TextRuler ruler,
            Levels levels) {
        List<Step> steps = new ArrayList<>();
        for (int index = first; index < afterLast; index++) {
            int left = (int) Math.max(0, Math.round(scale.x(spans.start(index))));
            int right = (int) Math.min(width, Math.round(scale.x(Math.min(spans.end(index), until))));
            if (right - left > 14) {
                String text = reading.text(index);
                if (ruler.width(text, Face.SMALL) + 6 <= right - left) {
                    steps.add(new Step(left, right, levels.of(reading.number(index)), text));
                }
            }
        }
        return List.copyOf(steps);
    }
}
