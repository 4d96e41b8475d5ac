package io.interleave.export;

import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.model.Value;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Runs that were built to be exported.
final class Samples {

    static final int MUTEX = 0;
    static final int COUNT = 1;
    static final int QUEUE = 2;
    static final int RATIO = 3;

    private Samples() {}

    /// Two threads on two cores and one without a thread of its own: a lock that is waited for, a queue,
    /// variables, a preemption, output.
    static KeptRun small(Path parent) throws IOException {
        var script = new RunScript(parent)
                .scenario("""
                        interleave: 1
                        title: "Small, \\"quoted\\" and <odd>"
                        resources: { count: { variable: 0 } }
                        units: { unit: { thread: 2, steps: [ { read: count } ] } }
                        """, Map.of())
                .cores(CoreSource.EXACT, 0, 1)
                .unit(0)
                .unit(1)
                .define(new Definition.Unit(2, "tick,er\n\"two\"", "ticker", 0, "coroutine", -1))
                .lock(MUTEX, "mutex")
                .resource(QUEUE, "queue", "queue")
                .define(new Definition.Resource(RATIO, "ratio", "variable", Value.Type.DECIMAL))
                .step(1, 7)
                .at(1_000)
                .variable(COUNT, "count", 0)
                .tells(EventKind.BLIND_WRITE, RATIO, Double.doubleToRawLongBits(0.5))
                .at(1_001)
                .starts(0, 100)
                .at(1_002)
                .in(0, 100)
                .at(1_003)
                .event(EventKind.UNIT_START, 1, 0, -1, 101)
                .at(1_004)
                .in(1, 101)
                .at(1_010)
                .acquires(0, MUTEX, 1)
                .at(1_017)
                .waits(1, MUTEX, 0, 1)
                .at(1_018)
                .out(1, 101)
                .at(1_100)
                .writes(0, COUNT, 41)
                .at(1_101)
                .releases(0, MUTEX, 1)
                .at(1_105)
                .in(1, 101)
                .at(1_106)
                .acquires(1, MUTEX, 1)
                .at(1_120)
                .preempted(0, 100)
                .at(1_121)
                .in(0, 999)
                .at(1_150)
                .out(0, 999)
                .at(1_150)
                .in(0, 100)
                .at(1_160)
                .event(EventKind.PUT, 0, QUEUE, 1, 0)
                .at(1_161)
                .level(0, QUEUE, 1)
                .at(1_200)
                .event(EventKind.TAKE, 1, QUEUE, 1, 0)
                .at(1_201)
                .level(1, QUEUE, 0)
                .at(1_210)
                .define(new Definition.Line(1, 1_210, "a, \"line\"\nof two"))
                .at(1_211)
                .event(EventKind.SIGNAL, 1, QUEUE, 1, -1)
                .at(1_220)
                .starts(2, -1)
                .at(1_230)
                .sleeps(2, 1)
                .at(1_300)
                .releases(1, MUTEX, 1)
                .at(1_310)
                .ends(1)
                .at(1_311)
                .exits(1, 101)
                .at(1_320)
                .awaits(0, QUEUE, 1)
                .at(1_321)
                .out(0, 100)
                .at(1_400)
                .in(0, 100)
                .at(1_401)
                .waitIsOver(0, QUEUE, WaitEnd.MET, 2)
                .at(1_450)
                .ends(0)
                .at(1_460)
                .ends(2)
                .end(Definition.How.COMPLETED);
        return new KeptRun(script.directory(), script.timeline());
    }

    /// A hundred coroutines that begin one after the other and sleep.
    static KeptRun crowd(Path parent) throws IOException {
        var script = new RunScript(parent).units(0, 100, "many", "coroutine").step(1, 3);
        for (int unit = 0; unit < 100; unit++) {
            script.at(1_000 + unit * 10L).starts(unit, -1).sleeps(unit, 1);
        }
        script.at(5_000);
        for (int unit = 0; unit < 100; unit++) {
            script.ends(unit);
        }
        script.end(Definition.How.COMPLETED);
        return new KeptRun(script.directory(), script.timeline());
    }

    /// A thread that goes from state to state at odd times, so many times.
    static KeptRun restless(Path parent, int changes) throws IOException {
        var random = new Random(7);
        var script = new RunScript(parent).unit(0).step(1, 3).at(3).starts(0, 100);
        long time = 3;
        for (int i = 0; i < changes; i++) {
            time += 1 + random.nextInt(100_000_000);
            script.at(time);
            if (i % 2 == 0) {
                script.sleeps(0, 1);
            } else {
                script.wakes(0, 1);
            }
        }
        script.at(time + 1).ends(0).end(Definition.How.COMPLETED);
        return new KeptRun(script.directory(), script.timeline());
    }

    /// Nanoseconds of each unit in each state, by `unit/state`: what every export has to add up to.
    static Map<String, Long> times(Timeline timeline) {
        var times = new TreeMap<String, Long>();
        for (var unit : timeline.unitTimes(Integer.MAX_VALUE)) {
            unit.states().forEach((state, nanos) -> times.put(key(unit.name(), state), nanos));
        }
        return times;
    }

    private static String key(String unit, State state) {
        return unit + "/" + Word.of(state);
    }

    static int arrows(Timeline timeline) {
        return timeline.flows().size();
    }
}
