package io.interleave.view.reading;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.Timeline;
import io.interleave.trace.Clock;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.Selection;
import io.interleave.view.timeline.TimelineView;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which lines of the scenario units are at: at the moment that is played, or of the span that is selected.
public final class StepsNow {

    /// Nanoseconds: nobody reads quicker.
    private static final long EVERY = 50_000_000;

    private final Workbench workbench;
    private final TimelineView timeline;
    private final Playback playback;
    private final ReadOnlyObjectWrapper<Map<Integer, String>> lines = new ReadOnlyObjectWrapper<>(Map.of());
    private long told;

    public StepsNow(Workbench workbench, TimelineView timeline, Playback playback) {
        this.workbench = workbench;
        this.timeline = timeline;
        this.playback = playback;
        playback.momentProperty().subscribe(_ -> tell(false));
        playback.playingProperty().subscribe(_ -> tell(true));
        timeline.selectionProperty().subscribe(_ -> tell(true));
    }

    /// The units at each line, from 1.
    public ReadOnlyObjectProperty<Map<Integer, String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    private void tell(boolean surely) {
        long now = Clock.now();
        if (surely || now - told > EVERY || !playback.isUnderWay()) {
            told = now;
            lines.set(workbench
                    .session()
                    .feedProperty()
                    .get()
                    .map(RunFeed::timeline)
                    .map(run -> run.look(this::at))
                    .orElse(Map.of()));
        }
    }

    private Map<Integer, String> at(Timeline run) {
        var units = new TreeMap<Integer, String>();
        if (playback.isUnderWay()) {
            for (var lane : run.lanes()) {
                if (lane.kind() == Lane.Kind.UNIT) {
                    add(run, lane, lane.spans().at(playback.momentProperty().get()), units);
                }
            }
        } else if (timeline.selectionProperty().get()
                instanceof Selection.OfSpan(LaneKey key, int span, long _, long _)) {
            run.lane(key.kind(), key.subject())
                    .filter(it ->
                            it.kind() == Lane.Kind.UNIT && span < it.spans().size())
                    .ifPresent(it -> add(run, it, span, units));
        }
        return units;
    }

    private static void add(Timeline run, Lane lane, int span, Map<Integer, String> units) {
        if (span != Spans.NONE && lane.spans().step(span) != Spans.NONE) {
            run.step(lane.spans().step(span))
                    .ifPresent(it -> units.merge(it.line(), lane.name(), (all, one) -> all + ", " + one));
        }
    }
}
