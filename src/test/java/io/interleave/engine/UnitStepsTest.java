package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import io.interleave.trace.EventKind.WaitEnd;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What units do to other units, as threads.
@Timeout(60)
class UnitStepsTest {

    @TempDir
    Path directory;

    @Test
    void units_that_a_step_starts_have_it_as_their_parent_and_wake_it_when_the_last_has_ended() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { done: { variable: 0 }, seen: { variable: 0 } }
                units:
                  parent:
                    thread: 1
                    steps:
                      - start: child
                      - start: child
                      - await: child
                      - read: done
                      - write: { to: seen, value: done }
                  child:
                    thread: 3
                    start: manual
                    steps: [ { sleep: 3ms }, { update: { to: done, value: done + 1 } } ]
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(whole(recorded.result(), "seen")).isEqualTo(6);
        int parent = recorded.unit("parent");
        assertThat(recorded.events())
                .filteredOn(it -> it.kind() == EventKind.UNIT_START && it.unit() != parent)
                .hasSize(6)
                .allMatch(it -> it.object() == parent);
        var over = recorded.events().stream()
                .filter(it -> it.kind() == EventKind.WAIT_OVER)
                .toList();
        assertThat(over).hasSize(1);
        assertThat(EventKind.waitEnd(over.getFirst().value())).isEqualTo(WaitEnd.MET);
        assertThat(EventKind.waitCause(over.getFirst().value()))
                .isNotEqualTo(parent)
                .isNotNegative();
    }

    @Test
    void a_group_that_was_never_started_is_not_waited_for() {
        var result = run(scenario("""
                units:
                  parent: { thread: 1, steps: [ { await: child } ] }
                  child: { thread: 3, start: manual, steps: [ { sleep: 1000s } ] }
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void one_of_several_is_waited_for_by_its_number() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { go: { event: off } }
                units:
                  parent:
                    thread: 1
                    steps: [ { await: { for: child, at: 2 } }, { signal: go } ]
                  child:
                    thread: 3
                    steps:
                      - if: index != 2
                        steps: [ { await: go } ]
                      - sleep: 2ms
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        int second = recorded.unit("child 2");
        assertThat(recorded.events())
                .filteredOn(it -> it.unit() == recorded.unit("parent") && it.kind() == EventKind.WAIT)
                .allMatch(it -> it.value() == second);
    }

    @Test
    void awaiting_units_times_out_and_does_something_else_or_fails() {
        var text = """
                resources: { late: { variable: 0 } }
                units:
                  parent:
                    thread: 1
                    steps:
                      - await: child
                        timeout: %s
                """;
        var otherwise = "        else: [ { increment: late }, { cancel: child } ]\n";
        var child = "  child: { thread: 2, steps: [ { sleep: 1000s } ] }\n";

        for (var timeout : new String[] {"0s", "2ms"}) {
            var result = run(scenario(text.formatted(timeout) + otherwise + child));
            assertThat(result.how()).isEqualTo(How.COMPLETED);
            assertThat(whole(result, "late")).isEqualTo(1);
        }
        assertThat(run(scenario(text.formatted("2ms") + child))
                        .failure()
                        .orElseThrow()
                        .message())
                .contains("parent", "'child'", "timed out");
    }

    @Test
    void polling_tells_whether_any_still_runs() {
        var result = run(scenario("""
                resources: { go: { event: off }, ran: { variable: off }, ended: { variable: off } }
                units:
                  parent:
                    thread: 1
                    steps:
                      - start: child
                      - poll: { unit: child, into: running }
                      - write: { to: ran, value: running }
                      - signal: go
                      - while: running
                        steps: [ { pause: }, { poll: { unit: child, into: running } } ]
                      - write: { to: ended, value: not running }
                  child: { thread: 2, start: manual, steps: [ { await: go } ] }
                """));

        assertThat(result.finals().toString()).contains("ran=Truth[value=true]", "ended=Truth[value=true]");
    }

    @Test
    void cancelling_ends_units_wherever_they_wait_or_work_and_frees_what_they_hold() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources:
                  m: { lock: mutex }
                  begun: { latch: 6 }
                  never: { queue: fifo }
                units:
                  parent:
                    thread: 1
                    steps:
                      - await: begun
                      - cancel: sleeper
                      - cancel: worker
                      - cancel: taker
                      - cancel: reader
                      - cancel: factor
                      - cancel: waiter
                      - await: sleeper
                      - await: worker
                      - hold: m
                        steps: [ { sleep: 0s } ]
                  sleeper: { thread: 1, steps: [ { hold: m, steps: [ { count_down: begun }, { sleep: 1000s } ] } ] }
                  worker: { thread: 1, steps: [ { count_down: begun }, { compute: 1000s } ] }
                  taker: { thread: 1, steps: [ { count_down: begun }, { take: { from: never, into: x } } ] }
                  reader: { thread: 1, steps: [ { count_down: begun }, { io: 1000s } ] }
                  factor:
                    thread: 1
                    steps: [ { count_down: begun }, { compute: { kernel: primes, size: 1000000000 } } ]
                  waiter: { thread: 1, steps: [ { count_down: begun }, { await: reader } ] }
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        for (var name : new String[] {"sleeper", "worker", "taker", "reader", "factor"}) {
            int unit = recorded.unit(name);
            assertThat(recorded.events())
                    .filteredOn(it -> it.unit() == unit && it.kind() == EventKind.UNIT_END)
                    .singleElement()
                    .matches(it -> it.value() == UnitEnd.CANCELLED.ordinal());
        }
    }

    @Test
    void gathering_starts_groups_and_waits_for_all() {
        var result = run(scenario("""
                resources: { done: { variable: 0 }, seen: { variable: 0 }, late: { variable: 0 } }
                units:
                  parent:
                    thread: 1
                    steps:
                      - gather: [one, two]
                      - read: done
                      - write: { to: seen, value: done }
                      - gather: slow
                        timeout: 1ms
                        else: [ { increment: late }, { cancel: slow } ]
                  one: { thread: 2, start: manual, steps: [ { sleep: 2ms }, { update: { to: done, value: done + 1 } } ] }
                  two: { thread: 3, start: manual, steps: [ { update: { to: done, value: done + 1 } } ] }
                  slow: { thread: 1, start: manual, steps: [ { sleep: 1000s } ] }
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "seen")).isEqualTo(5);
        assertThat(whole(result, "late")).isEqualTo(1);
    }
}
