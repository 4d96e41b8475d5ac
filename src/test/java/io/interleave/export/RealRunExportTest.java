package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.State;
import io.interleave.model.Gallery;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.LocalEngines;
import io.interleave.run.RunRequest;
import io.interleave.trace.CoreSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other programs are told of a real run is what the timeline tells.
@Timeout(120)
class RealRunExportTest {

    private static final LocalEngines ENGINES = new LocalEngines();

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        ENGINES.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded-buffer", "lost-update", "three-pools", "generator-sent-values"})
    void perfetto_is_told_the_same_times_values_and_arrows(String name) throws IOException {
        var run = run(name);
        var file = directory.resolve("run.perfetto-trace");
        Export.to(Format.PERFETTO, run, file, false, _ -> true);
        var read = PerfettoFile.of(file);
        var timeline = run.timeline();

        assertThat(read.times).containsAllEntriesOf(Samples.times(timeline));
        assertThat(read.arrowsFrom).hasSize(timeline.flows().size());
        assertThat(read.arrowsTo.keySet()).isEqualTo(read.arrowsFrom.keySet());
        for (var lane : timeline.lanes()) {
            if (lane.kind() == Lane.Kind.CORE) {
                assertThat(read.busy(lane.subject())).as(lane.name()).isEqualTo(known(lane));
            } else if (lane.kind() == Lane.Kind.LEVEL || isCounted(run, lane)) {
                assertThat(read.counters.get(lane.name()))
                        .as(lane.name())
                        .hasSize(lane.spans().size());
            }
        }
    }

    private static boolean isCounted(KeptRun run, Lane lane) {
        return lane.kind() == Lane.Kind.VARIABLE
                && lane.spans().size() > 0
                && !(run.timeline().value(lane.subject(), lane.spans().value(0)) instanceof Value.Text);
    }

    /// Nanoseconds that it is known who was on a core.
    private static long known(Lane lane) {
        long sum = 0;
        for (int span = 0; span < lane.spans().size(); span++) {
            boolean isKnown = lane.spans().state(span) == State.RUNNING;
            sum += isKnown ? lane.spans().end(span) - lane.spans().start(span) : 0;
        }
        return sum;
    }

    private KeptRun run(String name) throws IOException {
        var text = Gallery.find(name).orElseThrow().text();
        var scenario = ScenarioReader.read(text).scenario().orElseThrow();
        var kept = directory.resolve("kept");
        var run = ENGINES.start(new RunRequest(
                text,
                Settings.of(scenario),
                Integer.MAX_VALUE,
                Optional.of(Duration.ofSeconds(3)),
                CoreSource.EXACT,
                true,
                kept));
        run.end().toCompletableFuture().join();
        return KeptRun.open(kept);
    }
}
