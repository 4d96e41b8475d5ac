package io.interleave.engine;

import static io.interleave.engine.Runs.beside;
import static io.interleave.engine.Runs.engine;
import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InterpreterLockTest {

    private static final String COMPUTING = scenario("""
            knobs: { gil_on: { toggle: on, live: true } }
            resources: { gil: { lock: gil, interval: 1ms, enabled: $gil_on } }
            units:
              worker:
                thread: 3
                under: gil
                steps:
                  - repeat: 100
                    steps: [ { compute: 200us } ]
            """);

    private static final String ADDING = scenario("""
            knobs:
              interval: { slider: 1ms, min: 1us, max: 1000s }
            resources:
              gil: { lock: gil, interval: $interval }
              count: { variable: 0 }
            units:
              worker:
                thread: 2
                under: gil
                steps:
                  - repeat: 1000000
                    steps: [ { increment: count } ]
            """);

    @TempDir
    Path directory;

    @Test
    void one_unit_at_a_time_computes() throws Exception {
        var recorded = Recorded.run(directory, COMPUTING);

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        int gil = recorded.resources().get("gil");
        int holder = -1;
        int computed = 0;
        for (var event : recorded.events()) {
            switch (event.kind()) {
                case LOCK_ACQUIRED -> {
                    assertThat(event.object()).isEqualTo(gil);
                    assertThat(holder).isEqualTo(-1);
                    holder = event.unit();
                }
                case LOCK_RELEASED -> {
                    assertThat(holder).isEqualTo(event.unit());
                    holder = -1;
                }
                case COMPUTE -> {
                    assertThat(holder).isEqualTo(event.unit());
                    computed++;
                }
                default -> {}
            }
        }
        assertThat(holder).isEqualTo(-1);
        assertThat(computed).isEqualTo(300);
    }

    @Test
    void who_has_waited_long_enough_asks_the_holder_which_then_lets_go_between_steps() throws Exception {
        var recorded = Recorded.run(directory, COMPUTING);

        var requests = recorded.of("gil", EventKind.LOCK_REQUESTED);
        assertThat(requests).isNotEmpty();
        for (var request : requests) {
            int holder = (int) request.value();
            assertThat(request.unit()).isNotEqualTo(holder);
            var next = recorded.of("gil", EventKind.LOCK_RELEASED).stream()
                    .filter(it -> it.time() >= request.time())
                    .findFirst()
                    .orElseThrow();
            assertThat(next.unit()).isEqualTo(holder);
            // Forced switching: the next to have it is another one.
            var taker = recorded.of("gil", EventKind.LOCK_ACQUIRED).stream()
                    .filter(it -> it.time() >= next.time())
                    .findFirst()
                    .orElseThrow();
            assertThat(taker.unit()).isNotEqualTo(holder);
        }
    }

    @Test
    void an_addition_that_is_not_atomic_loses_updates_under_it() {
        var result = run(ADDING);

        // Half of all switches fall between a read and its write, and there are very many.
        assertThat(whole(result, "count")).isBetween(2L, 1_999_999L);
    }

    @Test
    void without_switches_no_addition_is_lost() {
        assertThat(whole(run(ADDING, "interval=1000s"), "count")).isEqualTo(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ await: barrier }",
                "{ await: phaser }",
                "{ count_down: latch }, { await: latch }",
                "{ if: index == 1, steps: [ { await: event } ], else: [ { signal: event } ] }",
                "{ if: index == 1, steps: [ { acquire: semaphore } ], else: [ { release: semaphore } ] }",
                "{ hold: mutex, steps: [ { sleep: 20ms } ] }",
                "{ hold: mutex, steps: [ { if: index == 1, steps: [ { await: condition, timeout: 20ms, else: [ ] } ] },"
                        + " { signal: condition } ] }"
            })
    void it_is_given_up_on_blocking(String steps) throws Exception {
        var recorded =
                Recorded.run(directory, scenario("""
                resources:
                  gil: { lock: gil, interval: 1000s }
                  barrier: { barrier: 2 }
                  phaser: { phaser: 2 }
                  latch: { latch: 2 }
                  event: { event: off }
                  semaphore: { semaphore: 0 }
                  mutex: { lock: mutex }
                  condition: { condition: mutex }
                units:
                  worker:
                    thread: 2
                    under: gil
                    steps: [ %s ]
                """.formatted(steps.replace("else: [ ]", "else: [ { log: late } ]"))));

        assertThat(recorded.result().failure()).isEmpty();
        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(recorded.of("gil", EventKind.LOCK_ACQUIRED))
                .hasSameSizeAs(recorded.of("gil", EventKind.LOCK_RELEASED));
    }

    /// As in Python: who spins holds it until another one has asked for it.
    @Test
    void who_spins_hands_it_over_when_it_is_asked_for() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { gil: { lock: gil, interval: 1ms }, m: { lock: spin } }
                units:
                  worker:
                    thread: 2
                    under: gil
                    steps: [ { hold: m, steps: [ { sleep: 20ms } ] } ]
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(recorded.of("m", EventKind.LOCK_ACQUIRED)).hasSize(2);
    }

    @Test
    void who_sleeps_or_reads_does_not_hold_it() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { gil: { lock: gil } }
                units:
                  worker:
                    thread: 3
                    under: gil
                    steps: [ { sleep: 10ms }, { io: 10ms }, { io: { file: 100000 } } ]
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        int holder = -1;
        for (var event : recorded.events()) {
            switch (event.kind()) {
                case LOCK_ACQUIRED -> holder = event.unit();
                case LOCK_RELEASED -> holder = -1;
                case SLEEP, WAKE, IO, IO_OVER -> assertThat(holder).isNotEqualTo(event.unit());
                default -> {}
            }
        }
    }

    @Test
    void it_can_be_turned_off_and_on_while_units_run_under_it() throws Exception {
        var engine = engine(COMPUTING);
        var result = beside(engine);
        for (int i = 0; i < 100; i++) {
            engine.turn("gil_on", new Value.Truth(i % 2 == 0));
            Thread.sleep(1);
        }

        var end = result.get(50, TimeUnit.SECONDS);

        assertThat(end.failure()).isEmpty();
        assertThat(end.how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void units_that_are_cancelled_while_they_wait_for_it_end() throws Exception {
        var result = run(scenario("""
                resources: { gil: { lock: gil, interval: 1000s }, begun: { event: off }, n: { variable: 0 } }
                units:
                  holder:
                    thread: 1
                    under: gil
                    steps: [ { signal: begun }, { compute: 30ms }, { cancel: waiter }, { compute: 5ms } ]
                  waiter:
                    thread: 3
                    under: gil
                    steps:
                      - await: begun
                      - forever:
                        steps: [ { increment: n } ]
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }
}
