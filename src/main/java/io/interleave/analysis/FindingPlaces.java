package io.interleave.analysis;

/// Where on the timeline findings show.
final class FindingPlaces {

    private final TimelineBuilder trace;

    FindingPlaces(TimelineBuilder trace) {
        this.trace = trace;
    }

    Hit.Pointed of(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost it -> lost(it);
            case Finding.Deadlock it ->
                unit(it, it.circle().isEmpty() ? "" : it.circle().getFirst().unit(), it.since(), trace.now());
            case Finding.Stall it ->
                unit(it, it.waits().isEmpty() ? "" : it.waits().getFirst().unit(), it.since(), trace.now());
            case Finding.SignalLost it ->
                new Hit.Pointed(it, it.name(), Lane.Kind.LEVEL, it.condition(), it.at(), it.at());
            case Finding.Contention it -> whole(it, it.name(), Lane.Kind.LOCK, it.lock());
            case Finding.QueueFull it -> whole(it, it.name(), Lane.Kind.LEVEL, it.queue());
            case Finding.Starved it -> whole(it, it.name(), Lane.Kind.LOCK, it.lock());
            case Finding.LoopBlocked it -> {
                var worst = trace.carriers.worst(trace.units, trace.now());
                yield new Hit.Pointed(it, it.unit(), Lane.Kind.UNIT, worst.unit(), worst.since(), worst.until());
            }
            case Finding.TasksRejected it -> whole(it, it.name(), Lane.Kind.LEVEL, it.pool());
            case Finding.WorkerDied it -> unit(it, it.worker(), it.at(), it.at());
        };
    }

    /// From the lost write to the one that overwrote it, of the first conflict.
    private Hit.Pointed lost(Finding.UpdatesLost finding) {
        var conflicts = trace.resources.lostUpdates;
        for (int i = 0; i < conflicts.size(); i++) {
            if (conflicts.variable(i) == finding.variable()) {
                return new Hit.Pointed(
                        finding,
                        finding.name(),
                        Lane.Kind.VARIABLE,
                        finding.variable(),
                        conflicts.lostWriteTime(i),
                        conflicts.overwriterWriteTime(i));
            }
        }
        return whole(finding, finding.name(), Lane.Kind.VARIABLE, finding.variable());
    }

    private Hit.Pointed whole(Finding finding, String name, Lane.Kind lane, int subject) {
        return new Hit.Pointed(finding, name, lane, subject, trace.start(), trace.now());
    }

    private Hit.Pointed unit(Finding finding, String name, long from, long to) {
        return new Hit.Pointed(finding, name, Lane.Kind.UNIT, trace.units.idOf(name), from, to);
    }

    /// What somebody would look for who does not know what it is about.
    static String words(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost _ -> "lost update race";
            case Finding.Deadlock _ -> "deadlock";
            case Finding.Stall _ -> "stall deadlock";
            case Finding.SignalLost _ -> "lost signal";
            case Finding.Contention _ -> "contention";
            case Finding.QueueFull _ -> "full queue backpressure";
            case Finding.Starved _ -> "starvation";
            case Finding.LoopBlocked _ -> "blocked loop";
            case Finding.TasksRejected _ -> "rejected tasks";
            case Finding.WorkerDied _ -> "worker died";
        };
    }
}
