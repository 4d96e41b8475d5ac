package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.trace.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InputOutputTest {

    @TempDir
    Path directory;

    private InputOutput io;

    @BeforeEach
    void open() {
        io = new InputOutput(directory);
    }

    @AfterEach
    void close() {
        io.close();
    }

    @Test
    void an_answer_never_comes_before_its_time() throws Exception {
        for (long nanos : new long[] {0, 1, 300_000, 5_000_000}) {
            long asked = Clock.now();
            io.await(nanos);
            assertThat(Clock.now() - asked).isGreaterThanOrEqualTo(nanos);
        }
    }

    @Test
    void many_threads_are_answered_each_at_its_own_time() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var all = new ArrayList<Future<Long>>();
            for (int i = 0; i < 200; i++) {
                long nanos = i * 100_000L;
                all.add(threads.submit(() -> {
                    long asked = Clock.now();
                    io.await(nanos);
                    io.await(nanos);
                    return Clock.now() - asked - 2 * nanos;
                }));
            }
            for (var one : all) {
                assertThat(one.get()).isNotNegative();
            }
        }
    }

    /// Thousands that would each keep a carrier could not all wait at once on as few as there are.
    @Test
    void ten_thousand_virtual_threads_wait_at_once() throws Exception {
        var begun = new CountDownLatch(10_000);
        var over = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10_000; i++) {
                threads.submit(() -> {
                    begun.countDown();
                    io.await(200_000_000);
                    over.incrementAndGet();
                    return 0;
                });
            }
            begun.await();
        }
        assertThat(over).hasValue(10_000);
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_says_so_and_others_go_on() throws Exception {
        var waiting = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var interrupted = threads.submit(() -> {
                waiting.countDown();
                assertThatThrownBy(() -> io.await(3_600_000_000_000L)).isInstanceOf(InterruptedException.class);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                io.await(1_000);
                return true;
            });
            waiting.await();
            threads.shutdownNow();
            assertThat(interrupted.get()).isTrue();
        }
        io.await(1_000);
    }

    @Test
    void what_goes_through_a_file_leaves_nothing_behind() throws Exception {
        for (long bytes : new long[] {0, 1, 65_536, 200_001}) {
            io.throughFile("here", bytes, () -> {});
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_file_is_given_up_in_the_middle_and_leaves_nothing_behind() {
        var looks = new AtomicInteger();
        assertThatThrownBy(() -> io.throughFile("here", 10_000_000, () -> {
                    if (looks.incrementAndGet() == 3) {
                        throw Unwind.STOPPED;
                    }
                }))
                .isSameAs(Unwind.STOPPED);
        assertThatThrownBy(() -> {
                    Thread.currentThread().interrupt();
                    io.throughFile("here", 10_000_000, () -> {});
                })
                .isInstanceOf(InterruptedException.class);
        assertThat(directory).isEmptyDirectory();
    }
}
