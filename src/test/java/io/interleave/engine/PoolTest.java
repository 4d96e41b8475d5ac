package io.interleave.engine;

import static io.interleave.engine.Runs.beside;
import static io.interleave.engine.Runs.engine;
import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.ReadTrace;
import io.interleave.trace.Definition;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PoolTest {

    /// Tasks that give twice their argument, on a pool whose kind is to be put in.
    private static final String TWICE = scenario("""
            resources:
              sum: { variable: 0 }
              pool: { pool: %s, size: 2 }
            units:
              boss:
                thread: 1
                steps:
                  - for_each: { as: i, from: 1, to: 20 }
                    steps:
                      - submit: { to: pool, task: job, with: i, into: t }
                      - await: { for: t, into: x }
                      - update: { to: sum, value: sum + x }
              job:
                task: n
                steps:
                  - compute: 10us
                  - return: n * 2
            """);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void what_a_task_returns_is_what_its_awaiter_gets(String kind) {
        var result = run(TWICE.formatted(kind));

        assertThat(result.failure()).isEmpty();
        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "sum")).isEqualTo(420);
    }

    @Test
    void of_a_failure_that_many_tasks_hand_on_the_reason_stays_in_sight() {
        var result = run(scenario("""
                resources:
                  pool: { pool: fork_join, size: 2 }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: odd, with: 1, into: t }
                      - await: t
                  odd:
                    task: n
                    steps:
                      - submit: { to: pool, task: even, with: n + 1, into: t }
                      - await: t
                  even:
                    task: n
                    steps:
                      - if: n == 20
                        steps:
                          - fail: at the bottom
                      - submit: { to: pool, task: odd, with: n + 1, into: t }
                      - await: t
                """));

        assertThat(result.failure().orElseThrow().message())
                .isEqualTo("task 'odd' failed: task 'even' failed: at the bottom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void a_map_gives_the_sum_over_all_numbers_whatever_travels_together(String kind) {
        var result = run(scenario("""
                resources:
                  sum: { variable: 0 }
                  pool: { pool: %s, size: 2 }
                units:
                  boss:
                    thread: 1
                    steps:
                      - map: { pool: pool, task: job, from: 1, to: 100, into: a }
                      - map: { pool: pool, task: job, from: 1, to: 100, chunk: 7, payload: 100, into: b }
                      - map: { pool: pool, task: job, from: 1, to: 100, chunk: 1000, into: c }
                      - map: { pool: pool, task: job, from: 1, to: 0, into: d }
                      - write: { to: sum, value: a + b + c + d }
                  job:
                    task: n
                    steps:
                      - return: n
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "sum")).isEqualTo(3 * 5050);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void a_failed_task_fails_its_awaiter_with_its_reason_and_its_line(String kind) {
        var result = run(scenario("""
                resources: { pool: { pool: %s, size: 2 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: job, with: 0, into: t }
                      - await: t
                  job:
                    task: n
                    steps:
                      - return: 1 / n
                """.formatted(kind)));

        assertThat(result.how()).isEqualTo(How.FAILED);
        var failure = result.failure().orElseThrow();
        assertThat(failure.unit()).isEqualTo("boss");
        assertThat(failure.message()).contains("job", "division by zero");
        assertThat(failure.line()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void a_failure_that_nobody_awaits_fails_the_run(String kind) {
        for (var into : List.of("", ", into: t")) {
            var result = run(scenario("""
                    resources: { pool: { pool: %s, size: 2 } }
                    units:
                      boss:
                        thread: 1
                        steps:
                          - submit: { to: pool, task: job, with: 0 %s }
                      job:
                        task: n
                        steps:
                          - fail: it is over
                    """.formatted(kind, into)));

            assertThat(result.how()).isEqualTo(How.FAILED);
            assertThat(result.failure().orElseThrow().message()).contains("it is over");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void the_run_is_over_when_no_task_is_left_and_not_before(String kind) {
        var result = run(scenario("""
                resources: { pool: { pool: %s, size: 2 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - repeat: 4
                        steps:
                          - submit: { to: pool, task: job }
                  job:
                    task: n
                    steps:
                      - sleep: 20ms
                """.formatted(kind)));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(result.wallNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void awaiting_the_pool_waits_for_all_its_tasks(String kind) {
        var result = run(scenario("""
                resources: { pool: { pool: %s, size: 2 }, time: { variable: 0ms } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - clock: begin
                      - repeat: 4
                        steps:
                          - submit: { to: pool, task: job }
                      - await: pool
                      - clock: end
                      - check: end - begin >= 40ms
                  job:
                    task: n
                    steps:
                      - sleep: 20ms
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void an_await_that_is_out_of_time_does_what_it_says(String kind) {
        var result = run(scenario("""
                resources: { pool: { pool: %s, size: 1 }, late: { variable: 0 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: job, into: t }
                      - await: t
                        timeout: 1ms
                        else: [ { increment: late } ]
                      - shutdown: { pool: pool, cancel: on }
                  job:
                    task: n
                    steps:
                      - sleep: 100s
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "late")).isEqualTo(1);
    }

    /// One worker and room for one that waits: the first task runs, the second waits, and there are two too
    /// many.
    private static final String CROWDED = scenario("""
            resources:
              pool: { pool: %s, size: 1, queue: 1, saturation: %s }
              refused: { variable: 0 }
              dropped: { variable: 0 }
              done: { variable: 0 }
            units:
              boss:
                thread: 1
                steps:
                  - submit: { to: pool, task: job, with: 1, into: a }
                    else: [ { increment: refused } ]
                  - submit: { to: pool, task: job, with: 2, into: b }
                    else: [ { increment: refused } ]
                  - submit: { to: pool, task: job, with: 3, into: c }
                    else: [ { increment: refused } ]
                  - submit: { to: pool, task: job, with: 4, into: d }
                    else: [ { increment: refused } ]
                  - let: { x: 0 }
                  - await: { for: a, into: x }
                    else: [ { increment: dropped } ]
                  - increment: { variable: done, by: x }
                  - let: { x: 0 }
                  - await: { for: b, into: x }
                    else: [ { increment: dropped } ]
                  - increment: { variable: done, by: x }
                  - let: { x: 0 }
                  - await: { for: c, into: x }
                    else: [ { increment: dropped } ]
                  - increment: { variable: done, by: x }
                  - let: { x: 0 }
                  - await: { for: d, into: x }
                    else: [ { increment: dropped } ]
                  - increment: { variable: done, by: x }
              job:
                task: n
                steps:
                  - sleep: 200ms
                  - return: n
            """);

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void a_full_pool_does_what_its_saturation_says(String kind) {
        assertThat(crowded(kind, "wait")).isEqualTo("refused 0, dropped 0, done 10");
        assertThat(crowded(kind, "caller_runs")).isEqualTo("refused 0, dropped 0, done 10");
        assertThat(crowded(kind, "reject")).isEqualTo("refused 2, dropped 2, done 3");
        assertThat(crowded(kind, "discard")).isEqualTo("refused 0, dropped 2, done 3");
        assertThat(crowded(kind, "discard_oldest")).isEqualTo("refused 0, dropped 2, done 5");
    }

    private static String crowded(String kind, String saturation) {
        var result = run(CROWDED.formatted(kind, saturation));
        assertThat(result.failure()).isEmpty();
        return "refused %d, dropped %d, done %d"
                .formatted(whole(result, "refused"), whole(result, "dropped"), whole(result, "done"));
    }

    @Test
    void a_full_pool_without_an_else_fails_whoever_submits() {
        var result = run(scenario("""
                resources: { pool: { pool: thread, size: 1, queue: 0, saturation: reject } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: job }
                      - submit: { to: pool, task: job }
                  job: { task: n, steps: [ { sleep: 100s } ] }
                """));

        assertThat(result.failure().orElseThrow().message()).contains("pool", "full");
        assertThat(result.failure().orElseThrow().line()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void a_pool_that_is_shut_down_finishes_what_it_has_and_takes_no_more(String kind) {
        var result = run(scenario("""
                resources: { pool: { pool: %s, size: 2 }, refused: { variable: 0 }, sum: { variable: 0 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: job, with: 1, into: a }
                      - submit: { to: pool, task: job, with: 2, into: b }
                      - submit: { to: pool, task: job, with: 3, into: c }
                      - shutdown: pool
                      - submit: { to: pool, task: job, with: 4 }
                        else: [ { increment: refused } ]
                      - await: { for: a, into: x }
                      - await: { for: b, into: y }
                      - await: { for: c, into: z }
                      - write: { to: sum, value: x + y + z }
                  job:
                    task: n
                    steps:
                      - sleep: 5ms
                      - return: n
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "sum")).isEqualTo(6);
        assertThat(whole(result, "refused")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "process", "coroutine"})
    void a_task_that_failed_is_caught_by_the_else_of_whoever_awaits_it(String kind) {
        var result = run(scenario("""
                resources: { pool: { pool: %s, size: 2 }, caught: { variable: 0 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: odd, with: 1, into: a }
                      - await: { for: a, into: x }
                        else: [ { update: { to: caught, value: caught + 1 } } ]
                      - map: { pool: pool, task: odd, from: 1, to: 9, chunk: 2, into: y }
                        else: [ { update: { to: caught, value: caught + 10 } } ]
                  odd: { task: n, steps: [ { if: n %% 2 == 1, steps: [ { fail: it is odd } ] } ] }
                """.formatted(kind)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "caught")).isEqualTo(11);
    }

    /// Each task forks two until there are `2^depth` leaves.
    private static final String TREE = scenario("""
            resources: { pool: { pool: fork_join, size: 2 }, leaves: { variable: 0 } }
            units:
              boss:
                thread: 1
                steps:
                  - submit: { to: pool, task: node, with: 9, into: t }
                  - await: { for: t, into: x }
                  - write: { to: leaves, value: x }
              node:
                task: depth
                steps:
                  - if: depth == 0
                    steps:
                      - compute: 20us
                      - return: 1
                  - submit: { to: pool, task: node, with: depth - 1, into: left }
                  - submit: { to: pool, task: node, with: depth - 1, into: right }
                  - await: { for: right, into: r }
                  - await: { for: left, into: l }
                  - return: l + r
            """);

    @Test
    void a_task_that_awaits_its_own_forks_runs_them() {
        assertThat(whole(run(TREE), "leaves")).isEqualTo(512);
    }

    @Test
    void whoever_waits_for_a_task_can_say_who_ended_the_wait() throws Exception {
        var trace = recorded(TREE);

        assertThat(trace.events)
                .filteredOn(it -> it.kind() == EventKind.WAIT_OVER && it.step() >= 0)
                .isNotEmpty()
                .allMatch(it -> EventKind.waitCause(it.value()) >= 0);
    }

    @Test
    void each_task_is_submitted_begun_and_ended_once_and_steals_name_another_worker() throws Exception {
        var trace = recorded(TREE);

        int tasks = 1023;
        for (var kind : List.of(EventKind.SUBMIT, EventKind.TASK_START, EventKind.TASK_END)) {
            var numbers = trace.events.stream()
                    .filter(it -> it.kind() == kind)
                    .map(ReadTrace.Happened::value)
                    .toList();
            assertThat(numbers).hasSize(tasks).doesNotHaveDuplicates();
        }
        assertThat(trace.events)
                .filteredOn(it -> it.kind() == EventKind.STEAL)
                .allMatch(it -> workers(trace).contains((int) it.value()))
                .allMatch(it -> it.value() != it.unit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void each_worker_is_a_unit_that_begins_waits_works_and_ends_in_order_of_time(String kind) throws Exception {
        var trace = recorded(TWICE.formatted(kind));

        var workers = workers(trace);
        assertThat(workers).isNotEmpty();
        var started = new HashSet<Integer>();
        var numbers = new ArrayList<Long>();
        for (int worker : workers) {
            var events = trace.events.stream().filter(it -> it.unit() == worker).toList();
            if (events.isEmpty()) {
                continue;
            }
            started.add(worker);
            assertThat(events.getFirst().kind()).isEqualTo(EventKind.UNIT_START);
            assertThat(events.getLast().kind()).isEqualTo(EventKind.UNIT_END);
            assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
            assertAlternates(events, EventKind.WAIT, EventKind.WAIT_OVER, 1);
            assertAlternates(events, EventKind.TASK_START, EventKind.TASK_END, 0);
            events.stream()
                    .filter(it -> it.kind() == EventKind.TASK_START)
                    .map(ReadTrace.Happened::value)
                    .forEach(numbers::add);
        }
        assertThat(started).isNotEmpty();
        assertThat(numbers).hasSize(20).doesNotHaveDuplicates();
    }

    /// @param slack how many that began may never have ended
    private static void assertAlternates(List<ReadTrace.Happened> events, EventKind begin, EventKind end, int slack) {
        int open = 0;
        for (var event : events) {
            if (event.kind() == begin) {
                open++;
            } else if (event.kind() == end) {
                open--;
            }
            assertThat(open).isBetween(0, 1);
        }
        assertThat(open).isLessThanOrEqualTo(slack);
    }

    private static List<Integer> workers(ReadTrace trace) {
        return trace.definitions.stream()
                .filter(it -> it instanceof Definition.Unit unit && unit.kind().equals("worker"))
                .map(it -> ((Definition.Unit) it).id())
                .toList();
    }

    private ReadTrace recorded(String text) throws Exception {
        var file = directory.resolve("run.trace");
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            var result = engine(text, Optional.empty(), Optional.of(trace)).run();
            assertThat(result.failure()).isEmpty();
        }
        return ReadTrace.of(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "fork_join", "coroutine", "process"})
    void stop_ends_a_pool_that_computes_and_all_who_wait_for_it(String kind) throws Exception {
        var engine = engine(scenario("""
                resources: { pool: { pool: %s, size: 2, queue: 2 } }
                units:
                  boss:
                    thread: 2
                    steps:
                      - repeat: 3
                        steps:
                          - submit: { to: pool, task: job, into: t }
                      - await: t
                  job: { task: n, steps: [ { compute: 1000s } ] }
                """.formatted(kind)));
        var result = beside(engine);
        engine.stop();

        assertThat(result.get(30, TimeUnit.SECONDS).how()).isEqualTo(How.STOPPED);
        Runs.awaitThreadsGone("pool .*|boss.*");
    }
}
