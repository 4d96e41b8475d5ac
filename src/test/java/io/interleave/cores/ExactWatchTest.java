package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.cores.Recording.Entry;
import io.interleave.cores.Recording.What;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What is exact, seen on real threads. The time limit is there for a watch that never tells of an end.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ExactWatchTest {

    private final Recording recording = new Recording();

    private Work watched(int threads, Work.Task task) throws InterruptedException {
        try (var watch = Work.exact(recording)) {
            assertThat(watch.reason()).isEmpty();
            var work = Work.start(threads, task).join();
            recording.awaitExits(work.tids());
            return work;
        }
    }

    @Test
    void a_thread_is_switched_in_and_out_in_turn_and_ends_once() throws InterruptedException {
        var work = watched(4, Work.compute(60));

        assertThat(work.tids()).hasSize(4).allSatisfy(tid -> {
            var switches = recording.switchesOf(tid);
            assertThat(switches).hasSizeGreaterThanOrEqualTo(2);
            for (int i = 0; i < switches.size(); i++) {
                assertThat(switches.get(i).what() == What.IN)
                        .as("%s at %d", switches, i)
                        .isEqualTo(i % 2 == 0);
            }
            assertThat(switches.getLast().what()).isEqualTo(What.EXIT);
            assertThat(switches.stream().filter(entry -> entry.what() == What.EXIT))
                    .hasSize(1);
        });
    }

    @Test
    void a_thread_leaves_the_core_that_it_came_to() throws InterruptedException {
        var work = watched(4, Work.compute(60));

        assertThat(work.tids()).allSatisfy(tid -> {
            Entry in = null;
            for (var entry : recording.switchesOf(tid)) {
                if (entry.what() == What.IN) {
                    in = entry;
                } else {
                    assertThat(entry.core()).isEqualTo(in.core());
                }
            }
        });
    }

    @Test
    void no_core_has_two_threads_at_one_instant() throws InterruptedException {
        watched(8, Work.compute(60));

        Map<Integer, Integer> occupants = new HashMap<>();
        for (var entry : recording.all()) {
            switch (entry.what()) {
                case IN ->
                    assertThat(occupants.put(entry.core(), entry.tid()))
                            .as("on the core of %s", entry)
                            .isNull();
                case OUT_PREEMPTED, OUT_WAITING, EXIT ->
                    assertThat(occupants.remove(entry.core()))
                            .as("on the core of %s", entry)
                            .isEqualTo(entry.tid());
                case LOST, SAMPLED, STARTED, COMPLETE -> {}
            }
        }
    }

    @Test
    void reports_come_in_order_of_time_and_none_after_its_time_was_complete() throws InterruptedException {
        watched(4, Work.sleep(30));

        long latest = Long.MIN_VALUE;
        for (var entry : recording.all()) {
            assertThat(entry.time()).as("%s", entry).isGreaterThanOrEqualTo(latest);
            latest = entry.time();
        }
        assertThat(recording.all().getLast().what()).isEqualTo(What.COMPLETE);
    }

    @Test
    void time_on_core_agrees_with_the_scheduler() throws InterruptedException, IOException {
        long stolenBefore = Work.stolen();
        var work = watched(4, Work.compute(200));
        long stolen =
                Work.stolen() - stolenBefore + 10_000_000L * Cores.online().size();

        assertThat(work.tids()).allSatisfy(tid -> {
            long seen = recording.staysOf(tid).stream()
                    .mapToLong(stay -> stay.to() - stay.from())
                    .sum();
            long told = work.onCore(tid);
            // The end of a thread comes after its last look at the clock: what it does between is seen, and not
            // told.
            long margin = told / 100 + 5_000_000;
            assertThat(seen).isBetween(told - margin, told + margin + stolen);
        });
    }

    @Test
    void a_thread_that_sleeps_leaves_its_core_of_its_own_accord() throws InterruptedException {
        var work = watched(2, Work.sleep(20));

        assertThat(work.tids())
                .allSatisfy(tid -> assertThat(recording.switchesOf(tid))
                        .extracting(Entry::what)
                        .contains(What.OUT_WAITING));
    }

    @Test
    void a_thread_is_told_of_before_it_first_runs_with_the_thread_that_started_it() throws InterruptedException {
        var work = watched(2, Work.compute(1));

        assertThat(work.tids()).allSatisfy(tid -> {
            var first = recording.of(tid).getFirst();
            assertThat(first.what()).isEqualTo(What.STARTED);
            assertThat(first.value()).isEqualTo(NativeThread.id());
        });
    }

    @Test
    void the_opening_thread_is_on_a_core_from_the_start() throws InterruptedException {
        watched(1, Work.compute(1));

        assertThat(recording.switchesOf(NativeThread.id()).getFirst().what()).isEqualTo(What.IN);
    }

    @Test
    void a_child_process_is_watched_too() throws InterruptedException, IOException {
        int child;
        try (var watch = Work.exact(recording)) {
            var process = new ProcessBuilder("sleep", "0.01").start();
            child = (int) process.pid();
            process.waitFor();
            recording.awaitExits(List.of(child));
        }

        assertThat(recording.switchesOf(child)).extracting(Entry::what).contains(What.IN, What.OUT_WAITING, What.EXIT);
    }

    @Test
    void of_processes_that_live_for_a_moment_every_name_and_every_parent_is_told()
            throws InterruptedException, IOException {
        var children = new ArrayList<Integer>();
        try (var watch = Work.exact(recording)) {
            for (int i = 0; i < 40; i++) {
                int child = NativeProcess.spawn(
                        Path.of("/bin/sh"),
                        List.of("sh", "-c", "sleep 0; exit 0"),
                        List.of("PATH=/usr/bin:/bin"),
                        Path.of("/"),
                        NativeProcess.NOWHERE,
                        NativeProcess.NOWHERE,
                        NativeProcess.NOWHERE);
                children.add(child);
                NativeProcess.awaitEnd(child);
            }
            recording.awaitExits(children);
        }

        int own = (int) ProcessHandle.current().pid();
        assertThat(children).allSatisfy(child -> {
            assertThat(recording.names.get(child)).isEqualTo(List.of("sh"));
            assertThat(recording.parents).containsEntry(child, own);
            assertThat(recording.processes).containsEntry(child, child);
            var grandchildren = recording.parents.entrySet().stream()
                    .filter(it -> it.getValue().equals(child))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(grandchildren).hasSize(1);
            assertThat(recording.names.get(grandchildren.getFirst())).isEqualTo(List.of("sleep"));
        });
    }

    @Test
    void a_process_on_one_core_runs_on_that_core_alone() throws InterruptedException {
        try {
            var cores = Affinity.restrictTo(1).cores();
            var work = watched(4, Work.compute(30));

            assertThat(cores).hasSize(1);
            assertThat(work.tids())
                    .allSatisfy(tid -> assertThat(recording.of(tid).stream().filter(e -> e.what() == What.IN))
                            .extracting(Entry::core)
                            .containsOnly(cores.getFirst()));
        } finally {
            Affinity.restrictTo(Affinity.available().size());
        }
    }

    @Test
    void closing_twice_is_closing_once() {
        var watch = Work.exact(recording);
        watch.close();
        int reports = recording.all().size();
        watch.close();

        assertThat(recording.all()).hasSize(reports);
    }
}
