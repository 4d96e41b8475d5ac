package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcFormatsTest {

    private static final String NUMBERS =
            " R 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 71 0\n";

    private static int processor(String line) {
        return ProcStat.processor(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_core_is_found_whatever_the_thread_is_called() {
        for (var name : List.of("java", "two words", "a) R 1 2 (b", "()", "", ") S 7", "naïve\n")) {
            assertThat(processor("4711 (" + name + ")" + NUMBERS)).as(name).isEqualTo(71);
        }
    }

    @Test
    void a_line_without_the_field_has_no_core() {
        var line = "4711 (java)" + NUMBERS;
        for (int length = 0; length < line.indexOf("71 0"); length++) {
            assertThat(processor(line.substring(0, length)))
                    .as("cut at %d", length)
                    .isEqualTo(-1);
        }
    }

    @Test
    void lists_of_cores_are_read_as_the_kernel_writes_them() {
        assertThat(Cores.parse("0\n")).containsExactly(0);
        assertThat(Cores.parse("0-3,6,8-9\n")).containsExactly(0, 1, 2, 3, 6, 8, 9);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_setting_of_the_kernel_is_read_whole() throws IOException {
        var file = Path.of("/proc/sys/kernel/perf_event_mlock_kb");
        assumeTrue(Files.exists(file), "this kernel has no such setting");
        var cat = new ProcessBuilder("cat", file.toString()).start();

        assertThat(KernelFile.line(file))
                .isEqualTo(new String(cat.getInputStream().readAllBytes()).strip());
    }
}
