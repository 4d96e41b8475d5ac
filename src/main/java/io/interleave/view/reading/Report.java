package io.interleave.view.reading;

import io.interleave.view.timeline.Selection;
import java.util.List;

/// All that is said of a selection.
///
/// @param title what it is
/// @param words about it
/// @param rows figures
/// @param chain why it waited, from what is selected back to what all waited for
record Report(String title, List<String> words, List<ReportRow> rows, List<Cause> chain) {

    static final Report NOTHING = new Report("", List.of(), List.of(), List.of());

    /// @param selection what to select to see it
    record Cause(String words, Selection selection) {}

    Report {
        words = List.copyOf(words);
        rows = List.copyOf(rows);
        chain = List.copyOf(chain);
    }
}
