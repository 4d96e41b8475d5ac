package io.interleave.view.timeline;

import io.interleave.analysis.State;
import java.util.ArrayList;
import java.util.List;

/// Names what is in the picture: the states that the run has had, and the marks.
final class LegendPlanner {

    /// What the small picture beside an entry's text shows.
    sealed interface Swatch {
        record OfState(State state) implements Swatch {}

        /// What is none of the units, on a core.
        record Others() implements Swatch {}

        record Merged() implements Swatch {}

        record Conflict() implements Swatch {}

        record Deadlock() implements Swatch {}

        record Done() implements Swatch {}

        record Route() implements Swatch {}
    }

    /// @param x from the legend's left edge
    /// @param row from 0
    record Entry(Swatch swatch, String text, int x, int row) {}

    private static final Swatch READY = new Swatch.OfState(State.READY);

    private LegendPlanner() {}

    /// In one row, if need be with fewer words and closer together: a second row is one less for the lanes.
    static List<Entry> plan(int seen, List<Swatch> others, int width, Metrics metrics, TextRuler ruler) {
        List<Swatch> swatches = swatches(seen, others);
        List<Entry> wide = plan(swatches, width, metrics.px(0.9), false, metrics, ruler);
        if (rows(wide) == 1) {
            return wide;
        }
        List<Entry> tight = plan(swatches, width, metrics.px(0.5), true, metrics, ruler);
        return rows(tight) < rows(wide) ? tight : wide;
    }

    private static List<Entry> plan(
            List<Swatch> swatches, int width, int gap, boolean brief, Metrics metrics, TextRuler ruler) {
        List<Entry> entries = new ArrayList<>();
        int x = 0;
        int row = 0;
        for (Swatch swatch : swatches) {
            String text = brief && swatch.equals(READY) ? Words.text("legend.ready") : text(swatch);
            int needed = metrics.px(1.9) + (int) Math.ceil(ruler.width(text, Face.SMALL));
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            entries.add(new Entry(swatch, text, x, row));
            x += needed + gap;
        }
        return List.copyOf(entries);
    }

    static int rows(List<Entry> entries) {
        return entries.isEmpty() ? 1 : entries.getLast().row() + 1;
    }

    private static List<Swatch> swatches(int seen, List<Swatch> others) {
        List<Swatch> swatches = new ArrayList<>();
        for (State state : State.values()) {
            if ((seen & 1 << state.ordinal()) != 0 && isOfUnits(state)) {
                swatches.add(new Swatch.OfState(state));
            }
        }
        if ((seen & 1 << Ink.OTHER) != 0) {
            swatches.add(new Swatch.Others());
        }
        swatches.addAll(others);
        return swatches;
    }

    private static boolean isOfUnits(State state) {
        return switch (state) {
            case RUNNING, READY, ACTIVE, LOCK_WAIT, WAIT, IO, SERIALIZING, SLEEPING, SUSPENDED, UNKNOWN -> true;
            case HELD, SHARED, LEVEL, VALUE, OFF -> false;
        };
    }

    private static String text(Swatch swatch) {
        return switch (swatch) {
            case Swatch.OfState(State state) -> Words.state(state);
            case Swatch.Others() -> Words.text("legend.others");
            case Swatch.Merged() -> Words.text("legend.merged");
            case Swatch.Conflict() -> Words.text("legend.conflict");
            case Swatch.Deadlock() -> Words.text("legend.deadlock");
            case Swatch.Done() -> Words.text("legend.done");
            case Swatch.Route() -> Words.text("legend.route");
        };
    }
}
