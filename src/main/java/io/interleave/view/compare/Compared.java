package io.interleave.view.compare;

import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.Window;
import java.util.List;

/// Two runs that are compared; the earlier one is the first.
///
/// @param setting how what was run differs, in sentences
/// @param differences what came out
record Compared(Side first, Side second, String setting, List<Difference> differences) {

    /// A timeline shows no more than four times its run.
    private static final double MOST_OF_SHORTER = 3.9;

    Compared {
        differences = List.copyOf(differences);
    }

    /// What is compared with what.
    String heading() {
        var title = first.title();
        return title.equals(second.title())
                ? Messages.text("compare.heading", title, first.label(), second.label())
                : Messages.text("compare.heading.two", first.label(), second.label());
    }

    /// The axis that both are shown on, from the beginning of each on: as long as the longer one, but not so
    /// long that the shorter one could not be made out.
    Window axis() {
        long longer = Math.max(first.length(), second.length());
        long shorter = Math.min(first.length(), second.length());
        long shown = (long) Math.min(longer * 1.01, shorter * MOST_OF_SHORTER);
        return new Window(0, Math.max(1_000, shown));
    }

    /// Rows with their heading as text, a tab between cells.
    String text(List<Difference> rows) {
        var lines = new StringBuilder(line(
                Messages.text("compare.what"), first.label(), second.label(), Messages.text("compare.change.title")));
        for (var row : rows) {
            lines.append(line(
                    row.what(),
                    row.first().words(),
                    row.second().words(),
                    row.change().words()));
        }
        return lines.toString();
    }

    private static String line(String... cells) {
        return String.join("\t", cells) + "\n";
    }

    boolean isOfOneScenario() {
        return first.past()
                .plan()
                .document()
                .text()
                .equals(second.past().plan().document().text());
    }
}
