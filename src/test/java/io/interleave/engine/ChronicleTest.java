package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.ReadTrace;
import io.interleave.trace.Definition;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChronicleTest {

    @TempDir
    private Path directory;

    @Test
    void where_events_are_no_longer_kept_the_last_values_of_variables_are_told_all_the_same() throws IOException {
        var file = directory.resolve("trace");
        try (var trace = TraceWriter.create(file, 0)) {
            Runs.engine(Runs.scenario("""
                                    resources: { count: { variable: 0 }, cells: { variable: 0, count: 3 } }
                                    units:
                                      worker:
                                        thread: 2
                                        steps:
                                          - repeat: 100000
                                            steps:
                                              - update: { to: count, value: count + 1 }
                                    """), Optional.empty(), Optional.of(trace))
                    .run();
        }

        var read = ReadTrace.of(file);
        assertThat(read.notKept).isPositive();
        assertThat(read.definitions.stream().filter(Definition.Final.class::isInstance))
                .containsExactly(new Definition.Final(0, 200_000));
        assertThat(read.definitions.getLast()).isInstanceOf(Definition.End.class);
    }

    @Test
    void of_output_without_end_the_beginning_is_kept_and_that_is_said_once() throws IOException {
        var file = directory.resolve("trace");
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            Runs.engine(Runs.scenario("""
                                    units:
                                      chatter:
                                        thread: 2
                                        steps:
                                          - repeat: 30000
                                            steps:
                                              - log: %s
                                    """.formatted("word ".repeat(20))), Optional.empty(), Optional.of(trace))
                    .run();
        }

        var definitions = ReadTrace.of(file).definitions;
        assertThat(definitions.stream().filter(Definition.Line.class::isInstance))
                .hasSizeBetween(40_000, 42_500);
        assertThat(definitions.stream().filter(Definition.Note.class::isInstance))
                .containsExactly(
                        new Definition.Note(-1, 0, "of the run's output the first 4,194,304 characters are kept"));
    }
}
