package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.testkit.RunScript;
import io.interleave.view.timeline.LaneKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Critical paths that are found in the background.
final class RouteFinderTest {

    @TempDir
    private Path directory;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final RouteFinder finder = new RouteFinder(background::add, Runnable::run);
    private final List<Optional<CriticalPath>> told = new ArrayList<>();

    private Timeline timeline() throws IOException {
        return new RunScript(directory)
                .units(0, 2, "worker", "thread")
                .at(0)
                .starts(0, 100)
                .at(10)
                .starts(1, 101)
                .at(40)
                .ends(0)
                .at(90)
                .ends(1)
                .timeline();
    }

    @Test
    void of_a_unit_it_ends_with_it_and_of_the_run_with_its_last() throws IOException {
        var timeline = timeline();
        finder.find(timeline, new LaneKey(Lane.Kind.UNIT, 0), told::add);
        background.remove().run();
        finder.find(timeline, null, told::add);
        background.remove().run();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().orElseThrow().end()).isEqualTo(40);
        assertThat(told.getLast().orElseThrow().end()).isEqualTo(90);
    }

    @Test
    void only_what_was_asked_last_is_told() throws IOException {
        var timeline = timeline();
        finder.find(timeline, new LaneKey(Lane.Kind.UNIT, 0), told::add);
        finder.find(timeline, null, told::add);
        background.remove().run();
        assertThat(told).isEmpty();
        background.remove().run();
        assertThat(told).hasSize(1);
        finder.find(timeline, null, told::add);
        finder.forget();
        background.remove().run();
        assertThat(told).hasSize(1);
    }
}
