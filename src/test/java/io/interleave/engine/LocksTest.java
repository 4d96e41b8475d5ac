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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocksTest {

    private static String counting(String kind) {
        return counting(kind, "thread: 4");
    }

    private static String counting(String kind, String units) {
        return scenario("""
                knobs:
                  rounds: { slider: 1000, min: 1, max: 100000000 }
                  lock: { toggle: on, live: true }
                resources:
                  count: { variable: 0 }
                  additions: { variable: 0 }
                  m: { lock: %s, enabled: $lock }
                  loop: { event_loop: 2 }
                units:
                  worker:
                    %s
                    steps:
                      - repeat: $rounds
                        steps:
                          - hold: m
                            steps:
                              - read: count
                              - write: { to: count, value: count + 1 }
                          - acquire: m
                          - increment: count
                          - release: m
                          - update: { to: additions, value: additions + 2 }
                """.formatted(kind, units));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void no_lock_loses_an_update(String kind) {
        var result = run(counting(kind));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "count")).isEqualTo(8000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void no_lock_loses_an_update_of_coroutines(String kind) {
        var result = run(counting(kind, "coroutine: 4"));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "count")).isEqualTo(8000);
    }

    /// A lock belongs to the coroutine, not to what carries it.
    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "read_write", "stamped"})
    void a_coroutine_that_sleeps_keeps_its_lock(String kind) {
        var result = run(scenario("""
                resources: { m: { lock: %s }, inside: { variable: 0 } }
                units:
                  worker:
                    coroutine: 5
                    steps:
                      - repeat: 5
                        steps:
                          - hold: m
                            steps:
                              - update: { to: inside, value: inside + 1 }
                              - sleep: 1ms
                              - read: inside
                              - check: inside == 1
                              - update: { to: inside, value: inside - 1 }
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void every_lock_can_be_turned_off_and_on_while_units_use_it(String kind) throws Exception {
        var engine = engine(counting(kind), "rounds=5000");
        var result = beside(engine);
        for (int i = 0; i < 200; i++) {
            engine.turn("lock", new Value.Truth(i % 2 == 0));
        }

        var end = result.get(50, TimeUnit.SECONDS);

        assertThat(end.failure()).isEmpty();
        assertThat(end.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(end, "additions")).isEqualTo(40_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reentrant", "fair", "read_write"})
    void a_reentrant_lock_is_free_when_it_was_released_as_often_as_acquired(String kind) {
        var result = run(scenario("""
                resources:
                  m: { lock: %s }
                  inside: { event: off }
                  tried: { event: off }
                  got: { variable: 0 }
                units:
                  holder:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - hold: m
                            steps:
                              - acquire: m
                              - release: m
                          - signal: inside
                          - await: tried
                  other:
                    thread: 1
                    steps:
                      - await: inside
                      - try: m
                        steps: [ { update: { to: got, value: got + 1 } } ]
                        else: [ { signal: tried } ]
                      - hold: m
                        steps: [ { update: { to: got, value: got + 10 } } ]
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "got")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "spin", "stamped"})
    void a_lock_that_is_not_reentrant_is_not_given_to_its_holder_again(String kind) {
        var result = run(scenario("""
                resources: { m: { lock: %s }, got: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - hold: m
                            timeout: 2ms
                            steps: [ { write: { to: got, value: 1 } } ]
                            else: [ { write: { to: got, value: 2 } } ]
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "got")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void who_cannot_have_a_lock_in_time_does_something_else_or_fails(String kind) {
        var text = scenario("""
                knobs: { calm: { toggle: on } }
                resources:
                  m: { lock: %s }
                  held: { event: off }
                  done: { event: off }
                  others: { variable: 0 }
                units:
                  holder:
                    thread: 1
                    steps:
                      - hold: m
                        steps: [ { signal: held }, { await: done } ]
                  other:
                    thread: 1
                    steps:
                      - await: held
                      - try: m
                        steps: [ { fail: got it } ]
                        else: [ { increment: others } ]
                      - try: m
                        timeout: 1ms
                        steps: [ { fail: got it } ]
                        else: [ { increment: others } ]
                      - repeat: 1
                        steps:
                          - acquire: m
                            timeout: 1ms
                            else: [ { increment: others } ]
                      - if: calm
                        steps: [ { signal: done } ]
                        else:
                          - hold: m
                            timeout: 1ms
                            steps: [ { fail: got it } ]
                """.formatted(kind));

        var calm = run(text);
        assertThat(calm.failure()).isEmpty();
        assertThat(whole(calm, "others")).isEqualTo(3);

        var failed = run(text, "calm=off");
        assertThat(failed.how()).isEqualTo(How.FAILED);
        assertThat(failed.failure().orElseThrow().message()).contains("other", "'m'", "timed out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void releasing_what_is_not_held_fails_the_unit(String kind) {
        var result = run(scenario("""
                resources: { m: { lock: %s } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - acquire: m
                      - repeat: 2
                        steps: [ { release: m } ]
                """.formatted(kind)));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("worker", "'m'", "does not hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read_write", "stamped"})
    void readers_overlap(String kind) {
        var result = run(scenario("""
                resources: { m: { lock: %s }, meet: { barrier: 3 } }
                units:
                  reader:
                    thread: 3
                    steps:
                      - hold: { lock: m, mode: read }
                        steps: [ { await: meet } ]
                """.formatted(kind)));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read_write", "stamped"})
    void who_writes_is_alone(String kind) {
        var result = run(scenario("""
                resources:
                  m: { lock: %s }
                  a: { variable: 0 }
                  b: { variable: 0 }
                units:
                  writer:
                    thread: 2
                    steps:
                      - repeat: 500
                        steps:
                          - hold: { lock: m, mode: write }
                            steps:
                              - increment: a
                              - increment: b
                  reader:
                    thread: 3
                    steps:
                      - repeat: 500
                        steps:
                          - hold: { lock: m, mode: read }
                            steps:
                              - read: a
                              - read: b
                              - check: a == b
                          - acquire: { lock: m, mode: read }
                          - read: a
                          - read: b
                          - release: m
                          - check: a == b
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "a")).isEqualTo(1000);
        assertThat(whole(result, "b")).isEqualTo(1000);
    }

    @Test
    void what_was_read_optimistically_is_whole() {
        var result = run(scenario("""
                resources:
                  m: { lock: stamped }
                  a: { variable: 0 }
                  b: { variable: 0 }
                units:
                  writer:
                    thread: 2
                    steps:
                      - repeat: 2000
                        steps:
                          - hold: m
                            steps: [ { increment: a }, { increment: b } ]
                  reader:
                    thread: 2
                    steps:
                      - repeat: 2000
                        steps:
                          - hold: { lock: m, mode: optimistic }
                            steps: [ { read: a }, { read: b } ]
                          - check: a == b
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "a")).isEqualTo(4000);
    }

    @Test
    void a_unit_that_acquires_a_read_write_lock_may_read_what_it_writes() {
        var result = run(scenario("""
                resources: { m: { lock: read_write }, n: { variable: 0 } }
                units:
                  worker:
                    thread: 3
                    steps:
                      - repeat: 200
                        steps:
                          - acquire: { lock: m, mode: write }
                          - increment: n
                          - acquire: { lock: m, mode: read }
                          - release: m
                          - read: n
                          - release: m
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "n")).isEqualTo(600);
    }

    @Test
    void several_locks_of_one_name_are_locks_of_their_own() {
        var result = run(scenario("""
                resources: { m: { lock: mutex, count: 3 }, meet: { barrier: 3 } }
                units:
                  worker:
                    thread: 3
                    steps:
                      - hold: { lock: m, at: index }
                        steps: [ { await: meet } ]
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }
}
