package io.interleave.view.timeline;

import java.util.List;

/// What the pointer points at, in words.
///
/// @param conflict the lost update that a click would look at, or -1
/// @param from the beginning of what is pointed at, in the run's clock
/// @param to its end; not after `from` if it is no span
public record Hover(String title, List<String> lines, int conflict, long from, long to) {

    static final Hover NOTHING = new Hover("", List.of(), -1, 0, 0);

    public Hover {
        lines = List.copyOf(lines);
    }

    String words() {
        return lines.isEmpty() ? title : title + "\n" + String.join("\n", lines);
    }
}
