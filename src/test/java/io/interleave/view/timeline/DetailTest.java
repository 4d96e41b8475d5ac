package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetailTest {

    private static final long FRAME = 16_000_000;
    private static final long LONG = 20_000_000;
    private static final long SHORT = 1_000_000;

    private final Detail detail = new Detail();
    private long now = 1_000_000_000;

    private void frame(boolean moves, long nanos) {
        now += FRAME;
        if (moves) {
            detail.move();
        }
        detail.refines(now);
        detail.made(now, nanos);
    }

    @Test
    void a_window_that_moves_too_slowly_gets_coarser() {
        frame(true, LONG);
        assertThat(detail.grain()).isEqualTo(2);
    }

    @Test
    void it_does_not_get_coarser_without_end() {
        for (int frame = 0; frame < 20; frame++) {
            frame(true, LONG);
        }
        assertThat(detail.grain()).isEqualTo(4);
    }

    @Test
    void it_gets_finer_while_it_moves_where_there_is_time_for_it() {
        frame(true, LONG);
        frame(true, SHORT);
        assertThat(detail.grain()).isEqualTo(1);
    }

    @Test
    void a_window_at_rest_is_made_anew_in_full_and_stays_so_however_long_that_takes() {
        frame(true, LONG);
        boolean refined = false;
        for (int pulse = 0; pulse < 20 && !refined; pulse++) {
            now += FRAME;
            refined = detail.refines(now);
        }
        assertThat(refined).isTrue();
        assertThat(detail.grain()).isEqualTo(1);
        detail.made(now, LONG);
        assertThat(detail.grain()).isEqualTo(1);
        assertThat(detail.refines(now + FRAME)).isFalse();
    }

    @Test
    void a_window_that_moves_again_begins_as_coarse_as_it_was_when_it_moved_last() {
        frame(true, LONG);
        now += 1_000_000_000;
        assertThat(detail.refines(now)).isTrue();
        detail.move();
        detail.refines(now + FRAME);
        assertThat(detail.grain()).isEqualTo(2);
        now += FRAME;
        frame(true, SHORT);
        now += 1_000_000_000;
        detail.move();
        detail.refines(now);
        assertThat(detail.grain()).isEqualTo(1);
    }

    @Test
    void what_is_drawn_without_being_moved_is_always_drawn_in_full() {
        frame(false, LONG);
        frame(false, LONG);
        assertThat(detail.grain()).isEqualTo(1);
    }
}
