package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value;
import io.interleave.model.Waiting;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Barriers, phasers, latches and events.
@Timeout(60)
class MeetingsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"barrier, thread", "phaser, thread", "barrier, coroutine", "phaser, coroutine"})
    void phases_never_mix(String kind, String unit) {
        var result = run(scenario("""
                resources: { meet: { %s: 4 }, done: { variable: 0 }, places: { variable: 0 } }
                units:
                  worker:
                    %s: 4
                    steps:
                      - for_each: { as: phase, from: 1, to: 200 }
                        steps:
                          - update: { to: done, value: done + 1 }
                          - await: { for: meet, into: place }
                          - update: { to: places, value: places + place }
                          - read: done
                          - check: done == 4 * phase
                          - await: meet
                """.formatted(kind, unit)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "done")).isEqualTo(800);
        assertThat(whole(result, "places")).isEqualTo(200 * (1 + 2 + 3 + 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"barrier", "phaser"})
    void the_last_to_come_is_the_cause(String kind) throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { meet: { %s: 3 } }
                units:
                  worker:
                    thread: 3
                    steps: [ { await: meet } ]
                """.formatted(kind)));

        var levels = recorded.of("meet", EventKind.LEVEL);
        assertThat(recorded.levels("meet")).containsExactly(0L, 1L, 2L, 3L, 0L);
        int last = levels.get(3).unit();
        assertThat(recorded.of("meet", EventKind.WAIT_OVER))
                .hasSize(2)
                .allSatisfy(it -> assertThat(EventKind.waitCause(it.value())).isEqualTo(last));
    }

    @Test
    void a_barrier_that_somebody_leaves_is_broken_for_all() {
        var result = run(scenario("""
                resources: { meet: { barrier: 3 }, impatient: { variable: 0 }, left: { variable: 0 }, go: { event: off } }
                units:
                  patient:
                    thread: 1
                    steps:
                      - await: meet
                        timeout: 1000s
                        else: [ { increment: left } ]
                      - await: meet
                        timeout: 1000s
                        else: [ { increment: left }, { signal: go } ]
                  impatient_one:
                    thread: 1
                    steps:
                      - await: meet
                        timeout: 5ms
                        else: [ { increment: impatient } ]
                      - await: go
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "impatient")).isEqualTo(1);
        assertThat(whole(result, "left")).isEqualTo(2);
    }

    @Test
    void a_broken_barrier_fails_those_who_say_nothing_of_it() {
        var result = run(scenario("""
                resources: { meet: { barrier: 2 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - await: meet
                        timeout: 1ms
                        else: [ { log: too late } ]
                      - await: meet
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("worker", "'meet'", "broken");
    }

    @Test
    void a_barrier_that_is_turned_off_lets_go_of_those_who_wait() throws Exception {
        var text = scenario("""
                knobs: { together: { toggle: on, live: true } }
                resources: { meet: { barrier: 3, enabled: $together } }
                units: { worker: { thread: 2, steps: [ { await: meet }, { await: meet } ] } }
                """);
        var engine = Runs.engine(text);
        var result = Runs.beside(engine);
        engine.turn("together", new Value.Truth(false));

        assertThat(result.get(50, TimeUnit.SECONDS).how()).isEqualTo(How.COMPLETED);
    }

    @Test
    @SuppressWarnings("NullAway") // the unit has no crew: nothing here starts or fails another
    void a_barrier_that_is_turned_off_just_as_a_unit_comes_does_not_keep_it() {
        var on = new AtomicBoolean(true);
        var barrier = new AtomicReference<Barrier>();
        Code enabled = _ -> {
            boolean seen = on.getAndSet(false);
            if (seen) {
                barrier.get().turned(_ -> {});
            }
            return seen ? 1 : 0;
        };
        barrier.set(new Barrier(0, "meet", enabled, Code.constant(3)));
        var worker = new Unit(0, "worker", true, 1, Program.NONE, null, Optional.empty());

        var target = new Target(Place.NOWHERE, "meet", Optional.empty());
        var await = new Step.Await(Place.NOWHERE, target, Optional.empty(), Waiting.FOR_EVER);

        var how = barrier.get().await(worker, await, 0, Patience.FOR_EVER);

        assertThat(how).isEqualTo(Awaitable.Waited.MET);
    }

    @Test
    void a_barrier_for_fewer_parties_opens_for_those_who_have_come() throws Exception {
        var text = scenario("""
                knobs: { parties: { slider: 3, min: 1, max: 5, live: true } }
                resources: { meet: { barrier: $parties } }
                units: { worker: { thread: 2, steps: [ { await: meet } ] } }
                """);
        var engine = Runs.engine(text);
        var result = Runs.beside(engine);
        engine.turn("parties", new Value.Whole(2));

        assertThat(result.get(50, TimeUnit.SECONDS).how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void parties_of_a_phaser_come_and_go() {
        var result = run(scenario("""
                resources: { round: { phaser: 3 }, done: { variable: 0 } }
                units:
                  worker:
                    thread: 2
                    steps:
                      - repeat: 3
                        steps:
                          - update: { to: done, value: done + 1 }
                          - await: round
                      - deregister: round
                  guest:
                    thread: 1
                    steps:
                      - register: round
                      - arrive: round
                      - arrive: round
                      - deregister: round
                      - deregister: round
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "done")).isEqualTo(6);
    }

    @Test
    void a_phaser_without_parties_has_ended_and_keeps_nobody() {
        var result = run(scenario("""
                resources: { round: { phaser: 1 } }
                units:
                  worker:
                    thread: 1
                    steps: [ { await: round }, { deregister: round }, { await: round }, { arrive: round } ]
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void arriving_where_nobody_is_registered_fails_the_unit() {
        var result = run(scenario("""
                resources: { round: { phaser: 0 } }
                units: { worker: { thread: 1, steps: [ { arrive: round } ] } }
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("'round'", "nobody is registered");
    }

    @Test
    void a_latch_opens_when_it_is_counted_down_and_stays_open() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { done: { latch: 3 }, n: { variable: 0 }, seen: { variable: 0 } }
                units:
                  worker:
                    thread: 3
                    steps: [ { update: { to: n, value: n + 1 } }, { count_down: done }, { count_down: done } ]
                  waiter:
                    thread: 2
                    steps:
                      - await: done
                      - read: n
                      - await: done
                      - update: { to: seen, value: seen + 1 }
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(recorded.levels("done")).startsWith(3L, 2L, 1L, 0L).endsWith(0L);
        var opener = recorded.of("done", EventKind.LEVEL).get(3).unit();
        assertThat(recorded.of("done", EventKind.WAIT_OVER))
                .allSatisfy(it -> assertThat(EventKind.waitCause(it.value())).isEqualTo(opener));
    }

    @Test
    void an_event_wakes_all_and_can_be_cleared() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { go: { event: off }, here: { semaphore: 0 }, others: { variable: 0 } }
                units:
                  waiter:
                    thread: 3
                    steps: [ { release: here }, { await: go } ]
                  caller:
                    thread: 1
                    steps:
                      - repeat: 3
                        steps: [ { acquire: here } ]
                      - sleep: 5ms
                      - signal: go
                      - clear: go
                      - await: go
                        timeout: 1ms
                        else: [ { increment: others } ]
                      - signal: go
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(whole(recorded.result(), "others")).isEqualTo(1);
        assertThat(recorded.levels("go")).containsExactly(0L, 1L, 0L, 1L);
        assertThat(recorded.of("go", EventKind.WAIT_OVER))
                .filteredOn(it -> EventKind.waitEnd(it.value()) == WaitEnd.MET)
                .allSatisfy(it -> assertThat(EventKind.waitCause(it.value())).isEqualTo(recorded.unit("caller")));
    }

    @Test
    void an_event_that_is_set_from_the_beginning_keeps_nobody() {
        var result = run(scenario("""
                resources: { go: { event: on, count: 2 } }
                units: { worker: { thread: 2, steps: [ { await: { for: go, at: index } } ] } }
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"barrier: 2", "phaser: 2", "latch: 1", "event: off"})
    void who_waits_too_long_fails_where_nothing_is_said(String resource) {
        var result = run(scenario("""
                resources: { it: { %s } }
                units: { worker: { thread: 1, steps: [ { await: it, timeout: 1ms } ] } }
                """.formatted(resource)));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("worker", "'it'", "timed out");
    }
}
