package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why did it wait?
class ExplanationTest {

    private static final int LOCK = 5;
    private static final int OTHER_LOCK = 6;
    private static final int QUEUE = 9;

    @TempDir
    private Path directory;

    private RunScript script() throws IOException {
        return new RunScript(directory)
                .units(0, 4, "worker", "thread")
                .lock(LOCK, "mutex")
                .lock(OTHER_LOCK, "other")
                .resource(QUEUE, "jobs", "queue");
    }

    private static Explanation why(Timeline timeline, int unit, long time) {
        var spans = timeline.lane(Lane.Kind.UNIT, unit).orElseThrow().spans();
        return timeline.why(unit, spans.at(time)).orElseThrow();
    }

    private static List<String> links(Explanation explanation) {
        return explanation.links().stream()
                .map(it -> "%d %s#%d %d-%d step %d"
                        .formatted(it.unit(), it.state(), it.resource(), it.from(), it.to(), it.step()))
                .toList();
    }

    @Test
    void a_wait_leads_over_the_holder_and_what_it_waited_for_to_the_work() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .starts(2, 102)
                .acquires(1, LOCK, 10)
                .computes(2, 12)
                .at(2)
                .awaits(1, QUEUE, 11)
                .at(5)
                .waits(0, LOCK, 1, 13)
                .at(40)
                .level(2, QUEUE, 1)
                .at(41)
                .waitIsOver(1, QUEUE, WaitEnd.MET, 2)
                .at(45)
                .releases(1, LOCK, 10)
                .at(46)
                .acquires(0, LOCK, 13)
                .timeline();

        var explanation = why(timeline, 0, 20);
        assertThat(explanation.end()).isEqualTo(Explanation.End.WORK);
        assertThat(links(explanation))
                .containsExactly("0 LOCK_WAIT#5 5-46 step 13", "1 WAIT#9 5-41 step 11", "2 ACTIVE#-1 5-41 step 12");
        assertThat(explanation.links().getFirst().holders()).containsExactly(new Explanation.Hold(1, 0, 45, 10));
        assertThat(explanation.links().getFirst().cause()).isEqualTo(1);
    }

    @Test
    void a_deadlock_closes_the_circle() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(0, LOCK, 1)
                .acquires(1, OTHER_LOCK, 2)
                .at(3)
                .waits(0, OTHER_LOCK, 1, 3)
                .at(4)
                .waits(1, LOCK, 0, 4)
                .at(100)
                .starts(2, 102)
                .timeline();

        var explanation = why(timeline, 0, 50);
        assertThat(explanation.end()).isEqualTo(Explanation.End.CIRCLE);
        assertThat(explanation.closesAt()).isZero();
        assertThat(links(explanation)).containsExactly("0 LOCK_WAIT#6 3-100 step 3", "1 LOCK_WAIT#5 4-100 step 4");
    }

    @Test
    void a_wait_that_nobody_ends_is_explained_as_far_as_it_goes() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(3)
                .joins(0, 1, 1)
                .awaits(1, QUEUE, 2)
                .at(30)
                .starts(2, 102)
                .timeline();

        var explanation = why(timeline, 0, 10);
        assertThat(explanation.end()).isEqualTo(Explanation.End.NOBODY);
        assertThat(links(explanation)).containsExactly("0 WAIT#-1 3-30 step 1", "1 WAIT#9 3-30 step 2");
    }

    @Test
    void of_several_holders_the_one_that_held_longest_is_followed() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .starts(2, 102)
                .acquires(1, LOCK, 1)
                .at(2)
                .waits(0, LOCK, 1, 2)
                .at(50)
                .releases(1, LOCK, 1)
                .acquires(2, LOCK, 3)
                .at(55)
                .releases(2, LOCK, 3)
                .acquires(0, LOCK, 2)
                .timeline();

        var explanation = why(timeline, 0, 10);
        assertThat(explanation.links()).extracting(Explanation.Link::unit).containsExactly(0, 1);
        assertThat(explanation.links().getFirst().holds()).isEqualTo(2);
        assertThat(explanation.links().getFirst().cause()).isEqualTo(2);
    }

    @Test
    void one_that_was_ready_is_told_who_had_the_cores() throws IOException {
        var timeline = script().cores(CoreSource.EXACT, 0)
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .in(0, 100)
                .at(10)
                .preempted(0, 100)
                .in(0, 101)
                .at(17)
                .preempted(0, 101)
                .in(0, 999)
                .at(20)
                .out(0, 999)
                .in(0, 100)
                .at(30)
                .ends(0)
                .timeline();

        var explanation = why(timeline, 0, 15);
        assertThat(explanation.end()).isEqualTo(Explanation.End.NO_CORE);
        assertThat(explanation.links().getFirst().running())
                .containsExactly(new Explanation.Running(1, -1, 7), new Explanation.Running(-1, 999, 3));
    }

    @Test
    void there_is_nothing_to_say_of_a_span_that_is_not_there() throws IOException {
        var timeline = script().at(0).starts(0, 100).at(5).ends(0).timeline();

        assertThat(LaneText.of(timeline, Lane.Kind.UNIT, 0)).hasSize(1);
        assertThat(timeline.why(0, 1)).isEmpty();
        assertThat(timeline.why(77, 0)).isEmpty();
    }
}
