package io.interleave.engine;

import static io.interleave.engine.Runs.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.interleave.engine.loop.VirtualThreads;
import io.interleave.testkit.ReadTrace.Happened;
import io.interleave.trace.EventKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a trace tells of coroutines and their carriers.
@Timeout(120)
class CoroutineRecordsTest {

    @TempDir
    Path directory;

    @BeforeAll
    static void carriers_are_ours() {
        assumeThat(VirtualThreads.refusal()).isEmpty();
    }

    private static String busy(int carriers) {
        return scenario("""
                resources:
                  count: { variable: 0 }
                  m: { lock: mutex }
                  loop: { event_loop: %d }
                units:
                  task:
                    coroutine: 40
                    steps:
                      - repeat: 20
                        steps:
                          - sleep: 100us
                          - hold: m
                            steps:
                              - increment: count
                              - pause:
                  worker:
                    thread: 2
                    steps:
                      - repeat: 100
                        steps:
                          - hold: m
                            steps: [ { increment: count } ]
                """.formatted(carriers));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_coroutine_is_ready_then_mounted_then_unmounted_and_so_on_until_it_ends(int carriers) throws Exception {
        var run = Recorded.run(directory, busy(carriers));

        for (int i = 1; i <= 40; i++) {
            var kinds = scheduling(run, run.unit("task " + i));
            assertThat(kinds.getFirst()).isEqualTo(EventKind.UNIT_START);
            assertThat(kinds.getLast()).isEqualTo(EventKind.UNIT_END);
            assertThat(kinds.size() % 3).isEqualTo(2);
            for (int k = 1; k < kinds.size() - 1; k += 3) {
                assertThat(kinds.subList(k, k + 3))
                        .containsExactly(EventKind.RESUMABLE, EventKind.MOUNT, EventKind.UNMOUNT);
            }
        }
    }

    private static List<EventKind> scheduling(Recorded run, int unit) {
        return run.events().stream()
                .filter(it -> it.unit() == unit)
                .map(Happened::kind)
                .filter(it -> switch (it) {
                    case UNIT_START, UNIT_END, MOUNT, UNMOUNT, RESUMABLE -> true;
                    default -> false;
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_carrier_runs_one_coroutine_at_a_time_and_what_that_does_it_does_there(int carriers) throws Exception {
        var run = Recorded.run(directory, busy(carriers));

        Map<Integer, Integer> mounted = new HashMap<>();
        Map<Integer, Long> carrierThreads = new HashMap<>();
        for (var event : run.events()) {
            boolean coroutine = event.unit() >= 0 && event.unit() < 40;
            if (!coroutine || event.kind() == EventKind.RESUMABLE) {
                continue;
            }
            switch (event.kind()) {
                case UNIT_START, UNIT_END -> assertThat(mounted).doesNotContainValue(event.unit());
                case MOUNT -> {
                    assertThat(mounted.put(event.writer(), event.unit())).isNull();
                    assertThat(event.object()).isBetween(1, carriers);
                    assertThat(event.value()).isPositive();
                    var before = carrierThreads.put(event.object(), event.value());
                    assertThat(before).isIn(null, event.value());
                }
                case UNMOUNT -> assertThat(mounted.remove(event.writer())).isEqualTo(event.unit());
                default -> assertThat(mounted.get(event.writer())).isEqualTo(event.unit());
            }
        }
        assertThat(mounted).isEmpty();
    }

    @Test
    void who_resumed_a_coroutine_is_told_be_it_a_thread_another_coroutine_or_the_time() throws Exception {
        var run = Recorded.run(directory, scenario("""
                resources:
                  a: { event: off }
                  b: { event: off }
                units:
                  first:
                    coroutine: 1
                    steps:
                      - sleep: 1ms
                      - await: a
                      - signal: b
                  second:
                    coroutine: 1
                    steps:
                      - await: b
                  worker:
                    thread: 1
                    steps:
                      - sleep: 20ms
                      - signal: a
                """));

        assertThat(resumers(run, "first")).containsExactly(-1, -1, run.unit("worker"));
        assertThat(resumers(run, "second")).containsExactly(-1, run.unit("first"));
    }

    private static List<Integer> resumers(Recorded run, String unit) {
        var resumers = new ArrayList<Integer>();
        for (var event : run.events()) {
            if (event.unit() == run.unit(unit) && event.kind() == EventKind.RESUMABLE) {
                resumers.add(event.object());
            }
        }
        return resumers;
    }

    @Test
    void one_whose_sleep_is_over_while_another_computes_is_ready_until_that_one_lets_go() throws Exception {
        var run = Recorded.run(directory, scenario("""
                units:
                  sleeper:
                    coroutine: 1
                    steps: [ { repeat: 20, steps: [ { sleep: 1ms } ] } ]
                  hog:
                    coroutine: 1
                    steps: [ { repeat: 20, steps: [ { compute: 10ms }, pause: ] } ]
                """));

        var ready = times(run, "sleeper", EventKind.RESUMABLE);
        var mounted = times(run, "sleeper", EventKind.MOUNT);
        var begins = times(run, "hog", EventKind.MOUNT);
        var ends = times(run, "hog", EventKind.UNMOUNT);
        int meanwhile = 0;
        for (int i = 0; i < ready.size(); i++) {
            for (int k = 0; k < begins.size(); k++) {
                if (ready.get(i) > begins.get(k) && ready.get(i) < ends.get(k)) {
                    meanwhile++;
                    assertThat(mounted.get(i)).isGreaterThan(ends.get(k));
                }
            }
        }
        assertThat(meanwhile).isPositive();
    }

    private static List<Long> times(Recorded run, String unit, EventKind kind) {
        return of(run, unit).stream()
                .filter(it -> it.kind() == kind)
                .map(Happened::time)
                .toList();
    }

    private static List<Happened> of(Recorded run, String unit) {
        return run.events().stream().filter(it -> it.unit() == run.unit(unit)).toList();
    }

    @Test
    void with_priorities_the_lowest_goes_first_and_without_whoever_came_first() throws Exception {
        for (var priorities : List.of("on", "off")) {
            var run = Recorded.run(directory, scenario("""
                    resources:
                      loop: { event_loop: 1, priorities: %s }
                      go: { event: off }
                    units:
                      task:
                        coroutine: 5
                        priority: 10 - index
                        steps:
                          - await: go
                      starter:
                        coroutine: 1
                        steps:
                          - sleep: 5ms
                          - signal: go
                    """.formatted(priorities)));

            var order = run.events().stream()
                    .filter(it -> it.kind() == EventKind.UNIT_END && it.unit() < 5)
                    .map(Happened::unit)
                    .toList();
            assertThat(order).isEqualTo(priorities.equals("on") ? List.of(4, 3, 2, 1, 0) : List.of(0, 1, 2, 3, 4));
        }
    }

    @Test
    void where_no_loop_is_declared_there_is_one_with_a_name() throws Exception {
        var run = Recorded.run(directory, scenario("units: { task: { coroutine: 2, steps: [ { pause: } ] } }"));

        assertThat(run.resources()).containsOnlyKeys("event loop");
    }

    @Test
    void all_can_be_in_the_midst_of_input_at_the_same_time_on_one_carrier() throws Exception {
        var run = Recorded.run(directory, scenario("units: { task: { coroutine: 10, steps: [ { io: 100ms } ] } }"));

        int most = 0;
        int now = 0;
        for (var event : run.events()) {
            if (event.kind() == EventKind.IO) {
                most = Math.max(most, ++now);
            } else if (event.kind() == EventKind.IO_OVER) {
                now--;
            }
        }
        assertThat(most).isGreaterThan(1);
    }

    @Test
    void of_a_run_that_was_stopped_every_coroutine_that_began_has_an_end() throws Exception {
        var run = Recorded.run(directory, Optional.of(Duration.ofMillis(300)), scenario("""
                units:
                  task: { coroutine: 20000, steps: [ { sleep: 1000s } ] }
                """));

        var ended = unitsWith(run, EventKind.UNIT_END);
        var left = unitsWith(run, EventKind.UNIT_START);
        left.removeAll(ended);
        // On a machine that has no time for it, the one that its carrier could not be made to leave.
        assertThat(left).hasSizeLessThanOrEqualTo(1);
    }

    private static Set<Integer> unitsWith(Recorded run, EventKind kind) {
        return run.events().stream()
                .filter(it -> it.kind() == kind)
                .map(Happened::unit)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
