package io.interleave.view.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstStartTest {

    @TempDir
    private Path folder;

    private int offers;

    private void start(Path settings) {
        FirstStart.welcome(new UserSettings(settings), Runnable::run, Runnable::run, () -> offers++);
    }

    @Test
    void the_tour_is_offered_at_the_first_start_alone() {
        for (int start = 0; start < 3; start++) {
            start(folder.resolve("settings.json"));
            assertThat(offers).isEqualTo(1);
        }
    }

    @Test
    void what_else_is_set_stays() throws IOException {
        var settings = new UserSettings(folder.resolve("settings.json"));
        settings.runsLimit(5L << 30);
        start(folder.resolve("settings.json"));
        assertThat(settings.runsLimit()).isEqualTo(5L << 30);
        assertThat(offers).isEqualTo(1);
    }

    @Test
    void a_tour_that_cannot_be_remembered_is_not_offered() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        start(file.resolve("settings.json"));
        assertThat(offers).isZero();
    }
}
