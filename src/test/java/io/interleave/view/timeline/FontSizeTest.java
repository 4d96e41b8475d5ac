package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All sizes follow that of the type.
final class FontSizeTest {

    /// Letters as wide as they are in most typefaces.
    private static TextRuler ruler(double em) {
        return (text, face) -> text.length() * em * 0.55 * face.ems();
    }

    private static FramePlan plan(Source source, double em, int width, int height) {
        var metrics = new Metrics(em);
        var look = new Look(
                width,
                height,
                metrics,
                Navigation.whole(source.start(), source.now(), Areas.plotWidth(width, metrics)),
                Arrangement.PLAIN,
                Highlights.NONE,
                0,
                Long.MAX_VALUE,
                -1,
                1,
                false,
                Surroundings.ALL);
        var summary = new RunSummary(source.start()).update(source);
        return new FramePlanner(ruler(em)).plan(source, summary, look);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 11, 13, 16, 20, 24})
    void areas_follow_each_other_without_overlap_and_within_the_picture(double em) {
        for (int[] size : List.of(
                new int[] {1000, 700}, new int[] {700, 500}, new int[] {1900, 1000}, new int[] {740, 290}, new int[] {
                    740, 190
                })) {
            var areas = plan(Crowd.usual(), em, size[0], size[1]).areas();
            var all = List.of(areas.axis(), areas.names(), areas.plot(), areas.legend(), areas.minimap());
            for (var one : all) {
                assertThat(one.x()).isNotNegative();
                assertThat(one.y()).isNotNegative();
                assertThat(one.right()).isLessThanOrEqualTo(size[0]);
                assertThat(one.bottom()).isLessThanOrEqualTo(size[1]);
                assertThat(all)
                        .filteredOn(other -> other != one)
                        .noneMatch(other -> one.x() < other.right()
                                && other.x() < one.right()
                                && one.y() < other.bottom()
                                && other.y() < one.bottom());
            }
            assertThat(areas.names().width()).isGreaterThan((int) (5 * em));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {13, 20, 24})
    void where_there_is_little_room_the_minimap_makes_way_for_the_lanes_and_then_the_legend(double em) {
        boolean onlyLegend = false;
        for (int height = (int) (40 * em); height > 10 * em; height--) {
            var areas = plan(Crowd.usual(), em, 1000, height).areas();
            boolean map = areas.minimap().height() > 0;
            boolean legend = areas.legend().height() > 0;
            assertThat(map && !legend).isFalse();
            assertThat(areas.plot().height() >= 6 * em || !map && !legend).isTrue();
            onlyLegend |= legend && !map;
            assertThat(legend || height < 20 * em).isTrue();
        }
        assertThat(onlyLegend).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 11, 13, 16, 20, 24})
    void names_fit_beside_their_notes_or_end_in_an_ellipsis(double em) {
        var source = SampleRun.counting(4, 2, 300, false, 1_000, 1);
        source.lane(
                Lane.Kind.UNIT,
                77,
                "a unit with a name that is longer than there will ever be room for, whatever the type",
                new SpansBuilder());
        var plan = plan(source, em, 1000, 700);
        for (var lane : plan.lanes()) {
            var full = lane.lane().name();
            var face = LanePlanner.face(lane.row().kind());
            double name = ruler(em).width(lane.name(), face);
            double note = lane.noteIsUnder() ? 0 : ruler(em).width(lane.note(), Face.SMALL);
            assertThat(name + note).isLessThanOrEqualTo(plan.areas().names().width());
            assertThat(lane.name()).isNotEmpty();
            if (!lane.name().equals(full)) {
                assertThat(lane.name()).endsWith("…");
                assertThat(full)
                        .startsWith(lane.name()
                                .substring(0, lane.name().length() - 1)
                                .strip());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 11, 13, 16, 20, 24})
    void lanes_are_high_enough_for_their_names(double em) {
        for (int units : new int[] {1, 12, 60}) {
            var layout = plan(SampleRun.counting(units, 2, 2, false, 1_000, 1), em, 1000, 700)
                    .layout();
            for (var row : layout.rows()) {
                assertThat(row.height()).isGreaterThanOrEqualTo((int) em);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 11, 13, 16, 20, 24})
    void entries_of_the_legend_stand_beside_each_other(double em) {
        var plan = plan(SampleRun.deadlock(), em, 700, 500);
        var entries = plan.legend();
        for (int entry = 1; entry < entries.size(); entry++) {
            var before = entries.get(entry - 1);
            var here = entries.get(entry);
            double end = before.x() + new Metrics(em).px(1.9) + ruler(em).width(before.text(), Face.SMALL);
            assertThat(here.row() > before.row() || here.x() >= end).isTrue();
        }
        assertThat(plan.areas().legend().height())
                .isGreaterThanOrEqualTo((int) (LegendPlanner.rows(entries) * em * 1.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 13, 24})
    void labels_of_the_axis_do_not_run_into_each_other(double em) {
        var ticks = plan(Crowd.usual(), em, 1000, 700).ticks();
        assertThat(ticks).isNotEmpty();
        for (int tick = 1; tick < ticks.size(); tick++) {
            double halves = (ruler(em).width(ticks.get(tick).label(), Face.SMALL)
                            + ruler(em).width(ticks.get(tick - 1).label(), Face.SMALL))
                    / 2;
            assertThat(ticks.get(tick).x() - ticks.get(tick - 1).x()).isGreaterThan((int) halves);
        }
    }
}
