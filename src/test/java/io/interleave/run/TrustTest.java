package io.interleave.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

    @TempDir
    private Path directory;

    @Test
    void a_text_is_trusted_after_that_was_said_and_any_edit_of_it_is_not() throws IOException {
        var text = "interleave: 1\ntitle: A\n";
        var trust = new Trust(directory.resolve("data/trusted"));
        assertThat(trust.isTrusted(text)).isFalse();

        trust.trust(text);
        trust.trust(text);

        var later = new Trust(directory.resolve("data/trusted"));
        assertThat(later.isTrusted(text)).isTrue();
        for (int i = 0; i < text.length(); i++) {
            assertThat(later.isTrusted(text.substring(0, i) + " " + text.substring(i)))
                    .isFalse();
            assertThat(later.isTrusted(text.substring(0, i) + text.substring(i + 1)))
                    .isFalse();
        }
        assertThat(Files.readAllLines(directory.resolve("data/trusted"))).hasSize(1);
    }

    @Test
    void the_gallery_is_trusted_by_its_content() {
        var trust = new Trust(directory.resolve("trusted"));

        assertThat(Gallery.entries()).allMatch(it -> trust.isTrusted(it.text()));
        assertThat(Gallery.entries()).noneMatch(it -> trust.isTrusted(it.text() + " "));
    }

    @Test
    void what_cannot_be_read_trusts_nobody() throws IOException {
        Files.createDirectory(directory.resolve("trusted"));

        assertThat(new Trust(directory.resolve("trusted")).isTrusted("x")).isFalse();
    }

    @Test
    void it_is_kept_where_each_system_keeps_a_user_s_data() {
        var home = Path.of("/home/ada");
        assertThat(Trust.defaultFile("Linux", Map.of(), home))
                .isEqualTo(home.resolve(".local/share/interleave/trusted"));
        assertThat(Trust.defaultFile("Linux", Map.of("XDG_DATA_HOME", "/data"), home))
                .isEqualTo(Path.of("/data/interleave/trusted"));
        assertThat(Trust.defaultFile("Linux", Map.of("XDG_DATA_HOME", "relative"), home))
                .isEqualTo(home.resolve(".local/share/interleave/trusted"));
        assertThat(Trust.defaultFile("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/interleave/trusted"));
    }
}
