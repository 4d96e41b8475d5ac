package io.interleave.engine;

import static io.interleave.engine.Runs.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.EventKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LockRecordsTest {

    private static final int NOBODY = -1;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void holders_never_overlap_in_the_trace_and_who_waits_names_a_holder(String kind) throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { m: { lock: %s } }
                units:
                  worker:
                    thread: 4
                    steps:
                      - repeat: 50
                        steps: [ { hold: m, steps: [ { compute: 10us } ] } ]
                """.formatted(kind)));

        int holder = NOBODY;
        for (var event : recorded.of("m", EventKind.LOCK_ACQUIRED, EventKind.LOCK_RELEASED)) {
            boolean acquired = event.kind() == EventKind.LOCK_ACQUIRED;
            assertThat(holder).isEqualTo(acquired ? NOBODY : event.unit());
            holder = acquired ? event.unit() : NOBODY;
        }
        assertThat(recorded.of("m", EventKind.LOCK_ACQUIRED)).hasSize(200);
        assertThat(recorded.of("m", EventKind.LOCK_WAIT))
                .allSatisfy(it -> assertThat(it.value()).isNotEqualTo(it.unit()).isBetween(-1L, 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "reentrant", "fair", "spin", "read_write", "stamped"})
    void a_wait_says_who_holds_the_lock_and_how_it_ended(String kind) throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { m: { lock: %s }, held: { event: off }, done: { event: off } }
                units:
                  holder:
                    thread: 1
                    steps: [ { hold: m, steps: [ { signal: held }, { await: done } ] } ]
                  other:
                    thread: 1
                    steps:
                      - await: held
                      - hold: m
                        timeout: 1ms
                        steps: [ { log: never } ]
                        else: [ { signal: done } ]
                """.formatted(kind)));

        var wait = recorded.of("m", EventKind.LOCK_WAIT).getFirst();
        assertThat(wait.unit()).isEqualTo(recorded.unit("other"));
        assertThat(wait.value()).isEqualTo(recorded.unit("holder"));
        assertThat(recorded.of("m", EventKind.LOCK_ABANDONED)).hasSize(1);
    }

    @Test
    void readers_are_recorded_as_such_and_a_writer_that_waits_for_them_names_one() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { m: { lock: read_write }, held: { event: off }, done: { event: off } }
                units:
                  reader:
                    thread: 1
                    steps: [ { hold: { lock: m, mode: read }, steps: [ { signal: held }, { await: done } ] } ]
                  writer:
                    thread: 1
                    steps:
                      - await: held
                      - hold: m
                        timeout: 1ms
                        steps: [ { log: never } ]
                        else: [ { signal: done } ]
                """));

        assertThat(recorded.of("m", EventKind.LOCK_SHARED, EventKind.LOCK_UNSHARED))
                .extracting(it -> it.kind())
                .containsExactly(EventKind.LOCK_SHARED, EventKind.LOCK_UNSHARED);
        assertThat(recorded.of("m", EventKind.LOCK_WAIT).getFirst().value()).isEqualTo(recorded.unit("reader"));
    }

    @Test
    void only_the_first_acquire_and_the_last_release_of_a_reentrant_lock_are_recorded() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { m: { lock: reentrant } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - hold: m
                        steps: [ { hold: m, steps: [ { acquire: m }, { release: m } ] } ]
                """));

        assertThat(recorded.kinds("worker")).containsExactly(EventKind.LOCK_ACQUIRED, EventKind.LOCK_RELEASED);
    }

    @Test
    void a_write_between_makes_an_optimistic_reader_read_again_under_the_lock() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources:
                  m: { lock: stamped }
                  reads: { variable: 0 }
                  begun: { event: off }
                  written: { event: off }
                units:
                  reader:
                    thread: 1
                    steps:
                      - hold: { lock: m, mode: optimistic }
                        steps: [ { increment: reads }, { signal: begun }, { await: written } ]
                  writer:
                    thread: 1
                    steps: [ { await: begun }, { hold: m, steps: [ { sleep: 0ms } ] }, { signal: written } ]
                """));

        assertThat(Runs.whole(recorded.result(), "reads")).isEqualTo(2);
        assertThat(recorded.of(
                        "m",
                        EventKind.LOCK_OPTIMISTIC,
                        EventKind.LOCK_VALIDATED,
                        EventKind.LOCK_SHARED,
                        EventKind.LOCK_UNSHARED))
                .extracting(it -> it.kind())
                .containsExactly(
                        EventKind.LOCK_OPTIMISTIC,
                        EventKind.LOCK_VALIDATED,
                        EventKind.LOCK_SHARED,
                        EventKind.LOCK_UNSHARED);
        assertThat(recorded.of("m", EventKind.LOCK_VALIDATED).getFirst().value())
                .isZero();
    }

    @Test
    void an_optimistic_reader_whom_nobody_disturbs_never_holds_the_lock() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { m: { lock: stamped }, x: { variable: 1 } }
                units:
                  reader:
                    thread: 2
                    steps: [ { hold: { lock: m, mode: optimistic }, steps: [ { read: x } ] } ]
                """));

        assertThat(recorded.of("m", EventKind.LOCK_SHARED)).isEmpty();
        assertThat(recorded.of("m", EventKind.LOCK_VALIDATED))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.value()).isOne());
    }

    /// What it saw before it was validated is no reason to fail.
    @Test
    void an_optimistic_reader_that_fails_because_of_a_write_reads_again() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources:
                  m: { lock: stamped }
                  x: { variable: 0 }
                  begun: { event: off }
                  written: { event: off }
                units:
                  reader:
                    thread: 1
                    steps:
                      - hold: { lock: m, mode: optimistic }
                        steps: [ { read: x }, { signal: begun }, { await: written }, { check: x == 1 } ]
                  writer:
                    thread: 1
                    steps:
                      - await: begun
                      - hold: m
                        steps: [ { write: { to: x, value: 1 } } ]
                      - signal: written
                """));

        assertThat(recorded.result().failure()).isEmpty();
    }
}
