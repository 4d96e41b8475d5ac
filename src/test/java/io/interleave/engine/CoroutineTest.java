package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.Definition.How;
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
}
