package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Spans;

/// Which spans belong to a circle of waiting units.
final class Deadlocks {

    private Deadlocks() {}

    static boolean waitsForEver(Source source, String unit, Spans spans, int span) {
        return source.findings().stream()
                .anyMatch(finding ->
                        finding instanceof Finding.Deadlock deadlock && waitsForEver(deadlock, unit, spans, span));
    }

    /// Whether it is the span of a unit of the circle in which that waited when the circle closed.
    static boolean waitsForEver(Finding.Deadlock deadlock, String unit, Spans spans, int span) {
        return span >= 0
                && span < spans.size()
                && spans.state(span).isWait()
                && spans.start(span) <= deadlock.since()
                && spans.end(span) >= deadlock.since()
                && deadlock.circle().stream().anyMatch(link -> link.unit().equals(unit));
    }

    /// The span of a unit in which the circle closed; its last one where that is not told yet.
    static int span(Finding.Deadlock deadlock, Spans spans) {
        return Math.min(spans.firstEndingAfter(deadlock.since()), spans.size() - 1);
    }
}
