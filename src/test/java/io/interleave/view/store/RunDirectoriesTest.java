package io.interleave.view.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoriesTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);

    @TempDir
    private Path folder;

    @Test
    void aRunIsNamedByItsTimeAndItsScenario() {
        var directories = new RunDirectories(folder, () -> NOON);
        assertThat(directories.next("lost-update")).isEqualTo(folder.resolve("20261122-120000-000-lost-update"));
        assertThat(directories.next("../a b")).isEqualTo(folder.resolve("20261122-120000-000-..-a-b"));
    }

    @Test
    void everySystemHasItsPlace() {
        var home = Path.of("home");
        assertThat(RunDirectories.defaultRoot("Linux", Map.of(), home))
                .isEqualTo(Path.of("home", ".cache", "interleave", "runs"));
        assertThat(RunDirectories.defaultRoot("Linux", Map.of("XDG_CACHE_HOME", "c"), home))
                .isEqualTo(Path.of("c", "interleave", "runs"));
        assertThat(RunDirectories.defaultRoot("Mac OS X", Map.of(), home))
                .isEqualTo(Path.of("home", "Library", "Caches", "interleave", "runs"));
        assertThat(RunDirectories.defaultRoot("Windows 11", Map.of("LOCALAPPDATA", "l"), home))
                .isEqualTo(Path.of("l", "interleave", "runs"));
    }
}
