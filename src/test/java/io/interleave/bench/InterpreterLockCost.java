package io.interleave.bench;

import io.interleave.engine.Engine;
import io.interleave.engine.Work;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the interpreter lock costs threads that only compute: the same work by one thread, by two under the
/// lock, and by two without it, in turn. Prints the time of the two as a multiple of the one: of the medians,
/// and of the shortest times, which say more on a machine that others use too. All run in this process, so that
/// the same measure of work holds for all.
///
/// Arguments: how many rounds (15), the work of a step in microseconds (20), and all work in milliseconds
/// (1000).
final class InterpreterLockCost {

    private static final String SCENARIO = """
            interleave: 1
            title: Work under an interpreter lock
            knobs:
              workers: { slider: 2, min: 1, max: 64 }
              rounds: { slider: 1000, min: 1, max: 1000000000 }
              work: { slider: 20us, min: 1us, max: 1s }
              gil_on: { toggle: on }
            resources: { gil: { lock: gil, enabled: $gil_on } }
            units:
              worker:
                thread: $workers
                under: gil
                steps:
                  - repeat: $rounds
                    steps:
                      - compute: $work
            """;

    private InterpreterLockCost() {}

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        long step = (args.length > 1 ? Long.parseLong(args[1]) : 20) * 1_000;
        long all = (args.length > 2 ? Long.parseLong(args[2]) : 1000) * 1_000_000;
        var work = Work.calibrate();
        var serial = new double[rounds];
        var with = new double[rounds];
        var without = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            serial[i] = run(work, 1, step, all, false);
            with[i] = run(work, 2, step, all, true);
            without[i] = run(work, 2, step, all, false);
        }
        Arrays.sort(serial);
        Arrays.sort(with);
        Arrays.sort(without);
        print("median", serial[rounds / 2], with[rounds / 2], without[rounds / 2]);
        print("shortest", serial[0], with[0], without[0]);
    }

    private static void print(String which, double serial, double with, double without) {
        System.out.printf(
                Locale.ROOT,
                "two threads / one, %s: %.3f with the lock, %.3f without%n",
                which,
                with / serial,
                without / serial);
    }

    private static long run(Work work, int workers, long step, long all, boolean lock) {
        var scenario = ScenarioReader.read(SCENARIO).scenario().orElseThrow();
        var settings = Settings.of(scenario)
                .with("workers", new Value.Whole(workers))
                .with("rounds", new Value.Whole(all / step / workers))
                .with("work", new Value.Time(step))
                .with("gil_on", new Value.Truth(lock));
        var setup = new Engine.Setup(
                SCENARIO,
                scenario,
                settings,
                Integer.MAX_VALUE,
                CoreSource.EXACT,
                Optional.empty(),
                false,
                Path.of("").toAbsolutePath());
        return new Engine(setup, work, Optional.empty()).run().wallNanos();
    }
}
