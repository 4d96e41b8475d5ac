package io.interleave.view.compare;

import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import java.util.Objects;

/// One thing that two runs are compared in.
///
/// @param change from the first to the second; empty where that says nothing
record Difference(String what, Cell first, Cell second, Cell change) {

    /// From here on a factor says more than a percentage.
    private static final double MANY = 1.995;

    /// @param words as a person reads it, with its unit
    /// @param number by which it is sorted; not a number for what is none
    record Cell(String words, double number) {

        static final Cell NOTHING = new Cell("", Double.NaN);

        static Cell of(String words) {
            return new Cell(words, Double.NaN);
        }
    }

    /// Whether there is a difference at all.
    boolean isOne() {
        return !Objects.equals(first, second);
    }

    static Difference times(String what, long first, long second) {
        return new Difference(
                what, time(first), time(second), change(first, second, Figures.duration(Math.abs(second - first))));
    }

    static Difference counts(String what, long first, long second) {
        return new Difference(
                what, count(first), count(second), change(first, second, Figures.count(Math.abs(second - first))));
    }

    static Difference words(String what, String first, String second) {
        return new Difference(what, Cell.of(first), Cell.of(second), Cell.NOTHING);
    }

    private static Cell time(long nanos) {
        return new Cell(Figures.duration(nanos), nanos);
    }

    private static Cell count(long count) {
        return new Cell(Figures.count(count), count);
    }

    private static Cell change(long first, long second, String size) {
        if (first == second) {
            return Cell.NOTHING;
        }
        var signed = (second > first ? "+" : "−") + size;
        if (first <= 0 || second <= 0) {
            return new Cell(signed, (double) second - first);
        }
        double times = (double) second / first;
        return new Cell(words(signed, times), (double) second - first);
    }

    private static String words(String signed, double times) {
        if (times >= MANY) {
            return Messages.text("compare.change.times", signed, Figures.factor(times));
        }
        return times <= 1 / MANY
                ? Messages.text("compare.change.divided", signed, Figures.factor(1 / times))
                : Messages.text("compare.change", signed, Figures.percent(Math.abs(times - 1)));
    }
}
