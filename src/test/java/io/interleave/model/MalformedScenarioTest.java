package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file under `malformed` begins with a comment `# line:column words`: there, its first error must stand
/// and its message must contain the words.
class MalformedScenarioTest {

    private static final Pattern EXPECTED = Pattern.compile("# (\\d+):(\\d+) (.+)");

    static List<Path> files() throws IOException, URISyntaxException {
        var folder =
                Path.of(MalformedScenarioTest.class.getResource("/malformed").toURI());
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedAtItsPlace(Path file) throws IOException {
        var expected = EXPECTED.matcher(firstLine(file));
        assertThat(expected.matches()).as("first line").isTrue();

        var reading = ScenarioReader.read(file);

        assertThat(reading.scenario()).isEmpty();
        var error = reading.errors().getFirst();
        String line = error.inFile(file.getFileName().toString());
        assertThat(line)
                .startsWith("%s:%s:%s: error: ".formatted(file.getFileName(), expected.group(1), expected.group(2)));
        assertThat(line).contains(expected.group(3));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isBlamedForOneThingOnly(Path file) throws IOException {
        assertThat(ScenarioReader.read(file).errors())
                .extracting(it -> it.inFile(file.getFileName().toString()))
                .hasSize(1);
    }

    @Test
    void theCorpusIsLarge() throws IOException, URISyntaxException {
        assertThat(files()).hasSizeGreaterThan(400);
    }

    private static String firstLine(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
