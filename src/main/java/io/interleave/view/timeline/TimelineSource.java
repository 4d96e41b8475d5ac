package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.Timeline;
import io.interleave.model.Value;
import io.interleave.trace.Definition;
import io.interleave.view.fx.Figures;
import java.util.List;
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
        // The text of a scenario has every digit of a time; three are what a picture has room for.
        return timeline.value(variable, raw) instanceof Value.Time(long nanos)
                ? Figures.duration(nanos)
                : timeline.display(variable, raw);
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
