package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.TraceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// All that is known of one run, growing while the run goes on: one thread adds to it, any thread may look.
///
/// Every look at more than one value goes through {@link #look}, which keeps the picture still meanwhile.
public final class Timeline {

    /// Of what takes long so much is done at a time that others wait for some milliseconds at the most.
    private static final int PORTION = 20_000;

    /// Nanoseconds between two portions: without them, whoever waits could miss its turn again and again.
    private static final long PAUSE = 1_000;

    private final TimelineBuilder trace = new TimelineBuilder();
    private List<Lane> lanes = List.of();
    private int lanesOf = NONE;
    private List<Finding> findings = List.of();
    private long findingsOf = NONE;
    private boolean findingsOver;
    private long kept;
    private long notKept;
    private boolean complete;

    /// Runs `question` while nothing changes, and gives its answer. It must be quick: whoever adds has to wait.
    public synchronized <T> T look(Function<Timeline, T> question) {
        return question.apply(this);
    }

    /// Reads on in a trace.
    ///
    /// @param complete whether nothing more will be written
    /// @return how many events were taken
    synchronized int take(TraceReader reader, int most, boolean complete) throws IOException {
        int taken = complete ? reader.drain(trace, most) : reader.poll(trace, most);
        if (complete && taken < most) {
            trace.finish();
            this.complete = true;
        }
        trace.advance();
        kept = reader.kept();
        notKept = reader.notKept();
        return taken;
    }

    /// The run's beginning in nanoseconds of its clock: time 0 of the picture.
    public synchronized long start() {
        return trace.start();
    }

    /// Up to when everything is known, in nanoseconds of the run's clock.
    public synchronized long now() {
        return trace.now();
    }

    /// Since when every unit waits for another one, so that nothing happens any more; `Long.MAX_VALUE` where one
    /// of them can go on.
    public synchronized long stillSince() {
        return trace.units.population.stalledSince();
    }

    /// Whether all there is has been read: the run has ended, in whatever way, and nothing will be added.
    public synchronized boolean isComplete() {
        return complete;
    }

    /// How the run ended; empty while it goes on, and for ever if its process was killed.
    public synchronized Optional<Definition.End> end() {
        return trace.told.end;
    }

    /// What was run, and with which settings; empty until the engine has told.
    public synchronized Optional<Definition.Run> run() {
        return trace.told.run;
    }

    /// Why a unit could not go on, if one could not.
    public synchronized Optional<Definition.Failure> failure() {
        return trace.told.failure;
    }

    /// Cores by number, then units by kind in order of creation, then carriers, locks, what is counted,
    /// variables. Grows at any of these places. Of a group of more than 64 units there is a lane for all
    /// together, and one for each of the first 16.
    public synchronized List<Lane> lanes() {
        if (lanesOf != trace.version()) {
            lanes = Lanes.of(trace);
            lanesOf = trace.version();
        }
        return lanes;
    }

    /// As {@link #lanes()}, but where there are no more than `most` units in all, each of them has a lane.
    public synchronized List<Lane> lanes(int most) {
        return unitCount() <= most ? Lanes.ofAll(trace) : lanes();
    }

    /// One lane: of those that {@link #lanes} has, or of any unit by its id, brought up to now. Empty where
    /// there is no such.
    public synchronized Optional<Lane> lane(Lane.Kind kind, int subject) {
        if (kind == Lane.Kind.UNIT || kind == Lane.Kind.CHILD) {
            return trace.shownUnit(subject).map(it -> Lanes.of(trace, it)).filter(it -> it.kind() == kind);
        }
        return lanes().stream()
                .filter(it -> it.kind() == kind && it.subject() == subject)
                .findFirst();
    }

    /// The units of a group.
    ///
    /// @param group its place among the groups, as the subject of its lane
    public synchronized Optional<GroupUnits> unitsOf(int group) {
        for (var it : trace.units.groups()) {
            if (it.number == group) {
                return Optional.of(new GroupUnits(it));
            }
        }
        return Optional.empty();
    }

    /// The group of a unit, by its place among the groups; {@link Spans#NONE} of what is no unit of the
    /// scenario.
    public synchronized int groupOf(int unit) {
        return unit != NONE && trace.units.has(unit) ? trace.units.get(unit).group.number : NONE;
    }

    /// Which cores the run may use and how well they are known; empty until the engine has told.
    public synchronized Optional<Definition.Cores> cores() {
        return trace.told.cores;
    }

    /// The name of a unit, or `another thread` for {@link Spans#NONE}.
    public synchronized String unitName(int unit) {
        return trace.units.name(unit);
    }

    public synchronized UnitKind unitKind(int unit) {
        return trace.units.get(unit).group.kind;
    }

    /// What a thread that carries no unit is called: an event loop by its name, a program as the kernel calls
    /// it, else empty.
    public synchronized String threadName(int tid) {
        var carrier = trace.carriers.name(tid);
        return carrier.isEmpty() ? trace.units.programName(tid) : carrier;
    }

    /// The process that a thread belongs to, by their OS ids, where the kernel has told of it; else
    /// {@link Spans#NONE}, as of the threads of the engine itself.
    public synchronized int pidOf(int tid) {
        return trace.units.pidOf(tid);
    }

    public synchronized String resourceName(int resource) {
        return trace.resources.name(resource);
    }

    /// What a scenario calls the kind of a resource, such as `queue`; empty for what is none.
    public synchronized String resourceWord(int resource) {
        return trace.resources.find(resource).map(it -> it.word).orElse("");
    }

    public synchronized Optional<Definition.Step> step(int step) {
        return trace.told.steps.find(step);
    }

    /// A variable's value in words, from the raw 64 bits that the trace holds.
    public synchronized String display(int variable, long raw) {
        return KnobText.format(value(type(variable), raw));
    }

    /// What a variable's raw 64 bits say.
    public synchronized Value value(int variable, long raw) {
        return value(type(variable), raw);
    }

    /// A variable's value as a height: a number as it is, a duration in nanoseconds, a switch as 0 or 1.
    public synchronized double number(int variable, long raw) {
        return type(variable) == Value.Type.DECIMAL ? Double.longBitsToDouble(raw) : raw;
    }

    private Value.Type type(int variable) {
        return trace.resources.variables.find(variable).map(it -> it.type).orElse(Value.Type.WHOLE);
    }

    public synchronized LostUpdates lostUpdates() {
        return trace.resources.lostUpdates;
    }

    public synchronized List<Finding> findings() {
        if (findingsOf != kept || findingsOver != complete) {
            findings = trace.findings.all(complete);
            findingsOf = kept;
            findingsOver = complete;
        }
        return findings;
    }

    /// Where the time of each unit went that has a lane.
    public synchronized List<UnitTimes> unitTimes() {
        return unitTimes(0);
    }

    /// Where the time of each unit went, or if there are more than `most`, of each that has a lane.
    public synchronized List<UnitTimes> unitTimes(int most) {
        int all = unitCount();
        var times = new ArrayList<UnitTimes>();
        for (var group : trace.units.groups()) {
            for (var unit : all <= most ? group.units() : group.shown()) {
                unit.advance(trace.now());
                times.add(unit.times());
            }
        }
        return List.copyOf(times);
    }

    private int unitCount() {
        int all = 0;
        for (var group : trace.units.groups()) {
            all += group.size();
        }
        return all;
    }

    /// Where the time of each group went.
    public synchronized List<GroupTimes> groupTimes() {
        var times = new ArrayList<GroupTimes>();
        trace.units.groups().forEach(it -> times.add(it.times(trace.now())));
        return List.copyOf(times);
    }

    /// What led to what, as it was told; who ended waits is not among it.
    public synchronized Links links() {
        return trace.links;
    }

    /// What led to what from unit to unit. To be asked within one {@link #look}.
    public synchronized Flows flows() {
        return trace.flows;
    }

    /// Why a unit did not go on during one of its spans, above all while it waited or was ready; empty where
    /// there is no such span.
    public synchronized Optional<Explanation> why(int unit, int span) {
        return new Explainer(trace).explain(unit, span);
    }

    /// What has `text` in its name, however large or small it is written: units, also those that have no lane
    /// among {@link #lanes}, resources, steps and findings; quick enough to be asked at every key.
    ///
    /// @param most how many are given; how many there are is told too
    public synchronized Hits search(String text, int most) {
        return Search.of(trace, findings(), text, most);
    }

    /// The lane where a finding shows, and when: of lost updates the first.
    public synchronized Hit.Pointed placeOf(Finding finding) {
        return new FindingPlaces(trace).of(finding);
    }

    /// The earliest span with a step that begins at `from` or later, of the units that have a lane among
    /// {@link #lanes}; empty where there is none.
    public synchronized Optional<SpanPlace> spanOfStep(int step, long from) {
        return Search.spanOfStep(trace, step, from);
    }

    /// What some lanes did from `from` until before `to`. Takes as long as there are spans in it, so that it is
    /// to be asked in the background; nobody else has to wait for it if that is not done within {@link #look}.
    public Figures figures(List<Lane> lanes, long from, long to) {
        var sums = look(it -> new RangeSums(it.trace, lanes, from, to));
        finish(sums);
        return sums.figures();
    }

    /// Where the time of every unit went from `from` until before `to`. To be asked as {@link #figures}.
    public UnitTable unitTable(long from, long to) {
        var counted = look(it -> new UnitCount(it.trace, from, to));
        finish(counted);
        return counted.table();
    }

    /// What the end of the run was waiting for at every moment; while the run goes on, what it is now. Empty
    /// while no unit has done anything. Takes as long as there are spans on it, so that it is to be asked in
    /// the background; nobody else has to wait for it if that is not done within {@link #look}.
    public Optional<CriticalPath> criticalPath() {
        return path(look(it -> PathFinder.ofRun(it.trace)));
    }

    /// The same for the end of one unit.
    public Optional<CriticalPath> criticalPath(int unit) {
        return path(look(it -> PathFinder.of(it.trace, unit)));
    }

    private Optional<CriticalPath> path(Optional<PathFinder> finder) {
        finder.ifPresent(this::finish);
        return finder.map(PathFinder::path);
    }

    private void finish(Portions work) {
        while (!look(_ -> work.goOn(PORTION))) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /// The child processes, in order of creation.
    public synchronized List<ProcessFigures> processes() {
        return trace.processes();
    }

    /// How each lock was used.
    public synchronized List<LockFigures> locks() {
        var figures = new ArrayList<LockFigures>();
        for (var resource : trace.resources.all()) {
            if (resource instanceof LockTrack lock) {
                figures.add(lock.figures(trace.now()));
            }
        }
        return List.copyOf(figures);
    }

    /// What passed through each queue.
    public synchronized List<QueueFigures> queues() {
        var figures = new ArrayList<QueueFigures>();
        for (var resource : trace.resources.all()) {
            if (resource instanceof QueueTrack queue) {
                figures.add(queue.figures());
            }
        }
        return List.copyOf(figures);
    }

    /// What became of the tasks of each pool.
    public synchronized List<PoolFigures> pools() {
        var figures = new ArrayList<PoolFigures>();
        for (var resource : trace.resources.all()) {
            if (resource instanceof PoolTrack pool) {
                figures.add(pool.figures());
            }
        }
        return List.copyOf(figures);
    }

    /// What it took to start units.
    public synchronized List<Definition.StartCost> startCosts() {
        return List.copyOf(trace.told.startCosts);
    }

    /// What the run could not do as it was asked, and went on without.
    public synchronized List<Definition.Note> notes() {
        return List.copyOf(trace.told.notes);
    }

    /// What the scenario's expectations say at this moment.
    public synchronized Outcome outcome() {
        return trace.told
                .plan
                .scenario()
                .map(it -> Judge.outcome(it.expectations(), values(it), stage()))
                .orElseGet(() -> new Outcome(List.of()));
    }

    private Judge.Stage stage() {
        boolean over = trace.told
                .end
                .map(it -> switch (it.how()) {
                    case COMPLETED -> true;
                    case STOPPED, LIMIT -> !trace.deadlocks.isEmpty() || isStalled();
                    case FAILED -> false;
                })
                .orElse(false);
        return over ? Judge.Stage.OVER : Judge.Stage.UNDER_WAY;
    }

    private boolean isStalled() {
        return findings().stream().anyMatch(Finding.Stall.class::isInstance);
    }

    /// The value of each variable, now or at the end, in the order of the scenario.
    public synchronized SequencedMap<String, Value> variables() {
        var values = new LinkedHashMap<String, Value>();
        trace.resources.variables.forEach(it ->
                values.put(it.name, value(it.type, trace.told.finals.find(it.id).orElse(it.value()))));
        return values;
    }

    private Map<String, Value> values(Scenario of) {
        var values = new HashMap<String, Value>(variables());
        values.putAll(
                Settings.of(of, trace.told.run.map(Definition.Run::settings).orElse(Map.of()))
                        .asMap());
        for (int i = 0; i < of.knobs().size(); i++) {
            var knob = of.knobs().get(i);
            var turned = trace.told.turnedKnobs.find(i);
            turned.ifPresent(raw -> values.put(knob.name(), turned(knob, raw)));
        }
        return values;
    }

    private Value turned(Knob knob, long raw) {
        return switch (knob) {
            case Knob.Choice choice ->
                raw >= 0 && raw < choice.options().size()
                        ? new Value.Text(choice.options().get((int) raw))
                        : choice.initial();
            case Knob.Slider slider -> value(slider.initial().type(), raw);
            case Knob.Toggle _ -> new Value.Truth(raw != 0);
        };
    }

    private Value value(Value.Type type, long raw) {
        return trace.told.value(type, raw);
    }

    /// What it has to be compared with another run.
    synchronized Side side() {
        return Side.of(trace, outcome(), variables(), findings(), kept);
    }

    /// The output so far, oldest first, bounded.
    public synchronized List<Definition.Line> lines() {
        return List.copyOf(trace.told.lines);
    }

    public synchronized long eventsKept() {
        return kept;
    }

    /// Events that could not be recorded: the limit was reached or the disk was full.
    public synchronized long eventsNotKept() {
        return notKept;
    }

    /// Switch records that the kernel dropped.
    public synchronized long switchesLost() {
        return trace.cores.lost();
    }

    /// Parts of the trace that could not be read.
    public synchronized List<Damage> damages() {
        return List.copyOf(trace.damages);
    }
}
