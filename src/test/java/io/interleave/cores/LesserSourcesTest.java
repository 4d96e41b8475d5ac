package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.cores.Recording.Entry;
import io.interleave.cores.Recording.What;
import io.interleave.trace.CoreSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What there is where the kernel's records are refused or not wanted.
@Timeout(60)
class LesserSourcesTest {

    private final Recording recording = new Recording();

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_sampled_thread_that_computes_is_found_on_a_core() throws InterruptedException {
        try (var watch = CoreWatch.open(CoreSource.SAMPLED, recording)) {
            assertThat(watch.source()).isEqualTo(CoreSource.SAMPLED);
            assertThat(watch.reason()).isEmpty();
            var seen = new CountDownLatch(2);
            var work = Work.start(2, () -> {
                while (recording.of(NativeThread.id()).stream().noneMatch(entry -> entry.value() == 1)) {
                    Thread.onSpinWait();
                }
                seen.countDown();
            });
            work.join();

            assertThat(work.tids())
                    .allSatisfy(tid -> assertThat(recording.of(tid).stream().filter(entry -> entry.value() == 1))
                            .extracting(Entry::core)
                            .isNotEmpty()
                            .isSubsetOf(Affinity.available()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_sampled_thread_that_waits_is_found_not_running() throws InterruptedException {
        var done = new CountDownLatch(1);
        try (var watch = CoreWatch.open(CoreSource.SAMPLED, recording)) {
            var tid = new int[1];
            var waiting = Thread.ofPlatform().start(() -> {
                tid[0] = NativeThread.id();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts this thread", e);
                }
            });
            while (recording.of(tid[0]).stream().noneMatch(entry -> entry.value() == 0)) {
                Thread.onSpinWait();
            }
            done.countDown();
            waiting.join();
        }
        assertThat(recording.of(What.SAMPLED)).isNotEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void samples_come_in_order_of_time() throws InterruptedException {
        try (var watch = CoreWatch.open(CoreSource.SAMPLED, recording)) {
            Work.start(3, Work.compute(50)).join();
        }

        assertThat(recording.all()).extracting(Entry::time).isSorted();
        assertThat(recording.all().getLast().what()).isEqualTo(What.COMPLETE);
    }

    @Test
    void an_estimate_that_was_asked_for_needs_no_reason() {
        try (var watch = CoreWatch.open(CoreSource.ESTIMATED, recording)) {
            assertThat(watch.source()).isEqualTo(CoreSource.ESTIMATED);
            assertThat(watch.reason()).isEmpty();
        }

        assertThat(recording.all()).isNotEmpty().allMatch(entry -> entry.what() == What.COMPLETE);
    }

    @Test
    void on_another_system_cores_are_estimated_and_the_reason_names_it() {
        try (var watch = CoreWatch.open(CoreSource.EXACT, recording, Host.OTHER, 1)) {
            assertThat(watch.source()).isEqualTo(CoreSource.ESTIMATED);
            assertThat(watch.reason()).contains(System.getProperty("os.name"));
        }
    }

    @Test
    void on_another_system_threads_have_no_number_and_cores_cannot_be_set() {
        assertThat(NativeThread.id(Host.OTHER)).isEqualTo(-1);
        assertThat(NativeThread.core(Host.OTHER)).isEqualTo(-1);
        assertThat(ParentTie.dieWithParent(1, Host.OTHER)).isEqualTo(ParentTie.Result.UNAVAILABLE);
        assertThat(Affinity.available(Host.OTHER)).isNotEmpty();
        assertThat(Affinity.restrictTo(Integer.MAX_VALUE, Host.OTHER).granted()).isTrue();
    }

    @Test
    void preparing_leaves_nothing_behind() {
        CoreWatch.prepare();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("core-watch", "core-watch-prepare");
    }
}
