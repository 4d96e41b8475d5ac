package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.cores.ParentTie;
import io.interleave.model.UnitGroup.Process.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Who is left when an engine, or the program that started it, is killed while its children do what they can to
/// stay. The time limit is there for those that would.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class GuardTest {

    /// Ignores SIGTERM, starts a child that does so too, and one that runs away into a session of its own after
    /// its parent has ended, with an empty environment.
    private static final String STUBBORN = "trap '' TERM HUP INT; echo $$ > \"$0.one\";"
            + " sh -c 'trap \"\" TERM HUP; echo $$ > \"$0.two\"; while :; do sleep 1; done' \"$0\" &"
            + " (env -i setsid /bin/sh -c 'trap \"\" TERM HUP; echo $$ > \"$0.three\"; while :; do /bin/sleep 1; done'"
            + " \"$0\" &);"
            + " while :; do sleep 1; done";

    @TempDir
    private Path directory;

    @Test
    void nothing_is_left_of_a_run_whose_engine_was_killed() throws Exception {
        var engine = new ProcessBuilder(StandInEngine.command("0", directory))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var children = awaitChildren(engine);

        engine.destroyForcibly().waitFor();

        awaitGone(children);
    }

    @Test
    void nothing_is_left_of_a_run_whose_application_was_killed() throws Exception {
        var command = StandInEngine.command("$$", directory);
        // The shell is the application, and stays one because it has something to do afterwards.
        var script = String.join(
                        " ",
                        command.stream()
                                .map(it -> it.equals("$$") ? it : "'" + it + "'")
                                .toList())
                + "; true";
        var application = new ProcessBuilder("sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var children = awaitChildren(application);

        application.destroyForcibly().waitFor();

        awaitGone(children);
    }

    /// Waits until all have come up, and gives their pids.
    private List<Long> awaitChildren(Process parent) throws IOException, InterruptedException {
        var pids = new ArrayList<Long>();
        try (var said = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("running");
            for (var name : List.of("a.one", "a.two", "a.three", "b.one", "b.two", "b.three")) {
                var file = directory.resolve(name);
                while (!Files.exists(file) || Files.readString(file).isBlank()) {
                    Thread.sleep(5);
                }
                pids.add(Long.parseLong(Files.readString(file).strip()));
            }
        }
        assertThat(pids).allMatch(GuardTest::isThere);
        // One that has no parent, no environment and a session of its own is found by looking again and again.
        Thread.sleep(300);
        return pids;
    }

    private static void awaitGone(List<Long> pids) throws InterruptedException {
        while (pids.stream().anyMatch(GuardTest::isThere)) {
            Thread.sleep(5);
        }
        while (guards().findAny().isPresent()) {
            Thread.sleep(5);
        }
    }

    private static Stream<ProcessHandle> guards() {
        return ProcessHandle.allProcesses()
                .filter(it -> it.info()
                        .commandLine()
                        .filter(line -> line.contains("GuardMain"))
                        .isPresent());
    }

    /// What has ended and was not waited for by anybody is gone too.
    private static boolean isThere(long pid) {
        return ProcessHandle.of(pid)
                .filter(it -> it.info().command().isPresent())
                .isPresent();
    }

    /// An engine process with nothing but a run of stubborn children.
    static final class StandInEngine {

        private StandInEngine() {}

        static List<String> command(String parent, Path directory) {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StandInEngine.class.getName(),
                    parent,
                    directory.toString());
        }

        public static void main(String[] args) {
            long parent = Long.parseLong(args[0]);
            if (parent != 0) {
                ParentTie.dieWithParent(parent);
            }
            var engine = new Children()
                    .process("a", 1, Output.DISCARD, Optional.empty(), "/bin/sh", "-c", STUBBORN, "a")
                    .process("b", 1, Output.READ, Optional.empty(), "/bin/sh", "-c", STUBBORN, "b")
                    .engine(Path.of(args[1]));
            System.out.println("running");
            engine.run();
        }
    }
}
