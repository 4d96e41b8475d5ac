package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The legend takes as little of the lanes' room as it can.
final class LegendPlannerTest {

    private static final int SEEN = 1 << State.RUNNING.ordinal()
            | 1 << State.READY.ordinal()
            | 1 << State.WAIT.ordinal()
            | 1 << State.SUSPENDED.ordinal();

    private static List<LegendPlanner.Entry> plan(int width) {
        return LegendPlanner.plan(
                SEEN,
                List.of(new LegendPlanner.Swatch.Merged(), new LegendPlanner.Swatch.Done()),
                width,
                Plans.METRICS,
                (text, _) -> text.length() * 7);
    }

    private static List<String> words(List<LegendPlanner.Entry> entries) {
        return entries.stream().map(LegendPlanner.Entry::text).toList();
    }

    /// The narrowest width at which it has so many rows.
    private static int narrowest(int rows) {
        int width = 2_000;
        while (LegendPlanner.rows(plan(width - 1)) <= rows) {
            width--;
        }
        return width;
    }

    @Test
    void it_moves_closer_and_says_less_before_it_takes_a_second_row() {
        assertThat(words(plan(2_000))).contains("ready, not running");
        var closest = plan(narrowest(1));
        assertThat(words(closest)).contains("ready").doesNotContain("ready, not running");
        assertThat(LegendPlanner.rows(plan(narrowest(1) - 1))).isEqualTo(2);
    }

    @Test
    void it_says_all_where_saying_less_would_save_no_row() {
        assertThat(words(plan(narrowest(1) - 1))).contains("ready, not running");
    }

    @Test
    void entries_lie_side_by_side_within_its_width() {
        for (int width = 150; width < 900; width += 10) {
            var entries = plan(width);
            for (int i = 1; i < entries.size(); i++) {
                var before = entries.get(i - 1);
                var entry = entries.get(i);
                int end = before.x() + Plans.METRICS.px(1.9) + before.text().length() * 7;
                assertThat(entry.row() > before.row() || entry.x() > end)
                        .as("%s after %s", entry, before)
                        .isTrue();
                assertThat(end).isLessThanOrEqualTo(Math.max(width, Plans.METRICS.px(1.9) + 18 * 7));
            }
        }
    }
}
