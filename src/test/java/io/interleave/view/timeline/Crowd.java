package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.analysis.UnitKind;
import java.util.Random;

/// Runs with lanes of every kind, of which nothing but the lanes matters.
final class Crowd {

    private Crowd() {}

    /// Two cores; the group `pool` of twelve; two units alone; a process with two threads; two locks; a queue; a
    /// variable.
    static FakeSource usual() {
        var source = new FakeSource();
        cores(source, 2);
        for (int unit = 0; unit < 12; unit++) {
            source.lane(Lane.Kind.UNIT, unit, "pool " + (unit + 1), "pool", span());
        }
        alone(source, 20, "reader", UnitKind.THREAD);
        alone(source, 21, "writer", UnitKind.THREAD);
        process(source, 30, 2);
        source.lane(Lane.Kind.LOCK, 100, "mutex", span());
        source.lane(Lane.Kind.LOCK, 101, "other", span());
        source.lane(Lane.Kind.LEVEL, 102, "jobs", span());
        source.lane(Lane.Kind.VARIABLE, 103, "count", span());
        return source;
    }

    /// A core; the group `pool` of two; a process with two threads; a lock.
    static FakeSource small() {
        var source = new FakeSource();
        cores(source, 1);
        source.lane(Lane.Kind.UNIT, 0, "pool 1", "pool", span());
        source.lane(Lane.Kind.UNIT, 1, "pool 2", "pool", span());
        process(source, 30, 2);
        source.lane(Lane.Kind.LOCK, 100, "mutex", span());
        return source;
    }

    /// Any number of everything.
    static FakeSource any(Random random) {
        var source = new FakeSource();
        cores(source, random.nextInt(5));
        int unit = 0;
        for (int group = random.nextInt(4); group > 0; group--) {
            for (int count = 1 + random.nextInt(9); count > 0; count--) {
                source.lane(Lane.Kind.UNIT, unit, "group " + group + " " + unit, "group " + group, span());
                unit++;
            }
        }
        for (int process = random.nextInt(3); process > 0; process--) {
            process(source, unit, random.nextInt(3));
            unit += 10;
        }
        int resource = 1_000;
        for (var kind : new Lane.Kind[] {Lane.Kind.LOCK, Lane.Kind.LEVEL, Lane.Kind.VARIABLE}) {
            for (int count = random.nextInt(4); count > 0; count--) {
                source.lane(kind, resource, kind + " " + resource, span());
                resource++;
            }
        }
        return source;
    }

    private static void cores(FakeSource source, int count) {
        for (int core = 0; core < count; core++) {
            source.lane(Lane.Kind.CORE, core, "core " + core, span());
        }
    }

    private static void alone(FakeSource source, int unit, String name, UnitKind kind) {
        source.kinds.put(unit, kind);
        source.lane(Lane.Kind.UNIT, unit, name, name, span());
    }

    /// With its threads under it.
    private static void process(FakeSource source, int unit, int threads) {
        alone(source, unit, "child " + unit, UnitKind.PROCESS);
        for (int thread = 1; thread <= threads; thread++) {
            source.lane(Lane.Kind.CHILD, unit + thread, "thread " + (unit + thread), "", span());
        }
    }

    private static SpansBuilder span() {
        return new SpansBuilder().add(START, START + 1_000, State.RUNNING);
    }
}
