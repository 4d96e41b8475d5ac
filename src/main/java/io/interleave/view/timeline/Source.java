package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Flow;
import io.interleave.analysis.Flows;
import io.interleave.analysis.GroupUnits;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.UnitKind;
import io.interleave.analysis.UnitTable;
import io.interleave.trace.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the picture needs to know of a run. Everything beside {@link #look} is asked inside of it.
interface Source {

    /// Runs `question` while nothing changes.
    <T> T look(Function<Source, T> question);

    long start();

    long now();

    boolean ended();

    List<Lane> lanes();

    /// One of those lanes, or that of any unit.
    Optional<Lane> lane(Lane.Kind kind, int subject);

    /// All units of a group of which not every one has a lane.
    Optional<GroupUnits> unitsOf(int group);

    UnitKind unitKind(int unit);

    Optional<Definition.Cores> cores();

    String unitName(int unit);

    /// What a thread is called that carries no unit; empty where that is not known.
    String threadName(int tid);

    String resourceName(int resource);

    /// What a scenario calls the kind of a resource; empty for what is none.
    String resourceWord(int resource);

    Optional<Definition.Step> step(int step);

    String display(int variable, long raw);

    /// A variable's value as a height.
    double number(int variable, long raw);

    LostUpdates lostUpdates();

    /// What led to a span of a unit, and what it led to.
    List<Flow> flows(int unit, int span);

    /// What led to what from `from` until before `to`, at most so many.
    Flows.Some flows(long from, long to, int most);

    /// From a span to the one that caused it.
    Optional<Flows.Hop> back(int unit, int span);

    /// From a span to one that it caused.
    Optional<Flows.Hop> forward(int unit, int span);

    /// By unit how long it was busy so far, or waited. Not to be asked within {@link #look}: it takes its time.
    Map<Integer, Long> amounts(UnitTable.Column column);

    List<Finding> findings();

    /// Since when all units wait for each other and so for ever; `Long.MAX_VALUE` where that is not so.
    long stillSince();

    long eventsKept();

    long eventsNotKept();

    long switchesLost();
}
