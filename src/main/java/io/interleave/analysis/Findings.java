package io.interleave.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What there is to point out, from the lanes as they are now.
final class Findings {

    /// The share of the units' time spent waiting for a lock from which that is worth a word.
    private static final double WORTH_TELLING = 0.05;

    private final TimelineBuilder trace;

    Findings(TimelineBuilder trace) {
        this.trace = trace;
    }

    /// @param over whether nothing more comes
    List<Finding> all(boolean over) {
        var findings = new ArrayList<Finding>(trace.deadlocks.all());
        if (findings.isEmpty()) {
            findings.addAll(trace.stalls.findings(over));
        }
        for (var variable : trace.resources.variables) {
            if (variable.lost() > 0) {
                findings.add(new Finding.UpdatesLost(
                        variable.id, variable.name, variable.lost(), variable.writes(), variable.conflicts()));
            }
        }
        findings.addAll(trace.deaths);
        rejections(findings);
        loopBlocked().ifPresent(findings::add);
        starved().ifPresent(findings::add);
        contentions(findings);
        fullQueues(findings);
        return List.copyOf(findings);
    }

    private void rejections(List<Finding> findings) {
        for (var resource : trace.resources.all()) {
            if (resource instanceof PoolTrack pool && pool.figures().rejected() > 0) {
                var figures = pool.figures();
                findings.add(new Finding.TasksRejected(pool.id, pool.name, figures.rejected(), figures.submitted()));
            }
        }
    }

    private Optional<Finding> loopBlocked() {
        var worst = trace.carriers.worst(trace.units, trace.now());
        return trace.shownUnit(worst.unit())
                .map(unit -> new Finding.LoopBlocked(
                        unit.name(),
                        trace.told.line(unit.spans.longestStep(worst.since(), worst.until())),
                        worst.nanos(),
                        worst.waiting(),
                        trace.carriers.blocks(trace.units, trace.now())));
    }

    private Optional<Finding> starved() {
        var starvation = trace.starvation;
        return starvation.isWorthTelling(trace.now() - trace.start())
                ? Optional.of(new Finding.Starved(
                        starvation.lock(),
                        trace.resources.name(starvation.lock()),
                        trace.units.name(starvation.unit()),
                        trace.told.line(starvation.step()),
                        starvation.overtaken(),
                        starvation.waited()))
                : Optional.empty();
    }

    /// A lock that a deadlock has for ever is not contended: waiting for it is told already.
    private void contentions(List<Finding> findings) {
        var stuck = trace.deadlocks.all().stream()
                .flatMap(it -> it.circle().stream())
                .map(Finding.Deadlock.Link::lock)
                .collect(Collectors.toSet());
        long life = life();
        for (var resource : trace.resources.all()) {
            if (resource instanceof LockTrack lock && !stuck.contains(lock.name)) {
                var times = lock.waitTimes(trace.now());
                double share = times.share(life);
                if (share >= WORTH_TELLING) {
                    findings.add(new Finding.Contention(
                            lock.id, lock.name, times.waits(), times.waited(), times.longest(), share));
                }
            }
        }
    }

    /// Where a run stands still, the queues for which its units wait are told already.
    private void fullQueues(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding.Stall.class::isInstance)) {
            return;
        }
        long life = life();
        for (var resource : trace.resources.all()) {
            if (resource instanceof QueueTrack queue && trace.told.plan.hasRoom(queue.name)) {
                var times = queue.waitTimesForRoom(trace.now());
                double share = times.share(life);
                if (share >= WORTH_TELLING) {
                    findings.add(new Finding.QueueFull(
                            queue.id, queue.name, times.waits(), times.waited(), times.longest(), share));
                }
            }
        }
    }

    /// The units' whole time.
    private long life() {
        return trace.units.population.life(trace.now());
    }
}
