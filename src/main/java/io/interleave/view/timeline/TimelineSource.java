package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.Timeline;
import io.interleave.trace.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A timeline as the picture sees it.
final class TimelineSource implements Source {

    private final Timeline timeline;
    private final Map<Integer, Boolean> decimals = new HashMap<>();

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
        return timeline.end().isPresent();
    }

    @Override
    public List<Lane> lanes() {
        return timeline.lanes();
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
    public String resourceName(int resource) {
        return timeline.resourceName(resource);
    }

    @Override
    public Optional<Definition.Step> step(int step) {
        return timeline.step(step);
    }

    @Override
    public String display(int variable, long raw) {
        return timeline.display(variable, raw);
    }

    /// Whether the 64 bits are those of a floating-point number shows in how the timeline words one.
    @Override
    public double number(int variable, long raw) {
        boolean decimal = decimals.computeIfAbsent(
                variable, id -> timeline.display(id, Double.doubleToRawLongBits(2.5)).startsWith("2.5"));
        return decimal ? Double.longBitsToDouble(raw) : raw;
    }

    @Override
    public LostUpdates lostUpdates() {
        return timeline.lostUpdates();
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
