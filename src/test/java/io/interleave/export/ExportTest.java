package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {

    @TempDir
    private Path directory;

    private Path outputs = Path.of("");

    @BeforeEach
    void make() throws IOException {
        outputs = Files.createDirectory(directory.resolve("outputs"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_of_an_export_that_was_ended(Format format) throws IOException {
        var run = Samples.restless(directory, 100_000);

        assertThat(Export.to(format, run, outputs.resolve("out"), false, _ -> false))
                .isFalse();

        assertThat(outputs).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_there_is_replaced_only_if_asked(Format format) throws IOException {
        var run = Samples.small(directory);
        var out = outputs.resolve("out.zip");
        Files.writeString(out, "precious");

        assertThatThrownBy(() -> Export.to(format, run, out, false, _ -> true))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(out).hasContent("precious");

        assertThat(Export.to(format, run, out, true, _ -> true)).isTrue();
        assertThat(Files.size(out)).isGreaterThan(100);
        assertThat(outputs).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void an_export_that_fails_leaves_what_was_there_and_nothing_else() throws IOException {
        var run = Samples.small(directory);
        var out = outputs.resolve("out.json");
        Files.writeString(out, "precious");
        Files.delete(run.trace());

        assertThatThrownBy(() -> Export.to(Format.CHROME, run, out, true, _ -> true))
                .isInstanceOf(IOException.class);

        assertThat(out).hasContent("precious");
        assertThat(outputs.toFile().list()).containsExactly("out.json");
    }

    @ParameterizedTest
    @EnumSource
    void a_run_in_which_nothing_happened_can_be_exported(Format format) throws IOException {
        var trace = directory.resolve(TraceWriter.ENGINE_TRACE);
        TraceWriter.create(trace, 1 << 20).close();
        try (var run = KeptRun.open(trace)) {
            assertThat(Export.to(format, run, outputs.resolve("out"), false, _ -> true))
                    .isTrue();
        }

        assertThat(outputs.resolve("out")).exists();
    }

    @Test
    void of_a_trace_that_was_cut_off_anywhere_the_readable_part_is_exported() throws IOException {
        var whole = Samples.restless(directory, 30_000).trace();
        var bytes = Files.readAllBytes(whole);
        for (int length = 5_000; length < bytes.length; length += bytes.length / 7) {
            var cut = Files.write(directory.resolve("cut.trace"), Arrays.copyOf(bytes, length));
            try (var run = KeptRun.open(cut)) {
                for (var format : Format.values()) {
                    assertThat(Export.to(format, run, outputs.resolve(format.word()), true, _ -> true))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void of_a_trace_with_flipped_bytes_what_can_be_trusted_is_exported() throws IOException {
        var bytes = Files.readAllBytes(Samples.small(directory).trace());
        var random = new Random(5);
        for (int i = 0; i < 100; i++) {
            var flipped = bytes.clone();
            for (int flips = 0; flips < 5; flips++) {
                flipped[4_096 + random.nextInt(bytes.length - 4_096)] ^= (byte) (1 << random.nextInt(8));
            }
            var file = Files.write(directory.resolve("flipped.trace"), flipped);
            try (var run = KeptRun.open(file)) {
                for (var format : Format.values()) {
                    assertThat(Export.to(format, run, outputs.resolve(format.word()), true, _ -> true))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void what_is_no_run_is_refused_with_its_place_and_why() throws IOException {
        var empty = Files.createFile(directory.resolve("empty.trace"));
        var text = Files.writeString(directory.resolve("text.trace"), "hello".repeat(10_000));
        var bare = Files.createDirectory(directory.resolve("bare"));

        assertThatThrownBy(() -> KeptRun.open(directory.resolve("gone")))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContainingAll("gone", "--trace");
        assertThatThrownBy(() -> KeptRun.open(empty))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContainingAll("empty.trace", "is empty");
        assertThatThrownBy(() -> KeptRun.open(text))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContainingAll("text.trace", "not a trace of Interleave");
        assertThatThrownBy(() -> KeptRun.open(bare))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageContainingAll("bare", "holds no run");
    }
}
