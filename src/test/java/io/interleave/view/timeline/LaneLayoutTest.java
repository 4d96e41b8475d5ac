package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.testkit.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Where the lanes lie, however they are arranged.
final class LaneLayoutTest {

    private static final int ROOM = 500;

    private static final Random RANDOM = Seed.random(LaneLayoutTest.class);

    private final FakeSource usual = Crowd.usual();

    private static LaneKey unit(int unit) {
        return new LaneKey(Lane.Kind.UNIT, unit);
    }

    private static LaneLayout layout(Source source, Arrangement arrangement, int room) {
        var look = new Look(
                Plans.WIDTH,
                Plans.HEIGHT,
                Plans.METRICS,
                Navigation.whole(source.start(), source.now(), 800),
                arrangement,
                Highlights.NONE,
                0,
                Long.MAX_VALUE,
                -1,
                1,
                false,
                Surroundings.ALL);
        return new Layouts().of(source, look, room);
    }

    @RepeatedTest(200)
    void every_lane_is_shown_exactly_once_or_folded_or_hidden() {
        var source = Crowd.any(RANDOM);
        var arrangement = anyArrangement(source);
        var layout = layout(source, arrangement, 100 + RANDOM.nextInt(1_000));
        var shown = Walk.shown(layout);
        assertThat(shown).doesNotHaveDuplicates();
        var foldedAway = new HashSet<LaneKey>();
        for (var heading : layout.headings()) {
            if (heading.folded()) {
                heading.lanes().forEach(it -> foldedAway.add(it.key()));
            }
        }
        var process = new LaneKey(Lane.Kind.UNIT, -1);
        for (var lane : source.lanes) {
            var key = LaneKey.of(lane);
            process = lane.kind() == Lane.Kind.UNIT ? key : process;
            boolean underProcess =
                    lane.kind() == Lane.Kind.CHILD && arrangement.isFolded(Sections.childrenOf(process.subject()));
            boolean away = foldedAway.contains(key) || arrangement.hidden().contains(key) || underProcess;
            boolean pinned = arrangement.pinned().contains(key);
            assertThat(shown.contains(key)).as("%s is shown", key).isEqualTo(pinned || !away);
        }
    }

    @RepeatedTest(200)
    void rows_and_headings_never_overlap_and_are_as_high_as_the_whole() {
        var source = Crowd.any(RANDOM);
        var layout = layout(source, anyArrangement(source), 100 + RANDOM.nextInt(1_000));
        assertStacked(layout.pinned().stream().map(LaneLayoutTest::extent).toList(), layout.pinnedHeight());
        var scrolled = new ArrayList<int[]>();
        layout.rows().forEach(it -> scrolled.add(extent(it)));
        layout.headings().forEach(it -> scrolled.add(new int[] {it.y(), it.bottom()}));
        scrolled.sort((a, b) -> Integer.compare(a[0], b[0]));
        assertStacked(scrolled, layout.height());
        for (var row : layout.rows()) {
            assertThat(row.body()).isBetween(row.y(), row.bottom());
            assertThat(row.bodyHeight()).isPositive();
            assertThat(row.body() + row.bodyHeight()).isLessThanOrEqualTo(row.bottom());
            assertThat(layout.at(row.y())).isEqualTo(row);
            assertThat(layout.at(row.bottom() - 1)).isEqualTo(row);
            assertThat(layout.headingAt(row.y())).isNull();
        }
    }

    private static int[] extent(LaneLayout.Row row) {
        return new int[] {row.y(), row.bottom()};
    }

    private static void assertStacked(List<int[]> extents, int height) {
        int bottom = 0;
        for (int[] extent : extents) {
            assertThat(extent[0]).isGreaterThanOrEqualTo(bottom);
            assertThat(extent[1]).isGreaterThan(extent[0]);
            bottom = extent[1];
        }
        assertThat(bottom).isLessThanOrEqualTo(height);
    }

    @RepeatedTest(200)
    void what_is_revealed_is_shown() {
        var source = Crowd.any(RANDOM);
        var arrangement = anyArrangement(source);
        for (var lane : source.lanes) {
            var revealed = Sections.revealing(source, arrangement, LaneKey.of(lane));
            assertThat(layout(source, revealed, ROOM).of(lane.kind(), lane.subject()))
                    .as("%s of %s in %s", lane.name(), source.lanes, arrangement)
                    .isNotNull();
        }
    }

    @RepeatedTest(100)
    void headings_are_left_out_only_where_all_fits_without_them() {
        var source = Crowd.any(RANDOM);
        int room = 60 + RANDOM.nextInt(900);
        var layout = layout(source, Arrangement.PLAIN, room);
        long titled = Sections.of(source, Arrangement.PLAIN).stream()
                .filter(it -> !it.title().isEmpty())
                .count();
        if (layout.headings().size() < titled) {
            assertThat(layout.headings()).isEmpty();
            assertThat(layout.height() + layout.pinnedHeight()).isLessThanOrEqualTo(room);
        }
    }

    @RepeatedTest(50)
    void what_lies_between_two_heights_is_what_is_found_one_by_one() {
        var source = Crowd.any(RANDOM);
        var layout = layout(source, anyArrangement(source), ROOM);
        int from = RANDOM.nextInt(-50, 600);
        int to = from + RANDOM.nextInt(500);
        assertThat(layout.between(from, to))
                .isEqualTo(layout.rows().stream()
                        .filter(it -> it.bottom() > from && it.y() < to)
                        .toList());
    }

    /// As of two units that soon wait for each other for ever, on a large screen.
    @Test
    void a_few_lanes_fill_a_large_screen_and_what_never_changes_takes_no_more_than_usual() {
        var source = new FakeSource();
        var whole = new SpansBuilder().add(FakeSource.START, FakeSource.START + 1_000, State.RUNNING);
        for (int place = 0; place < 2; place++) {
            source.lane(Lane.Kind.CORE, place, "core " + place, whole);
            source.lane(Lane.Kind.UNIT, place, "clerk " + place, whole);
            source.lane(Lane.Kind.LOCK, 100 + place, "lock " + place, whole);
            source.lane(
                    Lane.Kind.VARIABLE,
                    200 + place,
                    "account " + place,
                    new SpansBuilder().add(FakeSource.START, FakeSource.START + 1_000, State.VALUE));
        }
        var layout = layout(source, Arrangement.PLAIN, 1_500);
        assertThat(layout.height()).isBetween(1_450, 1_500);
        var usually = layout(source, Arrangement.PLAIN, 300).of(Lane.Kind.VARIABLE, 200);
        assertThat(layout.of(Lane.Kind.VARIABLE, 200).height())
                .isLessThanOrEqualTo(Plans.METRICS.px(3))
                .isGreaterThanOrEqualTo(usually.height());
        assertThat(layout.of(Lane.Kind.UNIT, 0).height()).isGreaterThan(Plans.METRICS.px(8));
    }

    @Test
    void what_is_shared_and_nobody_has_touched_takes_no_more_than_usual_on_a_large_screen() {
        long end = FakeSource.START + 1_000;
        var source = new FakeSource()
                .lane(Lane.Kind.UNIT, 0, "clerk", new SpansBuilder().add(FakeSource.START, end, State.RUNNING))
                .lane(Lane.Kind.LOCK, 1, "off", new SpansBuilder().add(FakeSource.START, end, State.OFF))
                .lane(Lane.Kind.LOCK, 2, "free", new SpansBuilder())
                .lane(Lane.Kind.LEVEL, 3, "latch", new SpansBuilder().add(FakeSource.START, end, State.LEVEL))
                .lane(Lane.Kind.LOCK, 4, "held", new SpansBuilder().add(FakeSource.START, end, State.HELD));
        var layout = layout(source, Arrangement.PLAIN, 1_000);
        for (int untouched = 1; untouched <= 3; untouched++) {
            var kind = untouched == 3 ? Lane.Kind.LEVEL : Lane.Kind.LOCK;
            assertThat(layout.of(kind, untouched).height()).isLessThanOrEqualTo(Plans.METRICS.px(2.6));
        }
        assertThat(layout.of(Lane.Kind.LOCK, 4).height()).isGreaterThan(Plans.METRICS.px(8));
    }

    @Test
    void what_fits_still_fits_with_lanes_pinned_to_the_top() {
        for (int room = 700; room < 1_500; room += 7) {
            var layout = layout(usual, Arrangement.PLAIN.togglingPin(unit(3)).togglingPin(unit(4)), room);
            assertThat(layout.height() + layout.pinnedHeight()).isLessThanOrEqualTo(room);
        }
    }

    @Test
    void a_folded_section_is_one_line_that_stands_for_its_lanes() {
        var folded = layout(usual, Arrangement.PLAIN.toggled("group pool"), ROOM);
        var heading = folded.headings().stream()
                .filter(it -> it.key().equals("group pool"))
                .findFirst()
                .orElseThrow();
        assertThat(heading.folded()).isTrue();
        assertThat(heading.lanes()).hasSize(12);
        assertThat(heading.bodyHeight()).isPositive().isLessThanOrEqualTo(heading.height());
        assertThat(folded.rows())
                .hasSize(layout(usual, Arrangement.PLAIN, ROOM).rows().size() - 12);
    }

    @Test
    void a_folded_section_of_curves_has_no_sum() {
        var folded = layout(usual, Arrangement.PLAIN.toggled("variables"), ROOM);
        assertThat(folded.headings())
                .filteredOn(it -> it.key().equals("variables"))
                .allSatisfy(it -> assertThat(it.bodyHeight()).isZero())
                .hasSize(1);
    }

    @Test
    void all_fold_and_all_unfold() {
        var keys = Map.of("cores", 1, "group pool", 1, "shared", 1).keySet();
        var folded = Arrangement.PLAIN.toggled("cores").foldedAll(keys);
        assertThat(folded.turned()).isEqualTo(keys);
        assertThat(folded.foldedAll(keys).turned()).isEmpty();
    }

    @Test
    void the_height_of_lanes_has_limits() {
        var higher = Arrangement.PLAIN.taller(1);
        assertThat(higher.height()).isGreaterThan(1);
        assertThat(higher.taller(-1).height()).isEqualTo(1);
        assertThat(Arrangement.PLAIN.taller(1_000).height()).isEqualTo(4);
        assertThat(Arrangement.PLAIN.taller(-1_000).height()).isEqualTo(0.4);
        int usually = heightOfAUnit(Arrangement.PLAIN);
        assertThat(heightOfAUnit(higher)).isGreaterThan(usually);
        assertThat(heightOfAUnit(Arrangement.PLAIN.taller(-2))).isLessThan(usually);
    }

    private int heightOfAUnit(Arrangement arrangement) {
        return layout(usual, arrangement, ROOM).of(Lane.Kind.UNIT, 0).height();
    }

    @Test
    void pinned_lanes_stay_while_the_others_scroll() {
        var pinned = Arrangement.PLAIN.togglingPin(unit(11)).togglingPin(new LaneKey(Lane.Kind.VARIABLE, 103));
        var top = plan(pinned, 0);
        var scrolled = plan(pinned, 100_000);
        assertThat(top.mostScroll()).isPositive();
        assertThat(top.pinned().height()).isPositive().isEqualTo(top.layout().pinnedHeight());
        for (var key : pinned.pinned()) {
            assertThat(scrolled.lane(key).y()).isEqualTo(top.lane(key).y());
            assertThat(scrolled.lane(key).y())
                    .isBetween(scrolled.pinned().y(), scrolled.pinned().bottom());
            assertThat(scrolled.laneAt(scrolled.lane(key).y()).row().key()).isEqualTo(key);
        }
        assertThat(scrolled.lane(new LaneKey(Lane.Kind.CORE, 0))).isNull();
        assertThat(scrolled.scrolled().y()).isEqualTo(scrolled.pinned().bottom());
    }

    @Test
    void more_pinned_lanes_than_there_is_room_for_still_make_a_picture() {
        var pinned = Arrangement.PLAIN.taller(5);
        for (var lane : usual.lanes) {
            pinned = pinned.togglingPin(LaneKey.of(lane));
        }
        var plan = plan(pinned, 0);
        assertThat(plan.pinned().bottom())
                .isLessThanOrEqualTo(plan.areas().plot().bottom());
        assertThat(plan.scrolled().height()).isNotNegative();
        var surface = Plans.painted(plan, Theme.LIGHT);
        assertThat(surface.words()).contains("core 0");
    }

    @Test
    void a_lane_that_is_scrolled_for_comes_into_sight() {
        var plan = plan(Arrangement.PLAIN, 0);
        int scroll = plan.scrollFor(Lane.Kind.VARIABLE, 103, 0);
        var after = plan(Arrangement.PLAIN, scroll);
        var row = after.layout().of(Lane.Kind.VARIABLE, 103);
        assertThat(after.top() + row.y())
                .isGreaterThanOrEqualTo(after.scrolled().y());
        assertThat(after.top() + row.bottom())
                .isLessThanOrEqualTo(after.scrolled().bottom());
        assertThat(after.scrollFor(Lane.Kind.VARIABLE, 103, scroll)).isEqualTo(scroll);
    }

    private FramePlan plan(Arrangement arrangement, int scroll) {
        var look = new Look(
                Plans.WIDTH,
                330,
                Plans.METRICS,
                Navigation.whole(usual.start(), usual.now(), Areas.plotWidth(Plans.WIDTH, Plans.METRICS)),
                arrangement,
                Highlights.NONE,
                scroll,
                Long.MAX_VALUE,
                -1,
                1,
                false,
                Surroundings.ALL);
        var summary = new RunSummary(usual.start()).update(usual);
        return new FramePlanner(new RecordingSurface()).plan(usual, summary, look);
    }

    private Arrangement anyArrangement(FakeSource source) {
        var arrangement = Arrangement.PLAIN.taller(RANDOM.nextInt(-3, 4));
        for (var section : Sections.of(source, Arrangement.PLAIN)) {
            if (RANDOM.nextInt(3) == 0) {
                arrangement = arrangement.toggled(section.key());
            }
        }
        for (var lane : source.lanes) {
            var key = LaneKey.of(lane);
            if (lane.kind() == Lane.Kind.UNIT && RANDOM.nextInt(3) == 0) {
                arrangement = arrangement.toggled(Sections.childrenOf(lane.subject()));
            }
            if (RANDOM.nextInt(8) == 0) {
                arrangement = arrangement.togglingPin(key);
            }
            if (RANDOM.nextInt(8) == 0) {
                arrangement = arrangement.hiding(key);
            }
            if (RANDOM.nextInt(8) == 0) {
                var place = source.lanes.get(RANDOM.nextInt(source.lanes.size()));
                arrangement = Sections.moving(source, arrangement, key, LaneKey.of(place));
            }
        }
        return RANDOM.nextInt(4) > 0
                ? arrangement
                : arrangement.sorted(Arrangement.Order.values()[RANDOM.nextInt(4)], Map.of(1, 5L, 2, 7L));
    }
}
