package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import io.interleave.export.Format;
import io.interleave.export.Picture;
import io.interleave.testkit.StoredRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that a run is written to.
final class ExporterTest {

    @TempDir
    private Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Exporter exporter = new Exporter(background::add, Runnable::run);
    private Path directory;
    private Timeline timeline;

    @BeforeEach
    void read() throws IOException {
        directory = Files.createDirectory(folder.resolve("run"));
        StoredRuns.write(directory, "lost-update", Map.of("lock", "off"));
        try (var feed = new TimelineFeed(directory)) {
            feed.finish();
            timeline = feed.timeline();
        }
    }

    private String status() {
        return exporter.statusProperty().get();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_is_written_in_every_format_and_that_is_said(Format format) {
        var out = folder.resolve("out." + format.extension());
        exporter.run(timeline, directory, format, out);
        assertThat(status()).isEqualTo("writing " + out.getFileName() + " …");
        assertThat(out).doesNotExist();
        work();
        assertThat(status()).isEqualTo("written: " + out);
        assertThat(out).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_of_the_whole_run_is_written(Picture.Kind kind) throws IOException {
        var out = folder.resolve("out." + kind.word());
        exporter.whole(timeline, kind, true, out);
        work();
        assertThat(status()).isEqualTo("written: " + out);
        assertThat(Files.size(out)).isGreaterThan(1_000);
    }

    @Test
    void what_cannot_be_written_is_said_with_its_reason_and_nothing_is_left() throws IOException {
        var out = folder.resolve("out.png");
        Files.writeString(out, "before");
        exporter.shown(
                (_, _, file) -> {
                    Files.writeString(file, "half of it");
                    throw new IOException("the disk is full");
                },
                Picture.Kind.PNG,
                "",
                out);
        work();
        assertThat(status()).isEqualTo(out + " was not written: the disk is full");
        assertThat(out).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(out, directory);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        var out = folder.resolve("nowhere").resolve("out.json");
        exporter.run(timeline, directory, Format.CHROME, out);
        work();
        assertThat(status()).startsWith(out + " was not written: ");
        assertThat(out).doesNotExist();
    }
}
