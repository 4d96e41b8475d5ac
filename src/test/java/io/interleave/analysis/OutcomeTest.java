package io.interleave.analysis;

import static io.interleave.model.Expr.BinaryOperator.EQUAL;
import static io.interleave.model.Expr.BinaryOperator.GREATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Outcome.Result;
import io.interleave.analysis.Outcome.Verdict;
import io.interleave.model.Value;
import io.interleave.testkit.RunScript;
import io.interleave.trace.Definition;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

    private static final String SCENARIO = """
        interleave: 1
        title: Count
        knobs:
          workers: { slider: 4, min: 1, max: 16, live: true }
          lock: { toggle: on, live: true }
          order: { choice: fifo, options: [fifo, lifo], live: true }
        resources:
          count: { variable: 0 }
        units:
          worker:
            thread: $workers
            steps:
              - increment: count
        expect:
          - count == workers * 10
          - count > 0
        """;

    @TempDir
    private Path directory;

    private RunScript run(long last) throws IOException {
        var script = new RunScript(directory)
                .scenario(SCENARIO, Map.of("workers", "4", "lock", "on", "order", "fifo"))
                .variable(0, "count", 0)
                .lock(1, "left")
                .lock(2, "right")
                .unit(0)
                .unit(1);
        return script.at(1).starts(0, 10).starts(1, 11).tells(EventKind.FINAL, 0, last);
    }

    @ParameterizedTest
    @CsvSource({"40, HELD, HELD", "39, FAILED, HELD", "0, FAILED, FAILED"})
    void a_run_that_came_to_its_end_is_judged(long last, Verdict equation, Verdict comparison) throws IOException {
        var outcome = run(last).end(How.COMPLETED).timeline().outcome();

        assertThat(outcome.results())
                .containsExactly(
                        new Result("count == workers * 10", equation, whole(last), Optional.of(EQUAL), whole(40)),
                        new Result("count > 0", comparison, whole(last), Optional.of(GREATER), whole(0)));
    }

    @Test
    void a_run_of_which_not_all_events_were_kept_is_judged_by_the_last_values_that_were_told() throws IOException {
        var script = run(3).define(new Definition.Final(0, 40));

        assertThat(script.end(How.COMPLETED).timeline().outcome().results().getFirst())
                .isEqualTo(new Result("count == workers * 10", Verdict.HELD, whole(40), Optional.of(EQUAL), whole(40)));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "LIMIT", "FAILED"})
    void a_run_that_did_not_come_to_its_end_is_not_judged(How how) throws IOException {
        assertThat(run(40).end(how).timeline().outcome().results())
                .extracting(Result::verdict)
                .containsOnly(Verdict.UNDECIDED);
    }

    @Test
    void a_run_that_goes_on_or_was_killed_is_not_judged_but_its_values_are_shown() throws IOException {
        var result = run(40).timeline().outcome().results().getFirst();

        assertThat(result)
                .isEqualTo(new Result(
                        "count == workers * 10", Verdict.UNDECIDED, whole(40), Optional.of(EQUAL), whole(40)));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "LIMIT"})
    void a_run_that_could_never_go_on_is_judged(How how) throws IOException {
        var script =
                run(3).acquires(0, 1, 0).acquires(1, 2, 0).waits(0, 2, 1, 0).waits(1, 1, 0, 0);

        assertThat(script.end(how).timeline().outcome().results().getFirst().verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_knob_that_was_turned_counts_as_it_is_now() throws IOException {
        var script = run(40).tells(EventKind.KNOB, 0, 6).tells(EventKind.KNOB, 0, 5);

        assertThat(script.timeline().outcome().results().getFirst().expected()).isEqualTo(whole(50));
    }

    @Test
    void a_choice_that_does_not_exist_is_no_choice() throws IOException {
        var script = run(40).tells(EventKind.KNOB, 2, 99).tells(EventKind.KNOB, 77, 1);

        assertThat(script.end(How.COMPLETED)
                        .timeline()
                        .outcome()
                        .results()
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void a_scenario_that_cannot_be_read_has_no_outcome() throws IOException {
        var script = new RunScript(directory).define(new Definition.Run("[", Map.of(), 0, 0, 1));

        assertThat(script.timeline().outcome().results()).isEmpty();
    }

    private static Optional<Value> whole(long value) {
        return Optional.of(new Value.Whole(value));
    }
}
