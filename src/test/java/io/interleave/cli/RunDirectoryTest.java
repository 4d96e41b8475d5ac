package io.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @TempDir
    private Path parent;

    @Test
    void what_a_command_left_that_is_no_more_is_deleted_and_nothing_else() throws Exception {
        var ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();
        var left = made("interleave-run-%d-1".formatted(ended.pid()));
        var used = made("interleave-run-%d-1".formatted(ProcessHandle.current().pid()));
        var foreign = made("interleave-run-of-somebody");
        var other = made("other");

        RunDirectory.sweep(parent);

        assertThat(left).doesNotExist();
        assertThat(used).isDirectory();
        assertThat(foreign).isDirectory();
        assertThat(other).isDirectory();
    }

    private Path made(String name) throws IOException {
        var directory = Files.createDirectory(parent.resolve(name));
        Files.writeString(directory.resolve("engine.trace"), "something");
        return directory;
    }
}
