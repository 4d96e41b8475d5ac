package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is kept of the waits that were ended.
class WakesTest {

    @Test
    void the_time_from_cause_to_end_is_exact_up_to_eighteen_minutes() {
        var leads = new long[] {0, 1, Integer.MAX_VALUE, 1L << 31, (1L << 32) + 7, (1L << 40) - 1};
        var wakes = new Wakes();
        for (int i = 0; i < 20; i++) {
            for (long lead : leads) {
                wakes.add(i, 3, lead);
            }
        }

        for (int i = 0; i < wakes.size(); i++) {
            assertThat(wakes.lead(i)).isEqualTo(leads[i % leads.length]);
            assertThat(wakes.unit(i)).isEqualTo(i / leads.length);
        }
    }

    @Test
    void of_a_longer_one_or_none_nothing_is_known() {
        var wakes = new Wakes();
        wakes.add(1, 2, 1L << 40);
        wakes.add(1, 2, -1);
        wakes.add(1, Spans.NONE, 1);

        assertThat(wakes.size()).isEqualTo(2);
        assertThat(wakes.lead(0)).isZero();
        assertThat(wakes.lead(1)).isZero();
    }
}
