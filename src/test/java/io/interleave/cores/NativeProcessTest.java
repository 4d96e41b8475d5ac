package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class NativeProcessTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path directory;

    @Test
    void a_child_has_the_arguments_the_environment_and_the_directory_that_it_was_given() throws IOException {
        var said = output("echo \"$1 $COLOUR\"; pwd -P", List.of("COLOUR=blue"), "two words");

        assertThat(said).isEqualTo("two words blue\n" + directory.toRealPath() + "\n");
    }

    @Test
    void a_child_has_no_descriptors_of_ours_but_its_three_streams() throws IOException {
        // The fourth is the directory that the program itself looks at.
        assertThat(output("exec ls /proc/self/fd", List.of())).isEqualTo("0\n1\n2\n3\n");
    }

    @Test
    void a_child_ignores_and_blocks_no_signal_and_leads_its_own_session() throws IOException {
        var said = output("grep -E 'Sig(Blk|Ign)' /proc/self/status; cut -d' ' -f1,6 /proc/$$/stat", List.of());

        // The C library keeps two signals beyond 31 for itself.
        assertThat(said.lines().filter(it -> it.startsWith("Sig")))
                .allMatch(it -> (Long.parseLong(it.split("\t")[1], 16) & 0x7fff_ffff) == 0);
        var ids = said.lines().toList().getLast().split(" ");
        assertThat(ids[1]).isEqualTo(ids[0]);
    }

    @Test
    void how_a_child_ended_is_told_exactly() throws IOException {
        assertThat(status("exit 0")).isZero();
        assertThat(status("exit 7")).isEqualTo(7);
        assertThat(status("exit 137")).isEqualTo(137);
        assertThat(status("kill -9 $$")).isEqualTo(-9);
        assertThat(status("kill -15 $$")).isEqualTo(-15);
    }

    @Test
    void a_program_that_cannot_be_executed_is_refused_in_words() {
        assertThatThrownBy(() -> NativeProcess.spawn(
                        directory,
                        List.of("x"),
                        List.of(),
                        directory,
                        NativeProcess.NOWHERE,
                        NativeProcess.NOWHERE,
                        NativeProcess.NOWHERE))
                .isInstanceOf(IOException.class)
                .hasMessage("Permission denied");
    }

    private String output(String script, List<String> environment, String... more) throws IOException {
        var pipe = NativeProcess.pipe();
        int pid = NativeProcess.spawn(
                SHELL,
                arguments(script, more),
                environment,
                directory,
                NativeProcess.NOWHERE,
                pipe.writeEnd(),
                NativeProcess.NOWHERE);
        try (var stream = new FileInputStream(NativeProcess.file(pipe.readEnd()).toFile())) {
            NativeProcess.close(pipe.readEnd());
            NativeProcess.close(pipe.writeEnd());
            var said = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(NativeProcess.awaitEnd(pid)).isZero();
            return said;
        }
    }

    private static List<String> arguments(String script, String... more) {
        var arguments = new java.util.ArrayList<>(List.of("sh", "-c", script, "sh"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private int status(String script) throws IOException {
        return NativeProcess.awaitEnd(NativeProcess.spawn(
                SHELL,
                arguments(script),
                List.of(),
                directory,
                NativeProcess.NOWHERE,
                NativeProcess.NOWHERE,
                NativeProcess.NOWHERE));
    }
}
