package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.testkit.RunScript;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking for names.
final class SearchModelTest {

    @TempDir
    private Path directory;

    private final SearchModel search = new SearchModel();
    private Timeline timeline;

    @BeforeEach
    void tell() throws IOException {
        var script = new RunScript(directory)
                .units(0, 3, "worker", "thread")
                .lock(5, "mutex")
                .variable(6, "count", 0)
                .step(9, 14);
        for (int unit = 0; unit < 3; unit++) {
            script.at(10 + unit).starts(unit, 100 + unit);
        }
        timeline = script.at(50)
                .computes(1, 9)
                .at(80)
                .ends(1)
                .at(90)
                .ends(0)
                .ends(2)
                .timeline();
    }

    private String status() {
        return search.statusProperty().get();
    }

    @Test
    void the_next_of_what_was_found_comes_after_the_last_the_first_again() {
        search.look(timeline, "worker");
        assertThat(status()).endsWith(" found");
        int count = Integer.parseInt(status().split(" ")[0]);
        var seen = new ArrayList<Selection>();
        for (int hit = 1; hit <= count; hit++) {
            seen.add(search.go(timeline, 1).orElseThrow());
            assertThat(status()).startsWith(hit + " of " + count + ":");
        }
        assertThat(seen)
                .contains(
                        new Selection.OfLane(new LaneKey(Lane.Kind.UNIT, 0)),
                        new Selection.OfLane(new LaneKey(Lane.Kind.UNIT, 1)),
                        new Selection.OfLane(new LaneKey(Lane.Kind.UNIT, 2)));
        assertThat(search.go(timeline, 1)).contains(seen.getFirst());
        assertThat(search.go(timeline, -1)).contains(seen.getLast());
        search.look(timeline, "worker");
        assertThat(search.go(timeline, -1)).contains(seen.getLast());
    }

    @Test
    void resources_are_found_by_their_names() {
        search.look(timeline, " mutex ");
        assertThat(search.go(timeline, 1)).contains(new Selection.OfLane(new LaneKey(Lane.Kind.LOCK, 5)));
        search.look(timeline, "count");
        assertThat(search.go(timeline, 1)).contains(new Selection.OfLane(new LaneKey(Lane.Kind.VARIABLE, 6)));
    }

    @Test
    void of_a_step_its_first_span_is_chosen() {
        search.look(timeline, "step");
        var chosen = search.go(timeline, 1).orElseThrow();
        assertThat(chosen).isInstanceOf(Selection.OfSpan.class);
        assertThat(chosen.lane()).isEqualTo(new LaneKey(Lane.Kind.UNIT, 1));
        assertThat(chosen.from()).isEqualTo(50);
    }

    @Test
    void what_is_not_there_is_said_and_what_is_forgotten_is_not() {
        search.look(timeline, "no such thing");
        assertThat(status()).isEqualTo("nothing found");
        assertThat(search.go(timeline, 1)).isEmpty();
        search.look(timeline, "");
        assertThat(status()).isEmpty();
        search.look(timeline, "worker");
        search.forget();
        assertThat(status()).isEmpty();
        assertThat(search.go(timeline, 1)).isEmpty();
    }
}
