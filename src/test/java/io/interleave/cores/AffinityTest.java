package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class AffinityTest {

    @AfterEach
    void allowAll() {
        Affinity.restrictTo(Affinity.available().size());
    }

    private static String allowed(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .findFirst()
                .orElseThrow()
                .split("\\s+")[1];
    }

    @Test
    void one_core_is_the_first_and_all_are_what_was_given_at_the_start() {
        assertThat(Affinity.restrictTo(1))
                .isEqualTo(new Affinity.Outcome(Affinity.available().subList(0, 1), ""));
        assertThat(Affinity.restrictTo(Integer.MAX_VALUE)).isEqualTo(new Affinity.Outcome(Affinity.available(), ""));
    }

    @Test
    void threads_that_run_already_are_restricted_as_are_those_to_come() throws IOException, InterruptedException {
        assumeTrue(Affinity.available().size() > 1, "there is one core only");
        var first = Affinity.restrictTo(1).cores().getFirst().toString();
        var later = new String[1];
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        later[0] = allowed(Path.of("/proc/thread-self/status"));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .join();

        assertThat(later[0]).isEqualTo(first);
        for (int tid : Tasks.present()) {
            allowedUnlessGone(tid)
                    .ifPresent(
                            allowed -> assertThat(allowed).as("thread %d", tid).isEqualTo(first));
        }
    }

    /// Threads of the Java runtime end when they like: the file is then missing, or cannot be read (ESRCH).
    private static Optional<String> allowedUnlessGone(int tid) {
        try {
            return Optional.of(allowed(Path.of("/proc/self/task/" + tid + "/status")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Test
    void no_core_at_all_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Affinity.restrictTo(0));
    }

    @Test
    void a_thread_knows_its_number_and_its_core() throws IOException {
        assertThat(Path.of("/proc/thread-self").toRealPath().getFileName()).hasToString("" + NativeThread.id());
        assertThat(Affinity.available()).contains(NativeThread.core());
    }
}
