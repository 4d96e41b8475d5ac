package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConditionTest {

    @TempDir
    Path directory;

    /// The bounded buffer of the text books, of which only the fill is kept.
    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair"})
    void a_bounded_buffer_is_never_too_full_nor_less_than_empty(String kind) {
        var result = run(scenario("""
                resources:
                  m: { lock: %s }
                  room: { condition: m }
                  goods: { condition: m }
                  fill: { variable: 0 }
                  taken: { variable: 0 }
                units:
                  producer:
                    thread: 3
                    steps:
                      - repeat: 200
                        steps:
                          - hold: m
                            steps:
                              - read: fill
                              - while: fill == 2
                                steps: [ { await: room }, { read: fill } ]
                              - check: fill < 2
                              - write: { to: fill, value: fill + 1 }
                              - signal: goods
                  consumer:
                    thread: 2
                    steps:
                      - repeat: 300
                        steps:
                          - hold: m
                            steps:
                              - read: fill
                              - while: fill == 0
                                steps: [ { await: goods }, { read: fill } ]
                              - check: fill > 0
                              - write: { to: fill, value: fill - 1 }
                              - increment: taken
                              - signal: room
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "fill")).isZero();
        assertThat(whole(result, "taken")).isEqualTo(600);
    }

    @Test
    void signal_all_wakes_everybody_and_each_knows_who_did_it() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources:
                  m: { lock: mutex }
                  ready: { condition: m }
                  waiting: { variable: 0 }
                units:
                  waiter:
                    thread: 4
                    steps:
                      - hold: m
                        steps: [ { increment: waiting }, { await: ready } ]
                  caller:
                    thread: 1
                    steps:
                      - let: { here: 0 }
                      - while: here < 4
                        steps:
                          - hold: m
                            steps:
                              - read: { from: waiting, into: here }
                              - if: here == 4
                                steps: [ { signal_all: ready } ]
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(recorded.of("ready", EventKind.WAIT_OVER)).hasSize(4).allSatisfy(it -> {
            assertThat(EventKind.waitEnd(it.value())).isEqualTo(EventKind.WaitEnd.MET);
            assertThat(EventKind.waitCause(it.value())).isEqualTo(recorded.unit("caller"));
        });
        assertThat(recorded.of("ready", EventKind.SIGNAL).getFirst().value()).isEqualTo(-1);
    }

    @Test
    void who_waits_gives_the_lock_up_meanwhile() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { m: { lock: reentrant }, ready: { condition: m }, inside: { event: off } }
                units:
                  waiter:
                    thread: 1
                    steps:
                      - hold: m
                        steps: [ { hold: m, steps: [ { signal: inside }, { await: ready } ] } ]
                  caller:
                    thread: 1
                    steps: [ { await: inside }, { hold: m, steps: [ { signal: ready } ] } ]
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(recorded.kinds("waiter"))
                .containsSubsequence(
                        EventKind.LOCK_ACQUIRED,
                        EventKind.LOCK_RELEASED,
                        EventKind.WAIT,
                        EventKind.WAIT_OVER,
                        EventKind.LOCK_ACQUIRED,
                        EventKind.LOCK_RELEASED);
    }

    @Test
    void a_signal_that_nobody_waits_for_is_lost() {
        var result = run(scenario("""
                resources: { m: { lock: mutex }, ready: { condition: m }, missed: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - signal: ready
                          - await: ready
                            timeout: 1ms
                            else: [ { increment: missed } ]
                          - increment: missed
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "missed")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"await", "signal", "signal_all"})
    void a_condition_is_for_those_who_hold_its_lock(String word) {
        var result = run(scenario("""
                resources: { m: { lock: mutex }, ready: { condition: m } }
                units: { worker: { thread: 1, steps: [ { %s: ready } ] } }
                """.formatted(word)));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("worker", "'ready'", "does not hold", "'m'");
    }

    @Test
    void a_condition_whose_lock_is_off_says_so() {
        var result = run(scenario("""
                resources: { m: { lock: mutex, enabled: off }, ready: { condition: m } }
                units: { worker: { thread: 1, steps: [ { hold: m, steps: [ { await: ready } ] } ] } }
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("'m'", "switched off", "needs its lock");
    }
}
