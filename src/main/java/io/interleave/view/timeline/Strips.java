package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Plans the strips of a picture, on two threads where there are very many spans. Keeps its buffers.
final class Strips {

    /// From so many spans in sight, a second thread is worth waking.
    private static final int MANY = 100_000;

    private final Map<Spans, Pyramid> pyramids = new ConcurrentHashMap<>();
    private final StripPlanner mine = new StripPlanner(pyramids);
    private final StripPlanner helping = new StripPlanner(pyramids);

    /// Another run is shown.
    void forget() {
        pyramids.clear();
    }

    /// The strip of each lane, `EMPTY` of one that shows no spans. To be called under the timeline's look; the
    /// strips of the picture before the last are no more.
    Strip[] plan(List<Lane> lanes, Columns columns, long until) {
        mine.begin();
        helping.begin();
        Strip[] strips = new Strip[lanes.size()];
        IntConsumer alone = index -> strips[index] = plan(mine, lanes.get(index), columns, until);
        if (isMuch(lanes, columns)) {
            TwoThreads.share(
                    strips.length, alone, index -> strips[index] = plan(helping, lanes.get(index), columns, until));
        } else {
            IntStream.range(0, strips.length).forEach(alone);
        }
        return strips;
    }

    /// The strip of one more lane of the picture.
    Strip plan(Lane lane, Columns columns, long until) {
        return plan(mine, lane, columns, until);
    }

    /// Reckoned from how many there are: to look for the first and the last in sight takes its time too.
    private static boolean isMuch(List<Lane> lanes, Columns columns) {
        long from = columns.scale().timeAt(0);
        long to = columns.scale().timeAt(columns.width());
        double inSight = 0;
        for (Lane lane : lanes) {
            Spans spans = lane.spans();
            if (spans.size() > 0) {
                long first = spans.start(0);
                long last = spans.end(spans.size() - 1);
                long shown = Math.max(0, Math.min(to, last) - Math.max(from, first));
                inSight += (double) spans.size() * shown / Math.max(1, last - first);
            }
        }
        return inSight > MANY;
    }

    private static Strip plan(StripPlanner planner, Lane lane, Columns columns, long until) {
        return switch (lane.kind()) {
            case VARIABLE, LEVEL, GROUP -> Strip.EMPTY;
            case CORE, UNIT, CHILD, CARRIER, LOCK -> planner.plan(lane.kind(), lane.spans(), columns, until);
        };
    }
}
