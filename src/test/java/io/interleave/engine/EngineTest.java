package io.interleave.engine;

import static io.interleave.engine.Runs.beside;
import static io.interleave.engine.Runs.engine;
import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.trace.Definition.How;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineTest {

    private static final String COUNTING = scenario("""
            knobs:
              workers: { slider: 4, min: 0, max: 16, live: true }
              lock: { toggle: on, live: true }
              rounds: { slider: 2000, min: 1, max: 100000000 }
            resources:
              count: { variable: 0 }
              additions: { variable: 0 }
              mutex: { lock: mutex, enabled: $lock }
            units:
              worker:
                thread: $workers
                steps:
                  - repeat: $rounds
                    steps:
                      - hold: mutex
                        steps:
                          - read: count
                          - write: { to: count, value: count + 1 }
                      - update: { to: additions, value: additions + 1 }
            expect:
              - count == additions
            """);

    @RepeatedTest(20)
    void aLockLosesNoUpdate() {
        var result = run(COUNTING, "lock=on");

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "count")).isEqualTo(8000);
        assertThat(whole(result, "additions")).isEqualTo(8000);
    }

    @RepeatedTest(5)
    void withoutTheLockTheCountIsAnyThatARaceCanLeaveAndAtomicUpdatesAreAllThere() {
        var result = run(COUNTING, "lock=off");

        assertThat(whole(result, "additions")).isEqualTo(8000);
        // A unit that read 0 first can be the last to write 1; then all others are lost but its own later rounds.
        assertThat(whole(result, "count")).isBetween(2L, 8000L);
    }

    @Test
    void aRaceInWhichUnitsSleepBetweenReadAndWriteLosesUpdates() {
        var result = run(scenario("""
                resources: { count: { variable: 0 } }
                units:
                  worker:
                    thread: 4
                    steps:
                      - repeat: 20
                        steps:
                          - read: count
                          - sleep: 1ms
                          - write: { to: count, value: count + 1 }
                """));

        assertThat(whole(result, "count")).isBetween(1L, 79L);
    }

    @Test
    void noUnitsAreARunThatIsOverAtOnce() {
        assertThat(run(COUNTING, "workers=0").how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void turningTheWorkersUpStartsMoreAndTurningThemDownRetiresSomeAfterWholeRounds() throws Exception {
        var engine = engine(COUNTING, "rounds=100000000");
        var result = beside(engine);
        engine.turn("workers", new Value.Whole(8));
        engine.turn("workers", new Value.Whole(0));

        var end = result.get(30, TimeUnit.SECONDS);

        assertThat(end.how()).isEqualTo(How.COMPLETED);
        assertThat(end.finals().get("count")).isEqualTo(end.finals().get("additions"));
    }

    @Test
    void aLockCanBeTurnedOffAndOnWhileUnitsUseIt() throws Exception {
        var engine = engine(COUNTING, "rounds=20000");
        var result = beside(engine);
        for (int i = 0; i < 200; i++) {
            engine.turn("lock", new Value.Truth(i % 2 == 0));
        }

        var end = result.get(30, TimeUnit.SECONDS);

        assertThat(end.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(end, "additions")).isEqualTo(80_000);
    }

    @Test
    void aKnobThatIsNotLiveOrNotThereIsNotTurned() throws Exception {
        var engine = engine(COUNTING, "rounds=10");
        engine.turn("rounds", new Value.Whole(5));
        engine.turn("nothing", new Value.Whole(5));

        assertThat(whole(engine.run(), "additions")).isEqualTo(40);
    }

    @Test
    void stopEndsUnitsThatCompute() throws Exception {
        assertStops("""
                units: { worker: { thread: 3, steps: [ { compute: 1000s } ] } }
                """);
    }

    @Test
    void stopEndsUnitsThatSleep() throws Exception {
        assertStops("""
                units: { worker: { thread: 3, steps: [ { sleep: 1000s } ] } }
                """);
    }

    @Test
    void stopEndsUnitsThatRepeatNothingButReads() throws Exception {
        assertStops("""
                resources: { x: { variable: 0 } }
                units: { worker: { thread: 3, steps: [ { repeat: 1000000000000, steps: [ { read: x } ] } ] } }
                """);
    }

    @Test
    void stopEndsADeadlock() throws Exception {
        assertStops("""
                resources: { a: { lock: mutex }, b: { lock: mutex } }
                units:
                  first:
                    thread: 1
                    steps:
                      - repeat: 1000000
                        steps: [ { hold: a, steps: [ { sleep: 1ms }, { hold: b, steps: [ { sleep: 0ms } ] } ] } ]
                  second:
                    thread: 1
                    steps:
                      - repeat: 1000000
                        steps: [ { hold: b, steps: [ { sleep: 1ms }, { hold: a, steps: [ { sleep: 0ms } ] } ] } ]
                """);
    }

    @Test
    void stopEndsAUnitThatWaitsForItself() throws Exception {
        assertStops("""
                resources: { a: { lock: mutex } }
                units: { worker: { thread: 1, steps: [ { hold: a, steps: [ { hold: a, steps: [ { sleep: 1s } ] } ] } ] } }
                """);
    }

    private static void assertStops(String sections) throws Exception {
        var engine = engine(scenario(sections));
        var result = beside(engine);
        engine.stop();

        assertThat(result.get(30, TimeUnit.SECONDS).how()).isEqualTo(How.STOPPED);
        Runs.awaitThreadsGone("worker.*|first|second");
    }

    @Test
    void theLimitEndsARun() {
        var engine = engine(
                scenario("units: { worker: { thread: 1, steps: [ { sleep: 1000s } ] } }"),
                Optional.of(Duration.ofMillis(20)),
                Optional.empty());

        assertThat(engine.run().how()).isEqualTo(How.LIMIT);
    }

    @Test
    void releasingWhatIsNotHeldFailsTheUnitAndNamesTheLine() {
        var result = run(scenario("""
                resources: { a: { lock: mutex } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - acquire: a
                      - repeat: 2
                        steps:
                          - release: a
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("worker", "'a'", "does not hold");
        assertThat(result.failure().orElseThrow().line()).isEqualTo(11);
    }

    @Test
    void dividingByZeroFailsTheUnitAndNamesTheLine() {
        var result = run(scenario("""
                resources: { x: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - read: x
                      - write: { to: x, value: 1 / x }
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("division by zero");
        assertThat(result.failure().orElseThrow().line()).isEqualTo(9);
    }

    @Test
    void whatAcquiredALockWhileItWasOffMayReleaseItWhenItIsOn() throws Exception {
        var text = scenario("""
                knobs: { lock: { toggle: off, live: true } }
                resources: { a: { lock: mutex, enabled: $lock }, begun: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - acquire: a
                      - sleep: 50ms
                      - release: a
                """);
        var engine = engine(text);
        var result = beside(engine);
        engine.turn("lock", new Value.Truth(true));

        assertThat(result.get(30, TimeUnit.SECONDS).how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void decimalsStayDecimalsAndDurationsDurations() {
        var result = run(scenario("""
                resources: { half: { variable: 0.5 }, time: { variable: 2ms }, n: { variable: 3 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - increment: { variable: half, by: 2 }
                      - update: { to: half, value: half * 2 }
                      - read: time
                      - write: { to: time, value: time * 1.5 }
                      - increment: n
                """));

        assertThat(result.finals())
                .containsEntry("half", new Value.Decimal(5.0))
                .containsEntry("time", new Value.Time(3_000_000))
                .containsEntry("n", new Value.Whole(4));
    }
}
