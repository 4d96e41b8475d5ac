package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.SpansBuilder;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A run made up for a test. Everything may be changed between looks.
final class FakeSource implements Source {

    static final long START = 7_000_000_000_000L;

    final List<Lane> lanes = new ArrayList<>();
    final Map<Integer, Definition.Step> steps = new HashMap<>();
    final Map<Integer, String> words = new HashMap<>();
    final List<Finding> findings = new ArrayList<>();
    final LostUpdates lost = SpansBuilder.lostUpdates();
    Definition.Cores cores = new Definition.Cores(List.of(0, 1), CoreSource.EXACT, "");
    long now = START;
    boolean ended = true;
    long notKept;
    long switchesLost;

    FakeSource lane(Lane.Kind kind, int subject, String name, SpansBuilder spans) {
        lanes.add(new Lane(kind, subject, name, kind == Lane.Kind.UNIT ? "worker" : "", spans.spans()));
        int size = spans.spans().size();
        now = Math.max(now, size == 0 ? START : spans.spans().end(size - 1));
        return this;
    }

    @Override
    public synchronized <T> T look(Function<Source, T> question) {
        return question.apply(this);
    }

    @Override
    public long start() {
        return START;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    @Override
    public Optional<Definition.Cores> cores() {
        return Optional.ofNullable(cores);
    }

    @Override
    public String unitName(int unit) {
        return name(Lane.Kind.UNIT, unit, "another program");
    }

    @Override
    public String threadName(int tid) {
        return "";
    }

    @Override
    public String resourceWord(int resource) {
        return words.getOrDefault(resource, "");
    }

    @Override
    public String resourceName(int resource) {
        return name(
                Lane.Kind.VARIABLE,
                resource,
                name(Lane.Kind.LOCK, resource, name(Lane.Kind.LEVEL, resource, "nothing")));
    }

    private String name(Lane.Kind kind, int subject, String otherwise) {
        return lanes.stream()
                .filter(lane -> lane.kind() == kind && lane.subject() == subject)
                .map(Lane::name)
                .findFirst()
                .orElse(otherwise);
    }

    @Override
    public Optional<Definition.Step> step(int step) {
        return Optional.ofNullable(steps.get(step));
    }

    @Override
    public String display(int variable, long raw) {
        return Long.toString(raw);
    }

    @Override
    public double number(int variable, long raw) {
        return raw;
    }

    @Override
    public LostUpdates lostUpdates() {
        return lost;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public long eventsKept() {
        return lanes.stream().mapToLong(lane -> lane.spans().size()).sum();
    }

    @Override
    public long eventsNotKept() {
        return notKept;
    }

    @Override
    public long switchesLost() {
        return switchesLost;
    }
}
