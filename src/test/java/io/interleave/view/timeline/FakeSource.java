package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Flow;
import io.interleave.analysis.Flows;
import io.interleave.analysis.GroupUnits;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.UnitKind;
import io.interleave.analysis.UnitTable;
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
    final List<Flow> flows = new ArrayList<>();
    final Map<Integer, Long> amounts = new HashMap<>();
    final Map<Integer, UnitKind> kinds = new HashMap<>();
    final LostUpdates lost = SpansBuilder.lostUpdates();
    Definition.Cores cores = new Definition.Cores(List.of(0, 1), CoreSource.EXACT, "");
    long now = START;
    boolean ended = true;
    long notKept;
    long switchesLost;

    FakeSource lane(Lane.Kind kind, int subject, String name, SpansBuilder spans) {
        return lane(kind, subject, name, kind == Lane.Kind.UNIT ? "worker" : "", spans);
    }

    FakeSource lane(Lane.Kind kind, int subject, String name, String group, SpansBuilder spans) {
        lanes.add(new Lane(kind, subject, name, group, spans.spans()));
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
    public Optional<Lane> lane(Lane.Kind kind, int subject) {
        return lanes.stream()
                .filter(lane -> lane.kind() == kind && lane.subject() == subject)
                .findFirst();
    }

    @Override
    public Optional<GroupUnits> unitsOf(int group) {
        return Optional.empty();
    }

    @Override
    public UnitKind unitKind(int unit) {
        return kinds.getOrDefault(unit, UnitKind.THREAD);
    }

    @Override
    public List<Flow> flows(int unit, int span) {
        Spans spans = lane(Lane.Kind.UNIT, unit).orElseThrow().spans();
        return flows.stream()
                .filter(it -> it.to() == unit && touches(spans, span, it.toTime())
                        || it.from() == unit && touches(spans, span, it.fromTime()))
                .toList();
    }

    private static boolean touches(Spans spans, int span, long time) {
        return spans.start(span) <= time && time <= spans.end(span);
    }

    @Override
    public Flows.Some flows(long from, long to, int most) {
        var all = flows.stream()
                .filter(it -> it.toTime() >= from && it.fromTime() < to)
                .toList();
        return new Flows.Some(all.subList(0, Math.min(most, all.size())), all.size());
    }

    @Override
    public Optional<Flows.Hop> back(int unit, int span) {
        return flows(unit, span).stream()
                .filter(it -> it.to() == unit)
                .reduce((_, last) -> last)
                .map(it -> new Flows.Hop(it, it.from(), spanAt(it.from(), it.fromTime() - 1)));
    }

    @Override
    public Optional<Flows.Hop> forward(int unit, int span) {
        return flows(unit, span).stream()
                .filter(it -> it.from() == unit)
                .findFirst()
                .map(it -> new Flows.Hop(it, it.to(), spanAt(it.to(), it.toTime())));
    }

    private int spanAt(int unit, long time) {
        return lane(Lane.Kind.UNIT, unit).orElseThrow().spans().at(time);
    }

    @Override
    public Map<Integer, Long> amounts(UnitTable.Column column) {
        return amounts;
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
    public long stillSince() {
        return Long.MAX_VALUE;
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
