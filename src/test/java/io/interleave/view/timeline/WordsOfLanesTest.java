package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of lanes, sections and how well they are known.
final class WordsOfLanesTest {

    private final FakeSource usual = Crowd.usual();

    private HeadingWords words(FramePlan plan) {
        return new HeadingWords(usual, plan);
    }

    private static LaneLayout.Heading heading(FramePlan plan, String key) {
        return plan.layout().headings().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_heading_says_its_section_and_how_to_fold_it() {
        var plan = Plans.whole(usual);
        var words = words(plan).of(heading(plan, "group pool"), 20);
        assertThat(words.title()).contains("pool", "12");
        assertThat(words.lines()).containsExactly(Words.text("section.fold"));
    }

    @Test
    void a_folded_section_says_what_its_units_do_at_the_moment_pointed_at() {
        usual.lane(
                Lane.Kind.UNIT, 13, "pool 13", "pool", new SpansBuilder().add(START, START + 1_000, State.LOCK_WAIT));
        var plan = Plans.of(usual, Arrangement.PLAIN.toggled("group pool"), Highlights.NONE);
        var heading = heading(plan, "group pool");
        double middle = plan.areas().plot().x() + plan.areas().plot().width() / 2.0;
        assertThat(words(plan).of(heading, middle).lines())
                .contains("12 " + Words.state(State.RUNNING), "1 " + Words.state(State.LOCK_WAIT));
        assertThat(words(plan).of(heading, 20).lines()).containsExactly(Words.text("section.unfold"));
    }

    @Test
    void the_sum_of_a_folded_section_is_drawn() {
        var plan = Plans.of(usual, Arrangement.PLAIN.toggled("group pool"), Highlights.NONE);
        var planned = plan.headings().stream()
                .filter(it -> it.heading().key().equals("group pool"))
                .findFirst()
                .orElseThrow();
        assertThat(planned.strip().size()).isPositive();
        var surface = Plans.painted(plan, Theme.LIGHT);
        assertThat(surface.words()).anyMatch(it -> it.contains("pool"));
        assertThat(surface.fills)
                .anyMatch(it -> it.argb() == Theme.LIGHT.inks()[Ink.of(State.RUNNING)]
                        && it.area().y() >= planned.y()
                        && it.area().bottom() <= planned.y() + planned.heading().height());
    }

    @Test
    void a_unit_that_comes_later_says_that_it_has_not_started() {
        var late = new FakeSource();
        late.lane(Lane.Kind.UNIT, 0, "early", new SpansBuilder().add(START, START + 1_000, State.RUNNING));
        assertThat(Plans.painted(Plans.whole(late), Theme.LIGHT).words()).doesNotContain("not started yet");
        late.lane(Lane.Kind.UNIT, 1, "late", new SpansBuilder().add(START + 900, START + 1_000, State.RUNNING));
        assertThat(Plans.painted(Plans.whole(late), Theme.LIGHT).words()).containsOnlyOnce("not started yet");
        late.lane(Lane.Kind.UNIT, 2, "never", new SpansBuilder());
        assertThat(Plans.painted(Plans.whole(late), Theme.LIGHT).words())
                .filteredOn("not started yet"::equals)
                .hasSize(2);
    }

    @Test
    void a_value_says_who_wrote_it() {
        usual.lane(
                Lane.Kind.VARIABLE, 104, "sum", new SpansBuilder().add(START, START + 500, State.VALUE, -1, 3, 17, -1));
        var words = new LaneWords(usual).of(usual.lane(Lane.Kind.VARIABLE, 104).orElseThrow(), 0);
        assertThat(words.title()).contains("sum", "17", "500 ns");
        assertThat(words.lines()).anyMatch(it -> it.contains("pool 4"));
    }

    @Test
    void a_lock_says_who_holds_it_and_that_it_is_off() {
        usual.lane(
                Lane.Kind.LOCK,
                105,
                "gate",
                new SpansBuilder()
                        .add(START, START + 500, State.HELD, -1, 20, 0, -1)
                        .add(START + 500, START + 900, State.OFF));
        var lane = usual.lane(Lane.Kind.LOCK, 105).orElseThrow();
        assertThat(new LaneWords(usual).of(lane, 0).title()).contains("gate", "reader");
        assertThat(new LaneWords(usual).of(lane, 1).title()).contains("gate", "switched off");
    }

    @Test
    void a_core_says_who_has_it() {
        usual.lane(
                Lane.Kind.CORE,
                7,
                "core 7",
                new SpansBuilder().add(START, START + 500, State.RUNNING, 7, 21, 4711, -1));
        var words = new LaneWords(usual).of(usual.lane(Lane.Kind.CORE, 7).orElseThrow(), 0);
        assertThat(words.title()).contains("core 7", "writer");
        assertThat(words.lines()).anyMatch(it -> it.contains("4711"));
    }

    @Test
    void badges_say_the_source_of_core_data_and_what_is_missing_or_hidden() {
        usual.cores = new Definition.Cores(List.of(0), CoreSource.ESTIMATED, "");
        usual.notKept = 5;
        var arrangement =
                Arrangement.PLAIN.hiding(new LaneKey(Lane.Kind.UNIT, 1)).hiding(new LaneKey(Lane.Kind.UNIT, 2));
        var badges = Plans.of(usual, arrangement, Highlights.NONE).badges();
        assertThat(badges)
                .extracting(FramePlan.Badge::text)
                .containsExactly("cores estimated", "5 events not kept", "2 lanes hidden");
        assertThat(badges)
                .extracting(FramePlan.Badge::tone)
                .containsExactly(FramePlan.Tone.WARNING, FramePlan.Tone.WARNING, FramePlan.Tone.PLAIN);
        usual.cores = null;
        usual.notKept = 0;
        assertThat(Plans.whole(usual).badges())
                .extracting(FramePlan.Badge::text)
                .containsExactly(Words.text("badge.none"));
    }
}
