package io.interleave.engine;

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
class SemaphoreTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void no_more_units_are_inside_than_there_are_permits(String fair) throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { seats: { semaphore: 3, fair: %s }, inside: { variable: 0 } }
                units:
                  guest:
                    thread: 8
                    steps:
                      - repeat: 200
                        steps:
                          - hold: seats
                            steps:
                              - update: { to: inside, value: inside + 1 }
                              - read: inside
                              - check: inside <= 3
                              - update: { to: inside, value: inside - 1 }
                """.formatted(fair)));

        assertThat(recorded.result().failure()).isEmpty();
        var levels = recorded.levels("seats");
        assertThat(levels).hasSize(3201).startsWith(3L).endsWith(3L);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isBetween(0L, 3L);
            assertThat(Math.abs(levels.get(i) - levels.get(i - 1))).isOne();
        }
    }

    @Test
    void as_many_units_as_there_are_permits_are_inside_at_once() {
        var result = run(scenario("""
                resources: { seats: { semaphore: 3 }, meet: { barrier: 3 } }
                units:
                  guest:
                    thread: 6
                    steps: [ { hold: seats, steps: [ { await: meet } ] } ]
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void a_permit_may_be_released_by_another_unit_which_is_then_the_cause() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { items: { semaphore: 0 }, waits: { event: off } }
                units:
                  consumer:
                    thread: 1
                    steps:
                      - acquire: items
                        timeout: 1ms
                        else: [ { signal: waits } ]
                      - acquire: items
                  producer:
                    thread: 1
                    steps: [ { await: waits }, { sleep: 20ms }, { release: items } ]
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        var ends = recorded.of("items", EventKind.WAIT_OVER);
        assertThat(EventKind.waitEnd(ends.getFirst().value())).isEqualTo(EventKind.WaitEnd.TIMED_OUT);
        // On a machine that is slow enough the second acquire comes after the release, and waits for nothing.
        if (ends.size() > 1) {
            assertThat(EventKind.waitEnd(ends.get(1).value())).isEqualTo(EventKind.WaitEnd.MET);
            assertThat(EventKind.waitCause(ends.get(1).value())).isEqualTo(recorded.unit("producer"));
        }
        assertThat(recorded.levels("items")).containsExactly(0L, 1L, 0L);
    }

    @Test
    void who_gets_no_permit_does_something_else() {
        var result = run(scenario("""
                resources: { seats: { semaphore: 1 }, others: { variable: 0 } }
                units:
                  guest:
                    thread: 1
                    steps:
                      - hold: seats
                        steps:
                          - try: seats
                            steps: [ { fail: got it } ]
                            else: [ { increment: others } ]
                          - hold: seats
                            timeout: 1ms
                            steps: [ { fail: got it } ]
                            else: [ { increment: others } ]
                          - acquire: seats
                            timeout: 1ms
                            else: [ { increment: others } ]
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "others")).isEqualTo(3);
    }

    @Test
    void turned_off_and_on_it_has_all_its_permits_in_the_end() throws Exception {
        var text = scenario("""
                knobs: { limit: { toggle: on, live: true }, turned: { toggle: off, live: true } }
                resources: { seats: { semaphore: 2, enabled: $limit }, seen: { variable: 0 }, done: { latch: 4 } }
                units:
                  guest:
                    thread: 4
                    steps:
                      - repeat: 5000
                        steps:
                          - hold: seats
                            steps: [ { read: seen } ]
                          - acquire: seats
                          - release: seats
                      - count_down: done
                  last:
                    thread: 1
                    steps:
                      - await: done
                      - while: not turned
                        steps: [ { sleep: 1ms } ]
                      - hold: seats
                        timeout: 0s
                        steps:
                          - hold: seats
                            timeout: 0s
                            steps:
                              - try: seats
                                steps: [ { write: { to: seen, value: 3 } } ]
                                else: [ { write: { to: seen, value: 2 } } ]
                """);
        var engine = Runs.engine(text);
        var result = Runs.beside(engine);
        for (int i = 0; i < 201; i++) {
            engine.turn("limit", new Value.Truth(i % 2 == 0));
        }
        engine.turn("turned", new Value.Truth(true));

        var end = result.get(50, TimeUnit.SECONDS);

        assertThat(end.failure()).isEmpty();
        assertThat(whole(end, "seen")).isEqualTo(2);
    }
}
