package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.interleave.cores.Recording.Entry;
import io.interleave.cores.Recording.What;
import io.interleave.cores.Source.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Two watches of the same threads, one with rings large enough for everything, one with the smallest there are.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class LostRecordsTest {

    /// 128 switches.
    private static final int SMALLEST = 1;

    private static final int LARGE = 64;

    private final Recording allSeen = new Recording();
    private final Recording someSeen = new Recording();
    private final List<Integer> tids = new ArrayList<>();
    private Pair pair;

    private record Pair(ExactSource large, ExactSource small) {}

    /// Starts threads that switch often, from a thread of its own that waits for them and ends.
    private Thread startSwitching() {
        var opened = new CompletableFuture<Pair>();
        var opener = Thread.ofPlatform().start(() -> {
            tids.add(NativeThread.id());
            try {
                opened.complete(openBoth());
                var work = Work.start(2, () -> {
                    for (int i = 0; i < 500; i++) {
                        LockSupport.parkNanos(1);
                    }
                });
                tids.addAll(work.join().tids());
            } catch (IOException | InterruptedException e) {
                opened.completeExceptionally(e);
            }
        });
        pair = opened.join();
        assumeTrue(pair != null, "the kernel refuses its records of context switches");
        return opener;
    }

    /// Opens both with no switch of the calling thread in between, so that they see the same.
    private static Pair openBoth() throws IOException {
        while (true) {
            long switches = switchesOfThisThread();
            var large = open(LARGE);
            var small = open(SMALLEST);
            if (large == null || small == null) {
                return null;
            }
            if (switches == switchesOfThisThread()) {
                return new Pair(large, small);
            }
            large.finish(new Recording());
            small.finish(new Recording());
        }
    }

    private static ExactSource open(int pages) {
        return ExactSource.open(pages) instanceof Attempt.Opened(ExactSource source) ? source : null;
    }

    private static long switchesOfThisThread() throws IOException {
        return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
                .filter(line -> line.contains("ctxt_switches"))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                .sum();
    }

    private static long lost(Recording recording) {
        return recording.of(What.LOST).mapToLong(Entry::value).sum();
    }

    private void finishWhenAllHaveEnded(Thread opener) throws InterruptedException {
        opener.join();
        while (!allSeen.of(What.EXIT).map(Entry::tid).toList().containsAll(tids)) {
            pair.large().round(allSeen);
        }
        pair.small().finish(someSeen);
        pair.large().finish(allSeen);
    }

    @Test
    void what_is_shown_and_what_is_lost_make_up_what_happened() throws InterruptedException {
        finishWhenAllHaveEnded(startSwitching());

        assertThat(lost(allSeen)).isZero();
        assertThat(lost(someSeen)).isPositive();
        assertThat(pair.small().records() + lost(someSeen))
                .isEqualTo(pair.large().records());
    }

    @Test
    void a_ring_that_is_read_while_it_fills_goes_round_and_round() throws InterruptedException {
        var opener = startSwitching();
        while (opener.isAlive()) {
            pair.small().round(someSeen);
        }
        finishWhenAllHaveEnded(opener);

        assertThat(lost(allSeen)).isZero();
        assertThat(pair.small().records() + lost(someSeen))
                .isEqualTo(pair.large().records());
        assertThat(someSeen.all().stream().map(Entry::tid).filter(tid -> tid >= 0))
                .allMatch(tids::contains);
    }
}
