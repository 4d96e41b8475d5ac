package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ParentTieTest {

    @Test
    void a_tied_process_is_gone_when_its_parent_is_killed()
            throws IOException, InterruptedException, ExecutionException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The shell is the parent, and stays one because it has something to do afterwards.
        var parent = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "\"$0\" --enable-native-access=ALL-UNNAMED -cp \"$1\" \"$2\" $$; true",
                        java,
                        classPath(),
                        Tied.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = parent.inputReader()) {
            assertThat(said.readLine()).isEqualTo("TIED");
            var child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            try {
                assertThat(child.isAlive()).isTrue();
                parent.toHandle().destroyForcibly();

                assertThat(child.onExit().get().isAlive()).isFalse();
            } finally {
                child.destroyForcibly();
            }
        }
    }

    @Test
    void a_parent_that_had_ended_before_is_noticed() {
        assertThat(ParentTie.dieWithParent(ProcessHandle.current().pid())).isEqualTo(ParentTie.Result.PARENT_GONE);
    }

    private static String classPath() {
        return place(ParentTie.class) + ":" + place(Tied.class);
    }

    private static String place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    /// A process that would go on forever.
    static final class Tied {

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(ParentTie.dieWithParent(Long.parseLong(arguments[0])));
            System.out.println(ProcessHandle.current().pid());
            new CountDownLatch(1).await();
        }
    }
}
