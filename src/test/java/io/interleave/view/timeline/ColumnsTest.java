package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class ColumnsTest {

    private static final int WIDTH = 301;
    private static final long ANCHOR = 1_000_000;

    @RepeatedTest(40)
    void columns_cover_the_plot_side_by_side(RepetitionInfo round) {
        Columns columns = random(new Random(round.getCurrentRepetition()));
        int edge = 0;
        while (edge < WIDTH) {
            int right = columns.right(edge);
            assertThat(columns.left(edge)).isEqualTo(edge);
            assertThat(right - edge).isBetween(1, columns.grain());
            for (int x = edge; x < right; x++) {
                assertThat(columns.left(x)).isEqualTo(edge);
                assertThat(columns.right(x)).isEqualTo(right);
            }
            edge = right;
        }
        assertThat(edge).isEqualTo(WIDTH);
    }

    @RepeatedTest(40)
    void the_same_times_share_a_column_however_far_the_window_is_moved(RepetitionInfo round) {
        Random random = new Random(100 + round.getCurrentRepetition());
        Columns columns = random(random);
        int pixels = random.nextInt(50);
        Columns moved = Columns.of(columns.scale().panned(pixels), WIDTH, columns.grain(), ANCHOR);
        for (int x = pixels + columns.grain(); x < WIDTH - columns.grain(); x++) {
            assertThat(moved.left(x - pixels)).isEqualTo(Math.max(0, columns.left(x) - pixels));
        }
    }

    private static Columns random(Random random) {
        TimeScale scale = new TimeScale(ANCHOR, 0, 1 + random.nextInt(1_000)).panned(random.nextInt(2_000) - 1_000);
        return Columns.of(scale, WIDTH, 1 << random.nextInt(3), ANCHOR);
    }
}
