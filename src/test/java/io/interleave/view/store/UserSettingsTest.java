package io.interleave.view.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void the_limit_is_two_gibibytes_until_the_user_says_otherwise() throws IOException {
        var settings = new UserSettings(folder.resolve("new").resolve("settings.json"));
        assertThat(settings.runsLimit()).isEqualTo(2L << 30);
        settings.runsLimit(5L << 30);
        assertThat(new UserSettings(folder.resolve("new").resolve("settings.json")).runsLimit())
                .isEqualTo(5L << 30);
    }

    @Test
    void what_cannot_be_read_is_as_at_first_and_can_be_set_again() throws IOException {
        var file = Files.writeString(folder.resolve("settings.json"), "{\"runsLimitBytes\": -3");
        var settings = new UserSettings(file);
        assertThat(settings.runsLimit()).isEqualTo(2L << 30);
        settings.runsLimit(1L << 30);
        assertThat(settings.runsLimit()).isEqualTo(1L << 30);
    }
}
