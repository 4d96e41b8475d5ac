package io.interleave.view.compare;

import io.interleave.view.fx.Messages;
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

    /// How long the longer one took, in nanoseconds: the length of the axis that both are shown on.
    long length() {
        return Math.max(first.length(), second.length());
    }
}
