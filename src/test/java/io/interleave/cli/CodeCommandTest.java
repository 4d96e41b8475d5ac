package io.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.FakeEngines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private int code(String... arguments) {
        var none = new FakeEngines(2);
        var all = new String[arguments.length + 1];
        all[0] = "code";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandLineMain.commandLine(none, (_, _, _) -> {})
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    @Test
    void it_prints_a_program_with_the_knobs_as_they_were_set() {
        assertThat(code("lost-update", "--to", "java", "--set", "lock=on", "--set", "workers=7"))
                .isEqualTo(ExitStatus.HELD);
        assertThat(out.toString())
                .startsWith("// Lost update\n")
                .contains("static final int WORKERS = 7;", "static final boolean LOCK = true;");
    }

    @Test
    void a_program_in_python_has_them_too() {
        assertThat(code("lost-update", "--to", "python", "--set", "lock=on", "--set", "workers=7"))
                .isEqualTo(ExitStatus.HELD);
        assertThat(out.toString()).contains("WORKERS = 7", "LOCK = True");
    }

    @Test
    void what_the_program_lacks_goes_to_standard_error() {
        code("loop-priorities", "--to", "java");
        assertThat(err.toString()).containsPattern("loop-priorities:\\d+: Virtual threads have no priorities");
    }

    @Test
    void it_writes_into_a_directory_and_replaces_nothing_unless_it_is_told_to() throws Exception {
        var file = directory.resolve("LostUpdate.java");
        assertThat(code("lost-update", "--to", "java", "-o", directory.toString()))
                .isEqualTo(ExitStatus.HELD);
        assertThat(file).content().startsWith("// Lost update\n");
        assertThat(out.toString()).isEmpty();
        Files.writeString(file, "mine");
        assertThat(code("lost-update", "--to", "java", "-o", file.toString())).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(file).hasContent("mine");
        assertThat(code("lost-update", "--to", "java", "-o", file.toString(), "--force"))
                .isEqualTo(ExitStatus.HELD);
        assertThat(file).content().startsWith("// Lost update\n");
    }

    @Test
    void an_unknown_language_or_knob_is_bad_input() {
        assertThat(code("lost-update", "--to", "cobol")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("--to cobol: expected one of java, python");
        assertThat(code("lost-update", "--to", "java", "--set", "nothing=1")).isEqualTo(ExitStatus.BAD_INPUT);
    }
}
