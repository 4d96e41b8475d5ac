package io.interleave.view.compare;

import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.Window;
import java.util.List;

/// Two runs that are compared; the earlier one is the first.
///
/// @param setting how what was run differs, in sentences
/// @param differences what came out
record Compared(Side first, Side second, String setting, List<Difference> differences) {

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

    /// Nanoseconds of the longer one.
    long length() {
        return Math.max(first.length(), second.length());
    }

    /// The axis that both are shown on, from the beginning of each to the end of the longer one.
    Window axis() {
        return new Window(0, Math.max(1_000, length() + length() / 100));
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
