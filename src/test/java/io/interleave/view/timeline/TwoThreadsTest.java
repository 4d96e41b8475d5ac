package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/// Work that two threads share.
final class TwoThreadsTest {

    @Test
    void each_piece_is_done_once() {
        var done = new AtomicIntegerArray(1_000);
        TwoThreads.share(1_000, done::incrementAndGet, done::incrementAndGet);
        for (int piece = 0; piece < 1_000; piece++) {
            assertThat(done.get(piece)).isEqualTo(1);
        }
    }

    @Test
    void while_one_thread_is_held_up_the_other_does_the_rest() {
        var rest = new CountDownLatch(9);
        IntConsumer work = piece -> {
            if (piece == 0) {
                await(rest);
            } else {
                rest.countDown();
            }
        };
        TwoThreads.share(10, work, work);
        assertThat(rest.getCount()).isZero();
    }

    @Test
    void what_goes_wrong_on_the_second_thread_is_not_lost() {
        var failed = new CountDownLatch(1);
        assertThatThrownBy(() -> TwoThreads.share(2, _ -> await(failed), _ -> {
                    failed.countDown();
                    throw new IllegalStateException("a piece that fails");
                }))
                .hasMessageContaining("a piece that fails");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cut) {
            throw new IllegalStateException(cut);
        }
    }
}
