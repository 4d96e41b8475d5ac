package io.interleave.testkit;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.Timeline;
import java.util.ArrayList;
import java.util.List;

/// Lanes as lines that a test can spell out.
public final class LaneText {

    private LaneText() {}

    /// Each span as `start-end STATE`, with `@core` and `#object` where there are such.
    public static List<String> of(Timeline timeline, Lane.Kind kind, int subject) {
        var lines = new ArrayList<String>();
        var spans = lane(timeline, kind, subject).spans();
        for (int i = 0; i < spans.size(); i++) {
            lines.add("%d-%d %s%s%s"
                    .formatted(
                            spans.start(i),
                            spans.end(i),
                            spans.state(i),
                            spans.core(i) == Spans.NONE || kind == Lane.Kind.CORE ? "" : "@" + spans.core(i),
                            spans.object(i) == Spans.NONE ? "" : "#" + spans.object(i)));
        }
        return lines;
    }

    public static Lane lane(Timeline timeline, Lane.Kind kind, int subject) {
        return timeline.lanes().stream()
                .filter(it -> it.kind() == kind && it.subject() == subject)
                .findFirst()
                .orElseThrow();
    }
}
