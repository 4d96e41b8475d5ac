package io.interleave.view.reading;

import io.interleave.analysis.Hit;
import io.interleave.analysis.Hits;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.Selection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What someone looks for in a run, what was found, and which of it is shown.
final class SearchModel {

    private static final int MOST = 500;

    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private Hits hits = new Hits(List.of(), 0);
    private String sought = "";
    private int at = -1;

    /// Such as `2 of 14`; empty while nothing is looked for.
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Looks for a text, from the beginning.
    void look(Timeline timeline, String text) {
        sought = text.strip();
        hits = timeline.look(it -> it.search(sought, MOST));
        at = -1;
        tell();
    }

    void forget() {
        sought = "";
        hits = new Hits(List.of(), 0);
        at = -1;
        tell();
    }

    /// Goes on to the next that was found, or back; behind the last comes the first.
    ///
    /// @return what to select for it; empty where nothing was found
    Optional<Selection> go(Timeline timeline, int direction) {
        int count = hits.hits().size();
        if (count == 0) {
            return Optional.empty();
        }
        at = at < 0 && direction < 0 ? count - 1 : Math.floorMod(at + direction, count);
        tell();
        return Optional.of(selection(timeline, hits.hits().get(at)));
    }

    private void tell() {
        if (sought.isEmpty()) {
            status.set("");
        } else if (hits.total() == 0) {
            status.set(Messages.text("find.nothing"));
        } else if (at < 0) {
            status.set(Messages.text("find.found", Figures.count(hits.total())));
        } else {
            var name = hits.hits().get(at).name();
            status.set(Messages.text("find.at", Figures.count(at + 1L), Figures.count(hits.total()), name));
        }
    }

    private static Selection selection(Timeline timeline, Hit hit) {
        return switch (hit) {
            case Hit.Units(int group, String name, int _) -> timeline.look(it -> group(it, group, name));
            case Hit.Unit it -> new Selection.OfLane(new LaneKey(it.lane(), it.unit()));
            case Hit.Resource it -> new Selection.OfLane(new LaneKey(it.lane(), it.resource()));
            case Hit.Step(int step, String _, int _) -> timeline.look(it -> step(it, step));
            case Hit.Pointed it ->
                it.to() > it.from()
                        ? new Selection.Range(it.from(), it.to())
                        : new Selection.OfLane(new LaneKey(it.lane(), it.subject()));
        };
    }

    private static Selection group(Timeline timeline, int group, String name) {
        return timeline.lanes().stream()
                .filter(it -> it.kind() == Lane.Kind.GROUP && it.subject() == group
                        || it.kind() == Lane.Kind.UNIT && it.group().equals(name))
                .findFirst()
                .<Selection>map(it -> new Selection.OfLane(new LaneKey(it.kind(), it.subject())))
                .orElse(Selection.NONE);
    }

    private static Selection step(Timeline timeline, int step) {
        return timeline.spanOfStep(step, Long.MIN_VALUE)
                .flatMap(place -> timeline.lane(Lane.Kind.UNIT, place.unit())
                        .<Selection>map(lane -> new Selection.OfSpan(
                                new LaneKey(Lane.Kind.UNIT, place.unit()),
                                place.span(),
                                lane.spans().start(place.span()),
                                lane.spans().end(place.span()))))
                .orElse(Selection.NONE);
    }
}
