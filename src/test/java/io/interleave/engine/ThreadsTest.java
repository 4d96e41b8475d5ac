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
import io.interleave.trace.TraceWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What threads are like, how many there may be, and what that costs.
@Timeout(120)
class ThreadsTest {

    @TempDir
    Path directory;

    @Test
    void a_thread_that_cannot_be_pinned_runs_on_with_a_note() throws Exception {
        var definitions = definitions("""
                resources: { ended: { variable: 0 } }
                units:
                  worker:
                    thread: 3
                    priority: index + 3
                    core: 500
                    stack: 300000
                    steps: [ { update: { to: ended, value: ended + 1 } } ]
                """);

        assertThat(definitions)
                .filteredOn(
                        it -> it instanceof Definition.Note note && note.text().contains("500") && note.line() == 5)
                .hasSize(1);
        assertThat(definitions).anyMatch(it -> it instanceof Definition.End end && end.how() == How.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            thread: 3,             priority: index + 8,           there is no priority 11: they go from 1 to 10
            thread: 3,             core: 2 - index,               there is no core -1: they go from 0 to 4095
            thread: 3,             stack: 1000000 * (2 - index),  a stack cannot have -1000000 bytes: it can have 0 or more
            thread: 3,             priority: 10 / (3 - index),    division by zero
            coroutine: 3,          priority: 1 / (3 - index),     division by zero
            """)
    void a_unit_whose_settings_make_no_sense_fails_before_any_of_its_group_has_run(
            String kind, String setting, String reason) {
        for (var start : List.of("automatic", "manual")) {
            var result = run(
                    scenario("""
                    resources:
                      ran: { variable: 0 }
                      loop: { event_loop: 1, priorities: on }
                    units:
                      boss: { thread: 1, steps: [ %s { sleep: 1ms } ] }
                      worker:
                        %s
                        %s
                        start: %s
                        steps: [ { update: { to: ran, value: ran + 1 } } ]
                    """.formatted(start.equals("manual") ? "{ gather: worker }," : "", kind, setting, start)));

            assertThat(result.failure()).get().satisfies(failure -> {
                assertThat(failure.unit()).isEqualTo("worker 3");
                assertThat(failure.message()).isEqualTo(reason);
            });
            assertThat(whole(result, "ran")).isZero();
        }
    }

    @Test
    void what_starting_a_group_cost_is_told_once_for_each_start() throws Exception {
        var costs = definitions("""
                units:
                  parent: { thread: 1, steps: [ { start: child }, { start: child }, { await: child } ] }
                  child: { thread: 70, start: manual, steps: [ { sleep: 1ms } ] }
                """).stream()
                .filter(Definition.StartCost.class::isInstance)
                .map(Definition.StartCost.class::cast)
                .toList();

        assertThat(costs).extracting(Definition.StartCost::group).containsExactlyInAnyOrder("parent", "child", "child");
        assertThat(costs).allMatch(it -> it.nanos() > 0 && it.bytes() >= -1);
        assertThat(costs).extracting(Definition.StartCost::count).containsExactlyInAnyOrder(1, 70, 70);
    }

    private List<Definition> definitions(String sections) throws Exception {
        var file = directory.resolve("trace");
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            engine(scenario(sections), Optional.empty(), Optional.of(trace)).run();
        }
        return ReadTrace.of(file).definitions;
    }

    @Test
    void thousands_of_threads_wait_for_each_other() {
        var result = run(scenario("""
                resources: { all: { latch: 3000 }, ended: { variable: 0 } }
                units:
                  worker:
                    thread: 3000
                    steps: [ { count_down: all }, { await: all }, { update: { to: ended, value: ended + 1 } } ]
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "ended")).isEqualTo(3000);
    }

    @Test
    void a_run_that_is_stopped_while_thousands_start_starts_no_more_and_ends() throws Exception {
        var engine = engine(scenario("units: { worker: { thread: 3000, steps: [ { sleep: 1000s } ] } }"));
        var result = beside(engine);
        engine.stop();

        assertThat(result.get(60, TimeUnit.SECONDS).how()).isEqualTo(How.STOPPED);
    }

    @Test
    void threads_that_the_system_does_not_grant_end_the_run_with_the_reason() {
        for (int count : new int[] {1, 100}) {
            var result = run(scenario("""
                    knobs:
                      bytes: { slider: 100000, min: 0, max: 9000000000000000 }
                      number: { slider: 1, min: 1, max: 100 }
                    units: { worker: { thread: $number, stack: $bytes, steps: [ { sleep: 1000s } ] } }
                    """), "bytes=4503599627370496", "number=" + count);

            assertThat(result.how()).isEqualTo(How.FAILED);
            assertThat(result.failure().orElseThrow().message()).contains("worker", "cannot be started", "ulimit");
        }
    }

    /// A task that a full pool gives back to whoever submits it, again and again.
    @Test
    void a_unit_whose_stack_overflows_fails_and_says_so() {
        var result = run(scenario("""
                resources: { pool: { pool: thread, size: 1, queue: 0, saturation: caller_runs } }
                units:
                  job:
                    task: n
                    steps: [ { submit: { to: pool, task: job, with: n + 1 } }, { return: n } ]
                  worker:
                    thread: 2
                    stack: 150000
                    steps: [ { repeat: 10, steps: [ { submit: { to: pool, task: job, with: 1 } } ] } ]
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("no room left on its stack");
    }
}
