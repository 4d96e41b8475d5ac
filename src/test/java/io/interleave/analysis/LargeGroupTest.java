package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.RunScript;
import io.interleave.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groups of more units than lanes are of use for.
class LargeGroupTest {

    @TempDir
    private Path directory;

    @Test
    void of_a_large_group_the_first_have_lanes_and_all_are_counted() throws IOException {
        var script =
                new RunScript(directory).units(0, 200, "fetch", "coroutine").at(0);
        for (int unit = 0; unit < 200; unit++) {
            script.at(unit).starts(unit, -1);
        }
        var timeline = script.at(1_000).ends(199).at(1_100).ends(0).timeline();

        assertThat(timeline.lanes()).extracting(Lane::kind).startsWith(Lane.Kind.GROUP, Lane.Kind.UNIT);
        assertThat(timeline.lanes()).hasSize(1 + Group.FIRST_ONES);
        var group = timeline.lanes().getFirst();
        assertThat(group.units()).isEqualTo(200);
        var census = group.census().orElseThrow();
        assertThat(census.most()).isEqualTo(200);
        assertThat(count(census, 99, State.SUSPENDED)).isEqualTo(100);
        assertThat(count(census, 1_050, State.SUSPENDED)).isEqualTo(199);
        assertThat(timeline.unitTimes()).hasSize(Group.FIRST_ONES);
        assertThat(timeline.unitTimes(1_000)).hasSize(200);
        assertThat(timeline.unitName(150)).isEqualTo("fetch 151");
    }

    @Test
    void any_unit_of_a_large_group_has_a_lane_when_asked_for() throws IOException {
        var script =
                new RunScript(directory).units(5, 100, "fetch", "coroutine").at(0);
        for (int unit = 5; unit < 105; unit++) {
            script.starts(unit, -1);
        }
        var timeline = script.at(50).sleeps(7, 1).timeline();

        int group = timeline.lanes().getFirst().subject();
        var units = timeline.unitsOf(group).orElseThrow();
        assertThat(units.size()).isEqualTo(100);
        assertThat(units.unit(99)).isEqualTo(104);
        assertThat(units.placeOf(104)).isEqualTo(99);
        assertThat(units.placeOf(4)).isEqualTo(Spans.NONE);
        var lane = timeline.lane(Lane.Kind.UNIT, 104).orElseThrow();
        assertThat(lane.name()).isEqualTo("fetch 100");
        assertThat(lane.spans().end(0)).isEqualTo(50);
        assertThat(timeline.lane(Lane.Kind.UNIT, 105)).isEmpty();
        assertThat(timeline.lane(Lane.Kind.GROUP, group))
                .contains(timeline.lanes().getFirst());
        assertThat(timeline.unitsOf(group + 1)).isEmpty();
    }

    @Test
    void a_group_that_grows_large_while_it_runs_is_counted_from_its_beginning() throws IOException {
        var script = new RunScript(directory).units(0, 60, "worker", "thread");
        for (int unit = 0; unit < 60; unit++) {
            script.at(unit).starts(unit, 100 + unit);
        }
        script.at(100).sleeps(3, 1).at(150);
        var before = count(script, 120);
        assertThat(before).isEqualTo(Map.of(State.ACTIVE, 59, State.SLEEPING, 1));
    }

    private static Map<State, Integer> count(RunScript script, long time) throws IOException {
        script.units(60, 10, "worker", "thread");
        for (int unit = 60; unit < 70; unit++) {
            script.at(140 + unit).starts(unit, 100 + unit);
        }
        var census = script.timeline().lanes().getFirst().census().orElseThrow();
        return Map.of(
                State.ACTIVE, count(census, time, State.ACTIVE), State.SLEEPING, count(census, time, State.SLEEPING));
    }

    private static int count(Census census, long time, State state) {
        var counts = new int[State.values().length];
        census.at(time, counts);
        return counts[state.ordinal()];
    }

    @RepeatedTest(5)
    void a_census_tells_at_every_moment_how_many_were_in_which_state() {
        var random = Seed.random(LargeGroupTest.class);
        var states = State.values();
        var census = new Census();
        var now = new State[40];
        Arrays.fill(now, State.UNKNOWN);
        var history = new int[3_000][states.length];
        var sums = new long[states.length];
        for (int time = 0; time < history.length; time++) {
            for (int change = random.nextInt(3); change > 0; change--) {
                int unit = random.nextInt(now.length);
                var next = states[random.nextInt(states.length)];
                if (next != now[unit]) {
                    census.change(1_000 + time, now[unit], next);
                    now[unit] = next;
                }
            }
            for (var state : now) {
                if (state != State.UNKNOWN) {
                    history[time][state.ordinal()]++;
                }
            }
        }
        for (int time = 0; time < history.length; time++) {
            var counts = new int[states.length];
            census.at(1_000 + time, counts);
            assertThat(counts).isEqualTo(history[time]);
            var until = new long[states.length];
            census.until(1_000 + time, until);
            assertThat(until).isEqualTo(sums);
            for (int state = 0; state < states.length; state++) {
                sums[state] += history[time][state];
            }
        }
    }
}
