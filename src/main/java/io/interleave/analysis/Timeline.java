package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Value;
import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.RawValue;
import io.interleave.trace.TraceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All that is known of one run, growing while the run goes on: one thread adds to it, any thread may look.
///
/// Every look at more than one value goes through {@link #look}, which keeps the picture still meanwhile.
public final class Timeline {

    private final TimelineBuilder trace = new TimelineBuilder();
    private List<Lane> lanes = List.of();
    private int lanesOf = NONE;
    private Optional<Scenario> scenario = Optional.empty();
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

    /// Whether all there is has been read: the run has ended, in whatever way, and nothing will be added.
    public synchronized boolean isComplete() {
        return complete;
    }

    /// How the run ended; empty while it goes on, and for ever if its process was killed.
    public synchronized Optional<Definition.End> end() {
        return trace.end;
    }

    /// What was run, and with which settings; empty until the engine has told.
    public synchronized Optional<Definition.Run> run() {
        return trace.run;
    }

    /// Why a unit could not go on, if one could not.
    public synchronized Optional<Definition.Failure> failure() {
        return trace.failure;
    }

    /// Cores by number, then units in order of creation, then locks, then variables. Grows at any of these places.
    public synchronized List<Lane> lanes() {
        if (lanesOf != trace.laneCount()) {
            var all = new ArrayList<Lane>();
            trace.cores.tracks.forEach(
                    it -> all.add(new Lane(Lane.Kind.CORE, it.core, "core " + it.core, "", it.spans)));
            trace.units.forEach(it -> all.add(new Lane(Lane.Kind.UNIT, it.id, it.name, it.group, it.spans)));
            trace.locks.forEach(it -> all.add(new Lane(Lane.Kind.LOCK, it.id, it.name, "", it.spans)));
            trace.variables.forEach(it -> all.add(new Lane(Lane.Kind.VARIABLE, it.id, it.name, "", it.spans)));
            lanes = List.copyOf(all);
            lanesOf = trace.laneCount();
        }
        return lanes;
    }

    /// Which cores the run may use and how well they are known; empty until the engine has told.
    public synchronized Optional<Definition.Cores> cores() {
        return trace.coreData;
    }

    /// The name of a unit, or `another thread` for {@link Spans#NONE}.
    public synchronized String unitName(int unit) {
        return trace.units.find(unit).map(it -> it.name).orElse("another thread");
    }

    public synchronized String resourceName(int resource) {
        return trace.locks
                .find(resource)
                .map(it -> it.name)
                .or(() -> trace.variables.find(resource).map(it -> it.name))
                .orElse("");
    }

    public synchronized Optional<Definition.Step> step(int step) {
        return trace.steps.find(step);
    }

    /// A variable's value in words, from the raw 64 bits that the trace holds.
    public synchronized String display(int variable, long raw) {
        return KnobText.format(value(type(variable), raw));
    }

    /// A variable's value as a height: a number as it is, a duration in nanoseconds, a switch as 0 or 1.
    public synchronized double number(int variable, long raw) {
        return type(variable) == Value.Type.DECIMAL ? Double.longBitsToDouble(raw) : raw;
    }

    private Value.Type type(int variable) {
        return trace.variables.find(variable).map(it -> it.type).orElse(Value.Type.WHOLE);
    }

    public synchronized LostUpdates lostUpdates() {
        return trace.lostUpdates;
    }

    public synchronized List<Finding> findings() {
        return trace.findings.all();
    }

    /// Where the time of each unit went.
    public synchronized List<UnitTimes> unitTimes() {
        var times = new ArrayList<UnitTimes>();
        trace.units.forEach(it -> times.add(it.times()));
        return List.copyOf(times);
    }

    /// What the scenario's expectations say at this moment.
    public synchronized Outcome outcome() {
        if (scenario.isEmpty()) {
            scenario =
                    trace.run.flatMap(it -> ScenarioReader.read(it.scenario()).scenario());
        }
        return scenario.map(it -> Judge.outcome(it.expectations(), values(it), stage()))
                .orElseGet(() -> new Outcome(List.of()));
    }

    private Judge.Stage stage() {
        boolean over = trace.end
                .map(it -> switch (it.how()) {
                    case COMPLETED -> true;
                    case STOPPED, LIMIT -> !trace.deadlocks.isEmpty();
                    case FAILED -> false;
                })
                .orElse(false);
        return over ? Judge.Stage.OVER : Judge.Stage.UNDER_WAY;
    }

    private Map<String, Value> values(Scenario of) {
        var values = new HashMap<String, Value>();
        trace.variables.forEach(it -> values.put(it.name, value(it.type, it.value())));
        var settings = trace.run.map(Definition.Run::settings).orElse(Map.of());
        for (int i = 0; i < of.knobs().size(); i++) {
            var knob = of.knobs().get(i);
            var turned = trace.turnedKnobs.find(i);
            if (turned.isPresent()) {
                values.put(knob.name(), turned(knob, turned.get()));
            } else if (KnobText.parse(knob, settings.getOrDefault(knob.name(), ""))
                    instanceof KnobText.Accepted(var value)) {
                values.put(knob.name(), value);
            } else {
                values.put(knob.name(), knob.initial());
            }
        }
        return values;
    }

    private static Value turned(Knob knob, long raw) {
        return switch (knob) {
            case Knob.Choice choice ->
                raw >= 0 && raw < choice.options().size()
                        ? new Value.Text(choice.options().get((int) raw))
                        : choice.initial();
            case Knob.Slider slider -> value(slider.initial().type(), raw);
            case Knob.Toggle _ -> new Value.Truth(raw != 0);
        };
    }

    /// The trace does not hold the texts that a run numbers.
    private static Value value(Value.Type type, long raw) {
        return RawValue.value(type, raw, number -> "text " + number);
    }

    /// The output so far, oldest first, bounded.
    public synchronized List<Definition.Line> lines() {
        return List.copyOf(trace.lines);
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
