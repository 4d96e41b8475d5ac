package io.interleave.engine;

import static io.interleave.engine.Runs.beside;
import static io.interleave.engine.Runs.engine;
import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.testkit.ReadTrace;
import io.interleave.trace.Definition;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import io.interleave.trace.TraceWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessPoolTest {

    @TempDir
    private Path directory;

    @Test
    void values_of_every_type_cross_to_another_process_and_back() {
        var result = run(scenario("""
                resources:
                  pool: { pool: process, size: 1 }
                  decimal: { variable: 0.5 }
                  time: { variable: 0ms }
                  truth: { variable: off }
                  word: { variable: 'none' }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: half, with: 3.0, into: a }
                      - await: { for: a, into: x }
                      - write: { to: decimal, value: x }
                      - submit: { to: pool, task: double, with: 2ms, into: b }
                      - await: { for: b, into: y }
                      - write: { to: time, value: y }
                      - submit: { to: pool, task: opposite, with: off, into: c }
                      - await: { for: c, into: z }
                      - write: { to: truth, value: z }
                      - submit: { to: pool, task: same, with: "'naïve ☃'", into: d }
                      - await: { for: d, into: w }
                      - write: { to: word, value: w }
                  half: { task: n, of: decimal, steps: [ { return: n / 2 } ] }
                  double: { task: n, of: time, steps: [ { return: n * 2 } ] }
                  opposite: { task: n, of: truth, steps: [ { return: not n } ] }
                  same: { task: n, of: text, steps: [ { return: n } ] }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(result.finals())
                .containsEntry("decimal", new Value.Decimal(1.5))
                .containsEntry("time", new Value.Time(4_000_000))
                .containsEntry("truth", new Value.Truth(true))
                .containsEntry("word", new Value.Text("naïve ☃"));
    }

    @Test
    void tasks_of_several_worker_processes_write_files_at_the_same_time() {
        var result = run(scenario("""
                resources: { pool: { pool: process, size: 2 }, sum: { variable: 0 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - map: { pool: pool, task: file, from: 1, to: 40, into: all }
                      - write: { to: sum, value: all }
                  file: { task: n, steps: [ { io: { file: 20000 } }, { return: 1 } ] }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(result.finals()).containsEntry("sum", new Value.Whole(40));
    }

    /// Two tasks of which one never ends.
    private static final String ENDLESS = scenario("""
            resources: { pool: { pool: process, size: 2 }, done: { variable: 0 } }
            units:
              boss:
                thread: 1
                steps:
                  - submit: { to: pool, task: job, with: 1000s, into: long }
                  - submit: { to: pool, task: job, with: 1ms, into: short }
                  - await: short
                  - increment: done
                  - await: long
              job: { task: time, of: time, steps: [ { compute: time } ] }
            """);

    @Test
    void a_worker_that_is_killed_in_mid_task_fails_that_task_with_the_reason_and_is_not_run_again() throws Exception {
        var before = children();
        var engine = engine(ENDLESS);
        var result = beside(engine);
        var busy = busiest(before);

        busy.destroyForcibly();

        var end = result.get(60, TimeUnit.SECONDS);
        assertThat(end.how()).isEqualTo(How.FAILED);
        assertThat(end.failure().orElseThrow().message())
                .contains("pool ", "in the middle of it", "signal 9 (SIGKILL)");
        assertThat(whole(end, "done")).isEqualTo(1);
    }

    @Test
    void a_worker_that_was_stopped_is_ended_and_its_task_fails_with_the_reason() throws Exception {
        var before = children();
        var result = beside(engine(ENDLESS));
        var busy = busiest(before);

        new ProcessBuilder("kill", "-STOP", Long.toString(busy.pid())).start().waitFor();

        var end = result.get(60, TimeUnit.SECONDS);
        assertThat(end.how()).isEqualTo(How.FAILED);
        assertThat(end.failure().orElseThrow().message()).contains("in the middle of it", "was stopped by a signal");
    }

    @Test
    void a_worker_that_dies_while_it_starts_is_tried_again() throws Exception {
        var before = children();
        var result = beside(engine(scenario("""
                resources: { pool: { pool: process, size: 1 }, sum: { variable: 0 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: job, with: 1, into: a }
                      - await: { for: a, into: x }
                      - write: { to: sum, value: x }
                  job: { task: n, steps: [ { return: n } ] }
                """)));

        newChild(before).destroyForcibly();

        var end = result.get(60, TimeUnit.SECONDS);
        assertThat(end.failure()).isEmpty();
        assertThat(whole(end, "sum")).isEqualTo(1);
    }

    /// The tasks of the first unit fail with their worker; that unit is gone then, and the run with it. What
    /// the trace tells is that a worker with another number took over.
    @Test
    void a_worker_that_dies_while_it_has_no_task_is_replaced_and_the_run_goes_on() throws Exception {
        var before = children();
        var file = directory.resolve("run.trace");
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            var engine = engine(scenario("""
                    resources: { pool: { pool: process, size: 1 }, sum: { variable: 0 } }
                    units:
                      boss:
                        thread: 1
                        steps:
                          - submit: { to: pool, task: job, with: 1, into: a }
                          - await: { for: a, into: x }
                          - write: { to: sum, value: x }
                          - sleep: 3s
                          - submit: { to: pool, task: job, with: 2, into: b }
                          - await: { for: b, into: y }
                          - write: { to: sum, value: x + y }
                      job: { task: n, steps: [ { return: n } ] }
                    """), Optional.empty(), Optional.of(trace));
            var result = beside(engine);
            var first = newChild(before);
            while (!hasRun(file)) {
                Thread.sleep(1);
            }
            first.destroyForcibly();

            var end = result.get(60, TimeUnit.SECONDS);
            assertThat(end.failure()).isEmpty();
            assertThat(whole(end, "sum")).isEqualTo(3);
        }
        var read = ReadTrace.of(file);
        assertThat(read.definitions.stream()
                        .filter(it -> it instanceof Definition.Unit unit
                                && unit.kind().equals("worker"))
                        .map(it -> ((Definition.Unit) it).name()))
                .containsExactly("pool 1", "pool 2");
        assertThat(read.definitions)
                .filteredOn(it -> it instanceof Definition.StartCost cost
                        && cost.group().equals("pool")
                        && cost.count() == 1
                        && cost.nanos() > 0)
                .hasSize(1);
        assertThat(read.definitions).contains(new Definition.Exit(0, -1, 9));
        assertThat(read.events.stream()
                        .filter(it -> it.kind() == EventKind.UNIT_END && it.unit() == 0)
                        .map(it -> (int) it.value()))
                .containsExactly(UnitEnd.FAILED.ordinal());
    }

    private static boolean hasRun(Path file) throws Exception {
        return ReadTrace.of(file).events.stream().anyMatch(it -> it.kind() == EventKind.TASK_END);
    }

    /// Serialize, send, deserialize, run, serialize, send, deserialize: with the bytes of each.
    @Test
    void what_a_task_goes_through_is_told_in_order_with_its_bytes() throws Exception {
        var file = directory.resolve("run.trace");
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            var result =
                    engine(scenario("""
                            resources: { pool: { pool: process, size: 1 } }
                            units:
                              boss:
                                thread: 1
                                steps:
                                  - submit: { to: pool, task: job, payload: 100000, into: t }
                                  - await: t
                              job: { task: n, steps: [ { compute: 100us } ] }
                            """), Optional.empty(), Optional.of(trace)).run();
            assertThat(result.failure()).isEmpty();
        }
        var events = ReadTrace.of(file).events.stream()
                .sorted((a, b) -> Long.compare(a.time(), b.time()))
                .toList();
        assertThat(kinds(events, 1))
                .containsSubsequence(
                        EventKind.SUBMIT,
                        EventKind.SERIALIZE,
                        EventKind.SEND,
                        EventKind.DESERIALIZE,
                        EventKind.UNIT_END);
        assertThat(kinds(events, 0))
                .containsExactly(
                        EventKind.UNIT_START,
                        EventKind.WAIT,
                        EventKind.WAIT_OVER,
                        EventKind.DESERIALIZE,
                        EventKind.TASK_START,
                        EventKind.TASK_END,
                        EventKind.SERIALIZE,
                        EventKind.SEND,
                        EventKind.WAIT,
                        EventKind.UNIT_END);
        assertThat(events)
                .filteredOn(it -> Set.of(EventKind.SEND, EventKind.DESERIALIZE).contains(it.kind()))
                .hasSize(4)
                .allMatch(it -> it.value() > 100_000);
        var start = events.stream()
                .filter(it -> it.kind() == EventKind.UNIT_START && it.unit() == 0)
                .findFirst()
                .orElseThrow();
        assertThat(start.value())
                .isPositive()
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void what_a_task_sleeps_waits_for_and_writes_is_told_as_its_worker_s_own() throws Exception {
        var file = directory.resolve("run.trace");
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            var result =
                    engine(scenario("""
                            resources: { pool: { pool: process, size: 1 } }
                            units:
                              boss:
                                thread: 1
                                steps:
                                  - submit: { to: pool, task: job, with: 7, into: a }
                                  - submit: { to: pool, task: job, with: 8, into: b }
                                  - await: a
                                  - await: b
                              job:
                                task: n
                                steps: [ { sleep: 30ms }, { log: "{n}" }, { io: 1ms } ]
                            """), Optional.empty(), Optional.of(trace)).run();
            assertThat(result.failure()).isEmpty();
        }
        var read = ReadTrace.of(file);
        var told = read.events.stream().filter(it -> it.unit() == 0).toList();
        var ofOneTask = List.of(
                EventKind.TASK_START,
                EventKind.SLEEP,
                EventKind.WAKE,
                EventKind.LOG,
                EventKind.IO,
                EventKind.IO_OVER,
                EventKind.TASK_END);
        var twice = new ArrayList<>(ofOneTask);
        twice.addAll(ofOneTask);
        assertThat(told)
                .extracting(ReadTrace.Happened::kind)
                .filteredOn(ofOneTask::contains)
                .isEqualTo(twice);
        assertThat(told).isSortedAccordingTo(comparingLong(ReadTrace.Happened::time));
        assertThat(read.definitions)
                .filteredOn(it -> it instanceof Definition.Line line && line.unit() == 0)
                .map(it -> ((Definition.Line) it).text())
                .containsExactly("7", "8");
        var sleep = read.definitions.stream()
                .filter(it -> it instanceof Definition.Step step && step.word().equals("sleep"))
                .map(it -> ((Definition.Step) it).id())
                .findFirst();
        assertThat(told)
                .filteredOn(it -> it.kind() == EventKind.SLEEP)
                .allMatch(it -> it.step() == sleep.orElseThrow());
    }

    @Test
    void a_step_kills_the_worker_that_is_busy_and_else_is_done_for_its_task_alone() {
        var result = run(scenario("""
                resources: { pool: { pool: process, size: 2 }, failed: { variable: 0 }, sum: { variable: 0 } }
                units:
                  boss:
                    thread: 1
                    steps:
                      - submit: { to: pool, task: job, with: 1000s, into: long }
                      - submit: { to: pool, task: job, with: 1ms, into: short }
                      - await: short
                      - kill: pool
                      - await: long
                        else: [ { increment: failed } ]
                      - submit: { to: pool, task: job, with: 2ms, into: next }
                      - await: { for: next, into: time }
                      - if: time == 2ms
                        steps: [ { increment: sum } ]
                  job: { task: time, of: time, steps: [ { compute: time }, { return: time } ] }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "failed")).isEqualTo(1);
        assertThat(whole(result, "sum")).isEqualTo(1);
    }

    private static List<EventKind> kinds(List<ReadTrace.Happened> events, int unit) {
        return events.stream()
                .filter(it -> it.unit() == unit)
                .map(ReadTrace.Happened::kind)
                .toList();
    }

    @Test
    void nothing_is_left_of_the_workers_when_the_run_has_ended() throws Exception {
        var before = children();
        var engine = engine(ENDLESS);
        var result = beside(engine);
        var workers = List.of(newChild(before));
        engine.stop();

        assertThat(result.get(60, TimeUnit.SECONDS).how()).isEqualTo(How.STOPPED);
        for (var worker : workers) {
            worker.onExit().get(60, TimeUnit.SECONDS);
        }
        while (children().stream().anyMatch(it -> !before.contains(it))) {
            Thread.sleep(1);
        }
        assertThat(Runs.DIRECTORY).isEmptyDirectory();
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private static ProcessHandle newChild(Set<ProcessHandle> before) {
        while (true) {
            for (var child : children()) {
                if (!before.contains(child)) {
                    return child;
                }
            }
        }
    }

    /// The one that has used a core for so long that it can only be in the task without an end.
    private static ProcessHandle busiest(Set<ProcessHandle> before) {
        while (true) {
            for (var child : children()) {
                var used = child.info().totalCpuDuration();
                if (!before.contains(child) && used.isPresent() && used.get().toSeconds() >= 3) {
                    return child;
                }
            }
        }
    }
}
