package io.interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsTest {

    @TempDir
    private Path directory;

    @Test
    void processes_that_ended_alike_are_told_together() throws IOException {
        assertThat(facts(List.of(
                        new Definition.Exit(0, 3, 0),
                        new Definition.Exit(1, 3, 0),
                        new Definition.Exit(2, -1, 15),
                        new Definition.Exit(3, 0, 0))))
                .containsExactly(
                        "child 0, child 1 ended with exit status 3.",
                        "child 2 was ended by signal 15 (SIGTERM).",
                        "1 other process ended with exit status 0.");
    }

    @Test
    void it_is_told_whether_the_end_of_the_run_ended_a_process() throws IOException {
        assertThat(facts(List.of(new Definition.Exit(0, -1, 9)), 0))
                .containsExactly(
                        "child 0 was still there when the run was ended, and ended with it by signal 9 (SIGKILL).");
    }

    @Test
    void it_is_told_for_how_long_at_least_others_had_the_cores() throws IOException {
        assertThat(readyWhile(false))
                .containsExactly(
                        "Other programs, this window among them, kept a ready unit off the cores: at least 7.00 µs, 78 % of the run.");
        assertThat(readyWhile(true)).isEmpty();
    }

    /// What is told of a unit that is ready for 7 of 9 microseconds.
    ///
    /// @param ours whether another unit of the run has the core then that it may run on; the other one idles
    private List<String> readyWhile(boolean ours) throws IOException {
        var script =
                new RunScript(directory).cores(CoreSource.EXACT, 0, 1).unit(0).unit(1);
        script.at(1_000).in(0, 5).starts(0, 5).computes(0, -1).starts(1, 6).sleeps(1, -1);
        script.at(3_000).preempted(0, 5);
        if (ours) {
            script.in(0, 6).wakes(1, -1).at(9_900).out(0, 6);
        }
        script.at(10_000).in(0, 5).ends(0).ends(1).exits(0, 5).end(Definition.How.COMPLETED);
        return Facts.of(script.timeline());
    }

    @Test
    void while_workers_are_still_to_come_it_is_told_what_the_first_step_waits_for() throws IOException {
        assertThat(Facts.of(starting().timeline()))
                .containsExactly("crunchers: 1 of 2 workers started so far. The first step waits for all of them.");
    }

    @Test
    void once_the_first_step_is_done_nothing_waits_for_workers() throws IOException {
        assertThat(Facts.of(starting().starts(2, 102).at(12_000).sleeps(2, -1).timeline()))
                .isEmpty();
    }

    private RunScript starting() throws IOException {
        var script = new RunScript(directory).units(0, 2, "crunchers", "worker").units(2, 1, "main", "thread");
        return script.at(1_000).starts(0, 100).at(5_000).sleeps(0, -1);
    }

    @Test
    void what_it_cost_to_start_a_group_again_and_again_is_told_once() throws IOException {
        var script = new RunScript(directory);
        script.define(new Definition.StartCost("worker", 2, 3_000_000, 40_960));
        script.define(new Definition.StartCost("other", 5, 1_000_000, -1));
        script.define(new Definition.StartCost("worker", 2, 1_000_000, 0));
        assertThat(Facts.of(script.timeline()))
                .containsExactly(
                        "worker: 4 units started in 4.00 ms, with 10.0 KiB of memory for each.",
                        "other: 5 units started in 1.00 ms.");
    }

    @Test
    void a_variable_that_nobody_has_written_yet_has_no_value_to_tell() throws IOException {
        try (var trace = TraceWriter.create(directory.resolve(TraceWriter.ENGINE_TRACE), 4 << 20)) {
            trace.define(new Definition.Unit(0, "main", "main", 0, "thread", -1));
            trace.define(new Definition.Resource(0, "fast_took", "variable", Value.Type.TIME));
            trace.define(new Definition.Resource(1, "slow_took", "variable", Value.Type.TIME));
            try (var events = trace.events()) {
                events.recordAt(1_000, EventKind.BLIND_WRITE, -1, 0, -1, 0);
                events.recordAt(1_000, EventKind.BLIND_WRITE, -1, 1, -1, 0);
                events.recordAt(2_000, EventKind.UNIT_START, 0, -1, -1, 100);
                events.recordAt(3_000, EventKind.BLIND_WRITE, 0, 0, -1, 2_000);
            }
        }

        assertThat(facts()).containsExactly("Values: fast_took 2.00 µs.");
    }

    /// @param stopped those that the run's end has ended
    private List<String> facts(List<Definition.Exit> exits, Integer... stopped) throws IOException {
        try (var trace = TraceWriter.create(directory.resolve(TraceWriter.ENGINE_TRACE), 4 << 20)) {
            try (var events = trace.events()) {
                for (var exit : exits) {
                    int unit = exit.unit();
                    trace.define(new Definition.Unit(unit, "child " + unit, "child", unit, "process", -1));
                    events.recordAt(1_000 + unit, EventKind.UNIT_START, unit, -1, -1, 100 + unit);
                }
                for (var exit : exits) {
                    var end = List.of(stopped).contains(exit.unit())
                            ? EventKind.UnitEnd.STOPPED
                            : EventKind.UnitEnd.FINISHED;
                    trace.define(exit);
                    events.recordAt(9_000 + exit.unit(), EventKind.UNIT_END, exit.unit(), -1, -1, end.ordinal());
                }
            }
            trace.define(new Definition.End(Definition.How.COMPLETED, 20_000));
        }
        return facts();
    }

    private List<String> facts() throws IOException {
        var feed = new TraceFeed(directory);
        feed.finish();
        return Facts.of(feed.timeline());
    }
}
