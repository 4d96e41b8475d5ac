package io.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.export.Picture;
import io.interleave.run.LocalEngines;
import io.interleave.run.Trust;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ExportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Picture> pictures = new ArrayList<>();
    private final LocalEngines engines = new LocalEngines();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void what_a_run_leaves_is_reported_as_the_run_itself_was() throws IOException {
        int status = run("run", "bounded-buffer", "--set", "items=25", "--json", "--trace", kept().toString());
        var told = json();

        assertThat(run("report", kept().toString(), "--json")).isEqualTo(status);
        var report = json();

        for (var part : List.of(
                "title",
                "knobs",
                "end",
                "outcome",
                "variables",
                "events",
                "coreData",
                "units",
                "groups",
                "processes",
                "locks",
                "queues",
                "pools",
                "startCosts",
                "notes",
                "findings")) {
            assertThat(report.path(part)).as(part).isEqualTo(told.path(part));
        }
        assertThat(report.path("units")).isNotEmpty();
        assertThat(report.path("locks")).isNotEmpty();
    }

    @Test
    void the_chrome_file_of_a_real_run_has_the_times_of_the_report() throws IOException {
        keep();
        var file = directory.resolve("run.json");
        assertThat(run("export", kept().toString(), "--to", "chrome", file.toString()))
                .isZero();
        var exported = times(new JsonMapper().readTree(file));
        run("report", kept().toString(), "--json");

        var told = new TreeMap<String, Long>();
        for (var unit : json().path("units")) {
            unit.path("states")
                    .propertyStream()
                    .forEach(it -> told.put(
                            unit.path("name").asString() + "/" + it.getKey(),
                            it.getValue().longValue()));
        }
        assertThat(exported).isEqualTo(told).isNotEmpty();
    }

    private static Map<String, Long> times(JsonNode document) {
        var names = new TreeMap<String, String>();
        var times = new TreeMap<String, Long>();
        for (var event : document.path("traceEvents")) {
            var lane = event.path("pid") + ":" + event.path("tid");
            if (event.path("name").asString().equals("thread_name")) {
                names.put(lane, event.path("args").path("name").asString());
            } else if (event.path("cat").asString("").equals("unit")) {
                times.merge(
                        names.get(lane) + "/" + event.path("name").asString(),
                        Math.round(event.path("dur").doubleValue() * 1_000),
                        Long::sum);
            }
        }
        return times;
    }

    @Test
    void every_format_is_written_and_standard_output_stays_empty() throws IOException {
        keep();
        for (var format : List.of("perfetto", "chrome", "csv", "run", "png", "svg")) {
            var file = directory.resolve("run." + format);
            assertThat(run("export", kept().toString(), "--to", format, file.toString()))
                    .isZero();
            assertThat(file).exists();
            assertThat(out.toString()).isEmpty();
        }
        assertThat(run("report", directory.resolve("run.run").toString())).isZero();
        assertThat(out.toString()).contains("Bounded buffer", "used == items");
    }

    @Test
    void a_picture_shows_the_part_asked_for() throws IOException {
        keep();
        var file = directory.resolve("part.svg").toString();

        run(
                "export",
                kept().toString(),
                file,
                "--to",
                "svg",
                "--from",
                "1ms",
                "--until",
                "2.5ms",
                "--dark",
                "--width",
                "400");

        assertThat(pictures)
                .containsExactly(new Picture(Picture.Kind.SVG, 400, RunCommand.HEIGHT, true, 1_000_000, 2_500_000));
    }

    @Test
    void what_cannot_be_is_said_with_its_place_and_its_cure() throws IOException {
        keep();
        var there = Files.writeString(directory.resolve("there"), "precious").toString();

        assertThat(run("export", kept().toString(), "--to", "chrome", there)).isEqualTo(2);
        assertThat(err.toString()).contains("there' is there already", "--force");
        assertThat(run("export", kept().toString(), "--to", "excel", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("excel", "perfetto, chrome, csv, run, png, svg");
        assertThat(run("export", "gone", "--to", "csv", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("nothing at 'gone'");
        assertThat(run("export", kept().toString(), "--to", "png", "x", "--from", "soon"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--from soon");
        assertThat(run("export", kept().toString(), "--to", "png", "x", "--from", "2ms", "--until", "1ms"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("ends after it begins");
        assertThat(run(
                        "export",
                        kept().toString(),
                        "--to",
                        "csv",
                        directory.resolve("no/such").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no such directory");
        assertThat(run("report", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("holds no run");
    }

    @Test
    void of_a_trace_that_was_cut_off_the_readable_part_is_told_and_what_is_missing() throws IOException {
        keep();
        var whole = Files.readAllBytes(kept().resolve("engine.trace"));
        var cut = Files.write(directory.resolve("cut.trace"), Arrays.copyOf(whole, 40_000));

        run("report", cut.toString());
        assertThat(out.toString()).isNotEmpty();
        assertThat(err.toString()).contains("cut.trace: at byte", "is missing");
        assertThat(run(
                        "export",
                        cut.toString(),
                        "--to",
                        "chrome",
                        directory.resolve("cut.json").toString()))
                .isZero();
        assertThat(err.toString()).contains("cut.trace: at byte");
    }

    private Path kept() {
        return directory.resolve("kept");
    }

    private void keep() {
        assertThat(run("run", "bounded-buffer", "--set", "items=25", "--trace", kept().toString()))
                .isZero();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        PictureWriter painter = (_, picture, file) -> {
            pictures.add(picture);
            Files.writeString(file, "picture");
        };
        return CommandLineMain.commandLine(
                        engines, painter, new Agreement(new Trust(directory.resolve("trusted")), _ -> Optional.empty()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }
}
