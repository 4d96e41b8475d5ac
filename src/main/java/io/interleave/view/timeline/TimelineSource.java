package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Flow;
import io.interleave.analysis.Flows;
import io.interleave.analysis.GroupUnits;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.UnitKind;
import io.interleave.analysis.UnitTable;
import io.interleave.trace.Definition;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A timeline as the picture sees it.
final class TimelineSource implements Source {

    private final Timeline timeline;

    /// Made once for each look, since they are asked for again and again.
    private Optional<List<Finding>> findings = Optional.empty();

    TimelineSource(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public <T> T look(Function<Source, T> question) {
        return timeline.look(_ -> {
            findings = Optional.empty();
            return question.apply(this);
        });
    }

    @Override
    public long start() {
        return timeline.start();
    }

    @Override
    public long now() {
        return timeline.now();
    }

    @Override
    public boolean ended() {
        return timeline.isComplete();
    }

    @Override
    public List<Lane> lanes() {
        return timeline.lanes();
    }

    @Override
    public Optional<Lane> lane(Lane.Kind kind, int subject) {
        return timeline.lane(kind, subject);
    }

    @Override
    public Optional<GroupUnits> unitsOf(int group) {
        return timeline.unitsOf(group);
    }

    @Override
    public UnitKind unitKind(int unit) {
        return timeline.unitKind(unit);
    }

    @Override
    public Optional<Definition.Cores> cores() {
        return timeline.cores();
    }

    @Override
    public String unitName(int unit) {
        return timeline.unitName(unit);
    }

    @Override
    public String threadName(int tid) {
        return timeline.threadName(tid);
    }

    @Override
    public String resourceName(int resource) {
        return timeline.resourceName(resource);
    }

    @Override
    public String resourceWord(int resource) {
        return timeline.resourceWord(resource);
    }

    @Override
    public Optional<Definition.Step> step(int step) {
        return timeline.step(step);
    }

    @Override
    public String display(int variable, long raw) {
        return Figures.value(timeline.value(variable, raw));
    }

    @Override
    public double number(int variable, long raw) {
        return timeline.number(variable, raw);
    }

    @Override
    public LostUpdates lostUpdates() {
        return timeline.lostUpdates();
    }

    @Override
    public List<Flow> flows(int unit, int span) {
        var flows = new ArrayList<>(timeline.flows().in(unit, span).flows());
        flows.addAll(timeline.flows().out(unit, span).flows());
        return flows;
    }

    @Override
    public Flows.Some flows(long from, long to, int most) {
        return timeline.flows().during(from, to, most);
    }

    @Override
    public Optional<Flows.Hop> back(int unit, int span) {
        return timeline.flows().back(unit, span);
    }

    @Override
    public Optional<Flows.Hop> forward(int unit, int span) {
        return timeline.flows().forward(unit, span);
    }

    @Override
    public Map<Integer, Long> amounts(UnitTable.Column column) {
        var table = timeline.unitTable(timeline.start(), timeline.now() + 1);
        var amounts = new HashMap<Integer, Long>();
        for (int row = 0; row < table.rows(); row++) {
            amounts.put(table.unit(row), table.value(column, row));
        }
        return amounts;
    }

    @Override
    public long stillSince() {
        return timeline.stillSince();
    }

    @Override
    public List<Finding> findings() {
        if (findings.isEmpty()) {
            findings = Optional.of(timeline.findings());
        }
        return findings.get();
    }

    @Override
    public long eventsKept() {
        return timeline.eventsKept();
    }

    @Override
    public long eventsNotKept() {
        return timeline.eventsNotKept();
    }

    @Override
    public long switchesLost() {
        return timeline.switchesLost();
    }
}
