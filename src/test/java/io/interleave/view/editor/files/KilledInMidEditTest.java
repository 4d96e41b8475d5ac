package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.Seed;
import io.interleave.testkit.Typist;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The application is killed while somebody types.
final class KilledInMidEditTest {

    private static final int KILLS = 4;
    private static final int MOST_LINES = 40;

    @TempDir
    private Path folder;

    @Test
    void all_that_was_on_disk_is_there_at_the_next_start_and_can_be_undone() throws IOException, InterruptedException {
        var random = Seed.random(getClass());
        for (int kill = 0; kill < KILLS; kill++) {
            var home = folder.resolve("home-" + kill);
            int kept = killAfterSomeEdits(home, 1 + random.nextInt(MOST_LINES));
            try (var files = new FilesBench(home)) {
                files.copies.open(files.copies.recover().orElseThrow());
                assertThat(files.text()).contains("# " + kept + "\n").endsWith("\n");
                var lines =
                        files.text().lines().filter(it -> it.matches("# \\d+")).toList();
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(lines.get(i)).isEqualTo("# " + (i + 1));
                }
                var edited = files.text();
                assertThat(files.undoAll().text()).doesNotContain("# 1\n");
                files.draft.redo();
                assertThat(files.text()).isEqualTo(edited);
            }
        }
    }

    /// @return the last edit that was on disk for certain
    private static int killAfterSomeEdits(Path home, int lines) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int kept = 0;
        try (var said = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                kept = Integer.parseInt(said.readLine());
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return kept;
    }
}
