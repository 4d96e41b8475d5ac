package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.cores.Recording.Entry;
import io.interleave.cores.Recording.What;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rings written by a test in the kernel's place.
class RingMergeTest {

    private static final int A = 101;
    private static final int B = 102;

    private final FakeRing zero = new FakeRing(0);
    private final FakeRing one = new FakeRing(1);
    private final Recording recording = new Recording();
    private final RingMerge merge = new RingMerge(List.of(zero.ring(), one.ring()), 10);

    private static Entry entry(What what, long time, int core, int tid) {
        return new Entry(what, time, core, tid, 0);
    }

    @Test
    void records_of_all_cores_come_in_one_order_of_time() {
        zero.in(20, A);
        zero.preempted(40, A);
        zero.in(60, B);
        one.in(30, B);
        one.waits(50, B);
        merge.report(recording, 100);

        assertThat(recording.all())
                .containsExactly(
                        entry(What.IN, 20, 0, A),
                        entry(What.IN, 30, 1, B),
                        entry(What.OUT_PREEMPTED, 40, 0, A),
                        entry(What.OUT_WAITING, 50, 1, B),
                        entry(What.IN, 60, 0, B));
    }

    @Test
    void at_one_instant_a_thread_leaves_before_it_comes() {
        zero.in(20, A);
        one.waits(20, A);
        merge.report(recording, 100);

        assertThat(recording.all()).containsExactly(entry(What.OUT_WAITING, 20, 1, A), entry(What.IN, 20, 0, A));
    }

    @Test
    void what_lies_beyond_the_limit_waits_for_the_next_time() {
        zero.in(20, A);
        zero.waits(40, A);
        merge.report(recording, 30);
        assertThat(recording.all()).containsExactly(entry(What.IN, 20, 0, A));

        merge.report(recording, 50);
        assertThat(recording.all()).containsExactly(entry(What.IN, 20, 0, A), entry(What.OUT_WAITING, 40, 0, A));
    }

    @Test
    void what_comes_too_late_is_reported_at_the_time_that_was_complete_and_counted() {
        zero.in(20, A);
        merge.report(recording, 50);
        one.in(45, B);
        one.waits(70, B);
        merge.report(recording, 80);

        assertThat(recording.all())
                .containsExactly(entry(What.IN, 20, 0, A), entry(What.IN, 50, 1, B), entry(What.OUT_WAITING, 70, 1, B));
        assertThat(merge.late()).isEqualTo(1);
    }

    @Test
    void what_happened_before_the_start_is_left_out() {
        var early = new FakeRing(0);
        early.waits(5, A);
        early.in(15, A);
        new RingMerge(List.of(early.ring()), 10).report(recording, 100);

        assertThat(recording.all()).containsExactly(entry(What.IN, 15, 0, A));
    }

    @Test
    void a_thread_that_ends_closes_its_stay_and_a_thread_that_starts_names_its_parent() {
        zero.started(20, B, A);
        zero.exits(30, A);
        merge.report(recording, 100);

        assertThat(recording.all()).containsExactly(new Entry(What.STARTED, 20, -1, B, A), entry(What.EXIT, 30, 0, A));
    }

    @Test
    void lost_records_are_told_with_their_number_and_not_taken_for_shown() {
        zero.in(20, A);
        zero.lost(30, 7);
        merge.report(recording, 100);

        assertThat(recording.all()).containsExactly(entry(What.IN, 20, 0, A), new Entry(What.LOST, 30, 0, -1, 7));
        assertThat(merge.records()).isEqualTo(1);
        assertThat(zero.ring().lost()).isEqualTo(7);
    }

    @Test
    void records_that_wrap_around_the_end_of_the_ring_are_read_whole() {
        for (int time = 20; time < 2000; time += 2) {
            zero.exits(time, time); // 56 bytes: every possible break in a ring of 4,096 occurs
            merge.report(recording, time);
        }

        assertThat(recording.all())
                .allMatch(entry -> entry.time() == entry.tid())
                .hasSize(990);
    }

    @Test
    void room_is_given_back_up_to_what_was_reported() {
        zero.in(20, A);
        zero.waits(40, A);
        merge.report(recording, 30);
        assertThat(zero.unread()).isEqualTo(32);

        merge.report(recording, 50);
        assertThat(zero.unread()).isZero();
    }

    @Test
    void a_clock_that_steps_back_within_a_core_does_not_turn_its_order_round() {
        zero.in(20, A);
        zero.waits(19, A);
        merge.report(recording, 100);

        assertThat(recording.all()).containsExactly(entry(What.IN, 20, 0, A), entry(What.OUT_WAITING, 20, 0, A));
    }
}
