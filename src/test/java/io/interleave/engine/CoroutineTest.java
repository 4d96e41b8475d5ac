package io.interleave.engine;

import static io.interleave.engine.Runs.beside;
import static io.interleave.engine.Runs.engine;
import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.trace.Definition.How;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class CoroutineTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void coroutines_of_any_number_of_carriers_all_come_to_their_end(int carriers) {
        var result = run(scenario("""
                resources:
                  count: { variable: 0 }
                  loop: { event_loop: %d }
                units:
                  task:
                    coroutine: 1000
                    steps:
                      - repeat: 3
                        steps:
                          - sleep: 1ms
                          - pause:
                          - update: { to: count, value: count + 1 }
                """.formatted(carriers)));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "count")).isEqualTo(3000);
    }

    @RepeatedTest(5)
    void on_one_carrier_an_increment_without_a_pause_in_its_midst_loses_nothing() {
        var result = run(scenario("""
                resources: { count: { variable: 0 } }
                units:
                  task:
                    coroutine: 100
                    steps:
                      - repeat: 100
                        steps:
                          - read: count
                          - write: { to: count, value: count + 1 }
                          - pause:
                """));

        assertThat(whole(result, "count")).isEqualTo(10_000);
    }

    @Test
    void a_pause_between_read_and_write_loses_updates_even_on_one_carrier() {
        var result = run(scenario("""
                resources: { count: { variable: 0 } }
                units:
                  task:
                    coroutine: 10
                    steps:
                      - repeat: 10
                        steps:
                          - read: count
                          - pause:
                          - write: { to: count, value: count + 1 }
                """));

        assertThat(whole(result, "count")).isBetween(10L, 99L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void coroutines_and_threads_wait_for_each_other_by_locks_and_semaphores(int carriers) {
        var result = run(scenario("""
                resources:
                  count: { variable: 0 }
                  m: { lock: mutex }
                  fair: { lock: fair }
                  seats: { semaphore: 2 }
                  loop: { event_loop: %d }
                units:
                  task:
                    coroutine: 50
                    steps:
                      - repeat: 40
                        steps:
                          - hold: m
                            steps:
                              - read: count
                              - pause:
                              - write: { to: count, value: count + 1 }
                          - hold: fair
                            steps: [ { pause: } ]
                          - hold: seats
                            steps: [ { pause: } ]
                  worker:
                    thread: 2
                    steps:
                      - repeat: 100
                        steps:
                          - hold: m
                            steps:
                              - read: count
                              - write: { to: count, value: count + 1 }
                          - hold: fair
                            steps: [ { compute: 1us } ]
                          - hold: seats
                            steps: [ { compute: 1us } ]
                """.formatted(carriers)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "count")).isEqualTo(2200);
    }

    @Test
    void a_coroutine_that_fails_says_where() {
        var result = run(scenario("""
                units:
                  task:
                    coroutine: 3
                    steps:
                      - sleep: 1ms
                      - check: index < 3
                  other:
                    coroutine: 3
                    steps: [ { sleep: 1000s } ]
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure()).hasValueSatisfying(it -> {
            assertThat(it.unit()).isEqualTo("task 3");
            assertThat(it.line()).isEqualTo(8);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "await: meet",
                "{ count_down: done }, { await: done }",
                "arrive: round",
                "{ await: go, timeout: 1000s }",
                "if: index % 2 == 0, steps: [ { put: { to: hands, value: 1 } } ], else: [ { take: { from: hands, into: x } } ]",
                "if: index % 2 == 0, steps: [ { put: { to: jobs, value: 1 } } ], else: [ { take: { from: jobs, into: x } } ]",
                "{ hold: m, steps: [ { increment: come }, { read: come }, { while: come < 8, steps: [ { await: ready }, { read: come } ] }, { signal_all: ready } ] }",
                "{ hold: seats, steps: [ { sleep: 1ms } ] }",
                "{ hold: rw, steps: [ { sleep: 1ms } ] }, { hold: stamped, steps: [ { sleep: 1ms } ] }",
                "{ hold: spin, steps: [ { compute: 10us } ] }",
                "{ io: 1ms }, { io: { file: 10000 } }",
                "{ submit: { to: pool, task: job, with: 1, into: t } }, { await: t }"
            })
    void one_carrier_is_enough_for_coroutines_that_wait_for_each_other(String steps) {
        var result = run(scenario("""
                resources:
                  meet: { barrier: 8 }
                  done: { latch: 8 }
                  round: { phaser: 8 }
                  go: { event: off }
                  hands: { queue: rendezvous }
                  jobs: { queue: fifo, capacity: 1 }
                  m: { lock: mutex }
                  ready: { condition: m }
                  come: { variable: 0 }
                  seats: { semaphore: 1 }
                  rw: { lock: read_write }
                  stamped: { lock: stamped }
                  spin: { lock: spin }
                  pool: { pool: thread, size: 2 }
                units:
                  job: { task: n, steps: [ { return: n } ] }
                  task: { coroutine: 8, steps: [ %s ] }
                  last: { coroutine: 1, steps: [ { sleep: 5ms }, { signal: go } ] }
                """.formatted(steps.startsWith("{") ? steps : "{ " + steps + " }")));

        assertThat(result.failure()).isEmpty();
        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coroutine: 1000", "coroutine: 1000, priority: index % 3"})
    void a_stop_ends_coroutines_that_compute_without_end(String head) throws Exception {
        var engine = engine(scenario("""
                resources: { loop: { event_loop: 2, priorities: on } }
                units:
                  hog: { %s, steps: [ { forever: , steps: [ { compute: 1ms } ] } ] }
                  sleeper: { coroutine: 1000, steps: [ { sleep: 1000s } ] }
                """.formatted(head)));
        var result = beside(engine);
        Thread.sleep(50);
        engine.stop();

        assertThat(result.get(30, TimeUnit.SECONDS).how()).isEqualTo(How.STOPPED);
    }

    @Test
    void the_number_of_coroutines_can_be_turned_while_they_run() throws Exception {
        var engine = engine(scenario("""
                knobs: { n: { slider: 2, min: 0, max: 100, live: true } }
                resources: { count: { variable: 0 } }
                units:
                  task:
                    coroutine: $n
                    steps:
                      - forever:
                        steps: [ { update: { to: count, value: count + 1 } }, { pause: } ]
                """));
        var result = beside(engine);
        engine.turn("n", new Value.Whole(100));
        engine.turn("n", new Value.Whole(0));

        assertThat(result.get(30, TimeUnit.SECONDS).how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void coroutines_that_are_cancelled_leave_their_waits_and_the_rest_goes_on() {
        var result = run(scenario("""
                resources:
                  left: { variable: 0 }
                  never: { event: off }
                  m: { lock: mutex }
                units:
                  task:
                    coroutine: 100
                    steps:
                      - if: index % 2 == 0
                        steps: [ { sleep: 1000s } ]
                        else: [ { await: never } ]
                      - increment: left
                  boss:
                    coroutine: 1
                    steps:
                      - sleep: 10ms
                      - cancel: task
                      - await: task
                      - increment: { variable: left, by: 100 }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "left")).isEqualTo(100);
    }
}
