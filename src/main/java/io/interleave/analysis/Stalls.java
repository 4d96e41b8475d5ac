package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether all units wait, with none left that could wake one of them, and what they wait for.
///
/// Between the moment in which one unit wakes another and the other's word that it is awake, both may seem to
/// wait. So that only counts which has lasted, or with which the run ended. And when a run is ended, its units
/// give their waits up: what they waited for is written down at the first that does.
final class Stalls {

    /// Nanoseconds after which nobody is just about to wake.
    private static final long LASTING = 500_000_000;

    /// Where nothing more comes.
    private static final long LASTING_AT_THE_END = 20_000_000;

    private static final int MOST_NAMED = 16;

    private final TimelineBuilder trace;
    private final List<Finding.Wait> waits = new ArrayList<>();
    private final List<Finding.SignalLost> signals = new ArrayList<>();
    private int waiting;
    private long since = Population.NEVER;
    private long seenAt;
    private boolean frozen;

    Stalls(TimelineBuilder trace) {
        this.trace = trace;
    }

    /// A unit gives its wait up.
    void leaves(long time) {
        if (!frozen && trace.units.population.stalledSince() != Population.NEVER) {
            writeDown(time);
            frozen = true;
        }
    }

    /// A unit goes on with its steps.
    void goesOn() {
        frozen = false;
        since = Population.NEVER;
    }

    /// What there is to say now.
    ///
    /// @param over whether nothing more comes
    List<Finding> findings(boolean over) {
        long now = trace.now();
        if (!frozen) {
            if (trace.units.population.stalledSince() == Population.NEVER) {
                return List.of();
            }
            if (since != trace.units.population.stalledSince()) {
                writeDown(now);
            }
            seenAt = now;
        }
        if (waiting == 0 || seenAt - since < (over || frozen ? LASTING_AT_THE_END : LASTING)) {
            return List.of();
        }
        var found = new ArrayList<Finding>(signals);
        found.add(new Finding.Stall(since, waiting, waits));
        return found;
    }

    private void writeDown(long time) {
        waits.clear();
        signals.clear();
        waiting = 0;
        since = trace.units.population.stalledSince();
        seenAt = time;
        for (var unit : trace.units.all()) {
            if (!unit.isWaiting() || unit.group.kind == UnitKind.WORKER) {
                continue;
            }
            int line = line(unit.step());
            if (trace.told.plan.isLimited(line)) {
                waiting = 0;
                return;
            }
            waiting++;
            if (waits.size() < MOST_NAMED) {
                waits.add(wait(unit, line));
            }
            lostSignal(unit, line).ifPresent(signals::add);
        }
    }

    private Finding.Wait wait(UnitTrack unit, int line) {
        var resource = unit.awaited() == NONE ? Optional.<ResourceTrack>empty() : trace.resources.find(unit.awaited());
        if (resource.isPresent()) {
            var it = resource.get();
            long amount = it instanceof LevelTrack level ? level.amount() : 0;
            return new Finding.Wait(unit.name(), line, it.name, it.word, amount);
        }
        return unit.awaitedUnit() == NONE
                ? new Finding.Wait(unit.name(), line, "", "", 0)
                : new Finding.Wait(unit.name(), line, trace.units.name(unit.awaitedUnit()), "unit", 0);
    }

    private Optional<Finding.SignalLost> lostSignal(UnitTrack unit, int line) {
        if (signals.stream().anyMatch(it -> it.condition() == unit.awaited())
                || !(trace.resources.find(unit.awaited()).orElse(null) instanceof ConditionTrack condition)
                || condition.unheardAt() > unit.waitsSince()) {
            return Optional.empty();
        }
        return Optional.of(new Finding.SignalLost(
                condition.id,
                condition.name,
                trace.units.name(condition.unheardBy()),
                line(condition.unheardStep()),
                condition.unheardAt(),
                unit.name(),
                line));
    }

    private int line(int step) {
        return trace.told.line(step);
    }
}
