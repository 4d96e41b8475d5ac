package io.interleave.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The guards here are scripts that write down their pids and what they hear.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class GuardSuccessionTest {

    @TempDir
    private Path directory;

    @Test
    void when_a_guard_is_killed_another_one_hears_of_the_processes_that_there_are() throws Exception {
        try (var guard = Guard.start(script(), () -> Map.of(77, 5))) {
            guard.tell(1, 100);
            awaitHeard(pid(0), "1 100");

            ProcessHandle.of(pid(0)).orElseThrow().destroyForcibly();

            awaitHeard(pid(1), "5 77");
            guard.tell(2, 200);
            awaitHeard(pid(1), "2 200");
            assertThat(guard.pid()).isEqualTo(pid(1));
        }
    }

    @Test
    void no_other_one_comes_when_there_is_nothing_to_be_guarded_any_more() throws Exception {
        var guard = Guard.start(script(), Map::of);
        var first = ProcessHandle.of(pid(0)).orElseThrow();

        guard.close();

        first.onExit().get();
        guard.join();
        assertThat(pids()).containsExactly(first.pid());
    }

    private ProcessBuilder script() throws IOException {
        var script = directory.resolve("guard");
        Files.writeString(script, """
                #!/bin/sh
                echo $$ >> '%1$s/pids'
                cat > '%1$s/heard.'$$
                """.formatted(directory));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new ProcessBuilder(script.toString());
    }

    /// Of the guard that came as that one, counted from 0; waits until it has come.
    private long pid(int which) throws Exception {
        while (pids().size() <= which) {
            Thread.sleep(5);
        }
        return pids().get(which);
    }

    private List<Long> pids() throws IOException {
        var file = directory.resolve("pids");
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(Long::valueOf).toList()
                : List.of();
    }

    private void awaitHeard(long pid, String word) throws Exception {
        var file = directory.resolve("heard." + pid);
        while (!Files.exists(file) || !Files.readAllLines(file).contains(word)) {
            Thread.sleep(5);
        }
    }
}
