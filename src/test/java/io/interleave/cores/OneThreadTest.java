package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be set for the calling thread alone.
class OneThreadTest {

    @ParameterizedTest
    @CsvSource({"1, 19", "2, 14", "3, 10", "4, 5", "5, 0", "6, -4", "7, -8", "8, -12", "9, -16", "10, -20"})
    void a_priority_stands_for_a_nice_value(int priority, int nice) {
        assertThat(ThreadPriority.nice(priority)).isEqualTo(nice);
    }

    @Test
    void there_are_no_other_priorities() {
        assertThatThrownBy(() -> ThreadPriority.nice(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ThreadPriority.nice(11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_lower_priority_is_always_granted_and_is_of_that_thread_alone() throws Exception {
        int before = nice(NativeThread.id());
        assertThat(onAThread(() -> {
                    var refusal = ThreadPriority.set(1);
                    return refusal + nice(NativeThread.id());
                }))
                .isEqualTo("19");
        assertThat(nice(NativeThread.id())).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_higher_priority_is_granted_or_refused_with_a_cure() throws Exception {
        var refusal = onAThread(() -> ThreadPriority.set(10));

        assertThat(refusal.isEmpty() || refusal.contains("limits.conf"))
                .as(refusal)
                .isTrue();
    }

    /// The 19th field of stat(5), the 17th behind the name in parentheses.
    private static int nice(int tid) throws Exception {
        var line = KernelFile.line(Path.of("/proc/self/task/" + tid + "/stat"));
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[16]);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_thread_that_is_pinned_runs_on_that_core_and_others_where_they_did() throws Exception {
        var all = Affinity.available();
        int last = all.getLast();

        assertThat(onAThread(() -> Affinity.pinThread(last) + NativeThread.core()))
                .isEqualTo(Integer.toString(last));
        assertThat(Affinity.available()).isEqualTo(all);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_core_that_is_not_there_is_refused_and_those_that_are_are_named() throws Exception {
        assertThat(onAThread(() -> Affinity.pinThread(4000)))
                .contains("4,000", Affinity.available().getFirst().toString());
    }

    @Test
    void where_it_cannot_be_done_the_reason_is_given() {
        assertThat(List.of(ThreadPriority.set(5, Host.OTHER), Affinity.pinThread(0, Host.OTHER)))
                .doesNotContain("");
        assertThat(ResidentMemory.bytes(Host.OTHER)).isEqualTo(-1);
        assertThatCode(() -> WaitTable.makeRoomFor(10, Host.OTHER)).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_memory_that_a_process_occupies_grows_with_what_it_fills() {
        long before = ResidentMemory.bytes();
        var bytes = new byte[64 << 20];
        Arrays.fill(bytes, (byte) 1);

        assertThat(before).isPositive();
        assertThat(ResidentMemory.bytes()).isGreaterThan(1 << 20);
        assertThat(bytes[1]).isOne();
    }

    @Test
    void room_for_threads_that_wait_can_be_made_again_and_again() {
        assertThatCode(() -> {
                    for (int threads : new int[] {1, 100, 3000, 100, 1_000_000}) {
                        WaitTable.makeRoomFor(threads);
                    }
                })
                .doesNotThrowAnyException();
    }

    private interface Asking {
        String ask() throws Exception;
    }

    private static String onAThread(Asking asking) throws Exception {
        var task = new FutureTask<>(asking::ask);
        Thread.ofPlatform().daemon().name("one-thread").start(task);
        return task.get();
    }
}
