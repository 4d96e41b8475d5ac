package io.interleave.analysis;

import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/// Traces that say anything, in any order.
final class Nonsense {

    static final int CORES = 3;
    private static final EventKind[] KINDS = EventKind.values();
    private static final int UNITS = 5;

    private final RunScript script;
    private final Random random;
    private long time;
    private int events;

    Nonsense(RunScript script, Random random) {
        this.script = script;
        this.random = random;
        script.cores(CoreSource.values()[random.nextInt(3)], 0, 1);
        for (int unit = 0; unit < UNITS - 1; unit++) {
            script.unit(unit);
        }
        script.lock(10, "mutex").variable(20, "count", 0);
        time = random.nextInt(1 << 30);
    }

    static Timeline timeline(Path directory, Random random) throws IOException {
        var script = new RunScript(directory);
        new Nonsense(script, random).tell(2_000);
        return script.timeline();
    }

    /// So many events more.
    void tell(int more) {
        for (int i = 0; i < more; i++) {
            time += random.nextInt(3);
            script.at(time).onCore(random.nextInt(CORES) - 1);
            var kind = KINDS[random.nextInt(KINDS.length)];
            if (kind.isOfCores()) {
                script.tells(kind, object(kind, random), 100 + random.nextInt(UNITS + 1));
            } else {
                int unit = unit(kind, random, events);
                script.event(kind, unit, object(kind, random), random.nextInt(4), value(kind, random));
            }
            events++;
        }
    }

    /// Units end late, or there is little left to look at.
    private static int unit(EventKind kind, Random random, int event) {
        return kind == EventKind.UNIT_END && event < 1_500 ? UNITS : random.nextInt(UNITS);
    }

    private static int object(EventKind kind, Random random) {
        return switch (kind) {
            case LOCK_WAIT, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ABANDONED, LOCK_ENABLED -> 10 + random.nextInt(2);
            case READ, WRITE, BLIND_WRITE, UPDATE, FINAL -> 20 + random.nextInt(2);
            case UNIT_START, UNIT_END, COMPUTE, SLEEP, WAKE, LOG, KNOB -> random.nextInt(3);
            case CORE_IN,
                    CORE_OUT,
                    CORE_PREEMPTED,
                    CORE_EXIT,
                    CORE_LOST,
                    CORE_SAMPLE_ON,
                    CORE_SAMPLE_OFF,
                    CORE_COMPLETE -> random.nextInt(CORES);
            default -> random.nextInt(12);
        };
    }

    private static long value(EventKind kind, Random random) {
        return switch (kind) {
            case UNIT_START -> 100 + random.nextInt(UNITS);
            case WAIT_OVER -> random.nextInt(4) | (long) random.nextInt(UNITS + 2) << 8;
            default -> random.nextInt(UNITS);
        };
    }
}
