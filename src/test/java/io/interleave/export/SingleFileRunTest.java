package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleFileRunTest {

    private static final String MANIFEST = "{\"interleave-run\":1,\"title\":\"t\",\"files\":[%s]}";
    private static final String TRACE = "{\"name\":\"engine.trace\",\"bytes\":%d}";

    @TempDir
    private Path directory;

    @Test
    void a_run_comes_out_as_it_went_in() throws IOException {
        var run = Samples.small(directory);
        var file = directory.resolve("small" + SingleFileRun.EXTENSION);
        assertThat(Export.to(Format.RUN, run, file, false, _ -> true)).isTrue();

        var into = directory.resolve("unpacked");
        var unpacked = SingleFileRun.unpack(file, into);

        assertThat(unpacked.damage()).isEmpty();
        assertThat(unpacked.manifest().title()).isEqualTo("Small, \"quoted\" and <odd>");
        assertThat(into.resolve(TraceWriter.ENGINE_TRACE)).hasSameBinaryContentAs(run.trace());
        try (var opened = KeptRun.open(file)) {
            assertThat(Samples.times(opened.timeline())).isEqualTo(Samples.times(run.timeline()));
        }
    }

    @Test
    void what_was_unpacked_to_be_read_is_gone_when_the_run_is_closed() throws IOException {
        var file = directory.resolve("small" + SingleFileRun.EXTENSION);
        Export.to(Format.RUN, Samples.small(directory), file, false, _ -> true);
        var run = KeptRun.open(file);
        assertThat(run.trace()).exists();

        run.close();

        assertThat(run.trace()).doesNotExist();
        assertThat(run.unpacked().orElseThrow()).doesNotExist();
    }

    @Test
    void of_a_file_that_was_cut_off_there_is_the_readable_part_or_a_clear_message() throws IOException {
        var file = directory.resolve("whole");
        var whole = Samples.restless(directory, 50_000);
        Export.to(Format.RUN, whole, file, false, _ -> true);
        var bytes = Files.readAllBytes(file);
        int readable = 0;
        for (int length = 1; length < bytes.length; length += bytes.length / 20) {
            var cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, length));
            try (var run = KeptRun.open(cut)) {
                boolean all = run.timeline().eventsKept() == whole.timeline().eventsKept();
                assertThat(run.damage().isPresent()).isNotEqualTo(all);
                readable += run.timeline().eventsKept() > 0 ? 1 : 0;
            } catch (UnreadableRun e) {
                assertThat(e.getMessage()).contains("cut");
            }
        }

        assertThat(readable).isPositive();
    }

    @Test
    void flipped_bytes_never_do_worse_than_a_message() throws IOException {
        var file = directory.resolve("whole");
        Export.to(Format.RUN, Samples.small(directory), file, false, _ -> true);
        var bytes = Files.readAllBytes(file);
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(Math.min(changed.length, 4_000))] ^= (byte) (1 << random.nextInt(8));
            var flipped = Files.write(directory.resolve("flipped"), changed);
            try (var run = KeptRun.open(flipped)) {
                assertThat(run.timeline().isComplete()).isTrue();
            } catch (UnreadableRun e) {
                assertThat(e.getMessage()).contains("flipped");
            }
        }
    }

    @Test
    void a_file_from_elsewhere_writes_nowhere_else() throws IOException {
        for (var name : new String[] {
            "../engine.trace", "/tmp/x.trace", "a/b.trace", ".trace", "..\\\\x.trace", "engine.trace\\u0000", "con"
        }) {
            var file = zip(MANIFEST.formatted(TRACE.formatted(4) + ",{\"name\":\"" + name + "\",\"bytes\":4}"));

            assertThatThrownBy(() -> SingleFileRun.unpack(file, directory.resolve("into")))
                    .isInstanceOf(UnreadableRun.class)
                    .hasMessageContaining("names a file that no run has");
        }
    }

    @Test
    void what_the_manifest_does_not_name_is_not_taken() throws IOException {
        var file = zip(MANIFEST.formatted(TRACE.formatted(4)), "../evil.trace", "boom");

        assertThatThrownBy(() -> SingleFileRun.unpack(file, directory.resolve("into")))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContaining("does not name");
        assertThat(directory.resolve("evil.trace")).doesNotExist();
    }

    @Test
    void a_file_never_unpacks_to_more_than_it_says() throws IOException {
        var file = zip(MANIFEST.formatted(TRACE.formatted(1_000)), "engine.trace", "\0".repeat(50_000_000));

        assertThatThrownBy(() -> SingleFileRun.unpack(file, directory.resolve("into")))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContaining("holds more of 'engine.trace'");
        assertThat(Files.size(directory.resolve("into/engine.trace"))).isLessThan(1_000_000);
    }

    @Test
    void a_file_that_says_it_unpacks_to_terabytes_is_refused_before_a_byte_is_written() throws IOException {
        var file = zip(MANIFEST.formatted(TRACE.formatted(9L << 40)), "engine.trace", "x");

        assertThatThrownBy(() -> SingleFileRun.unpack(file, directory.resolve("into")))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContaining("MiB");
        assertThat(directory.resolve("into/engine.trace")).doesNotExist();
    }

    @Test
    void a_file_of_a_newer_version_says_so() throws IOException {
        var file = zip("{\"interleave-run\":2}");

        assertThatThrownBy(() -> SingleFileRun.unpack(file, directory.resolve("into")))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContaining("newer version of Interleave");
    }

    @Test
    void any_other_zip_is_none() throws IOException {
        var file = directory.resolve("other.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }

        assertThatThrownBy(() -> KeptRun.open(file))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContaining("is not a run of Interleave");
    }

    /// @param more names of files and what is in them
    private Path zip(String manifest, String... more) throws IOException {
        var file = directory.resolve("made" + SingleFileRun.EXTENSION);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < more.length; i += 2) {
                zip.putNextEntry(new ZipEntry(more[i]));
                zip.write(more[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
