package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

    @TempDir
    private Path directory;

    @Test
    void the_spans_of_each_unit_add_up_to_where_its_time_went() throws IOException {
        var run = Samples.small(directory);
        var times = new TreeMap<String, Long>();
        for (var span : table(run, "spans.csv")) {
            if (span.get("lane_kind").equals("unit")) {
                long nanos = Long.parseLong(span.get("end_ns")) - Long.parseLong(span.get("start_ns"));
                times.merge(span.get("lane") + "/" + span.get("state"), nanos, Long::sum);
            }
        }

        assertThat(times).isEqualTo(Samples.times(run.timeline()));
    }

    @Test
    void a_wait_names_what_was_waited_for_and_who_ended_it_by_the_ids_of_the_other_tables() throws IOException {
        var wait = table(Samples.small(directory), "spans.csv").stream()
                .filter(it -> it.get("state").equals("lock-wait"))
                .toList();

        assertThat(wait).hasSize(1);
        assertThat(wait.getFirst())
                .containsEntry("lane_id", "1")
                .containsEntry("start_ns", "16")
                .containsEntry("end_ns", "105")
                .containsEntry("resource_id", "0")
                .containsEntry("waits_for_unit_id", "0")
                .containsEntry("ended", "met")
                .containsEntry("ended_by_unit_id", "0")
                .containsEntry("step_id", "1")
                .containsEntry("task", "")
                .containsEntry("value", "");
    }

    @Test
    void values_and_levels_and_uses_of_locks_stand_in_columns_of_their_own() throws IOException {
        var spans = table(Samples.small(directory), "spans.csv");

        assertThat(column(spans, "lane", "count", "value")).containsExactly("0", "41");
        assertThat(column(spans, "lane", "ratio", "value")).containsExactly("0.5");
        assertThat(column(spans, "lane", "queue", "amount")).startsWith("1", "0");
        assertThat(column(spans, "lane", "mutex", "unit_id")).containsExactly("0", "1");
        assertThat(column(spans, "lane", "mutex", "waiters")).containsExactly("1", "0");
        assertThat(column(spans, "lane", "core 0", "os_thread_id")).containsExactly("100", "999", "100", "100");
    }

    @Test
    void there_is_a_row_for_every_event_unit_resource_step_and_arrow() throws IOException {
        var run = Samples.small(directory);

        assertThat(table(run, "events.csv")).hasSize((int) run.timeline().eventsKept());
        assertThat(column(table(run, "units.csv"), "kind", "thread", "os_thread_id"))
                .containsExactly("100", "101");
        assertThat(column(table(run, "resources.csv"), "kind", "variable", "value_type"))
                .containsExactlyInAnyOrder("whole", "decimal");
        assertThat(table(run, "steps.csv"))
                .containsExactly(Map.of("step_id", "1", "word", "step", "text", "step", "line", "7"));
        assertThat(table(run, "links.csv")).hasSize(Samples.arrows(run.timeline()));
        assertThat(table(run, "run.csv").getFirst())
                .containsEntry("title", "Small, \"quoted\" and <odd>")
                .containsEntry("end", "completed");
    }

    @Test
    void what_has_quotes_commas_and_line_breaks_reads_back_as_it_was() throws IOException {
        var units = table(Samples.small(directory), "units.csv");

        assertThat(units.get(2)).containsEntry("name", "tick,er\n\"two\"");
    }

    @Test
    void a_name_that_ends_so_is_a_zip_of_the_same_tables() throws IOException {
        var run = Samples.small(directory);
        var file = directory.resolve("run.zip");
        Export.to(Format.CSV, run, file, false, _ -> true);
        var rows = table(run, "spans.csv");

        try (var zip = new ZipFile(file.toFile())) {
            var text = new String(zip.getInputStream(zip.getEntry("spans.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rows(text)).isEqualTo(rows);
        }
    }

    private List<Map<String, String>> table(KeptRun run, String name) throws IOException {
        var out = directory.resolve("tables");
        assertThat(Export.to(Format.CSV, run, out, true, _ -> true)).isTrue();
        return rows(Files.readString(out.resolve(name)));
    }

    private static List<String> column(List<Map<String, String>> rows, String key, String value, String column) {
        return rows.stream()
                .filter(it -> it.get(key).equals(value))
                .map(it -> it.get(column))
                .toList();
    }

    /// Reads a table as RFC 4180 says.
    private static List<Map<String, String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted && letter == '"' && text.startsWith("\"\"", i)) {
                cell.append('"');
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && text.startsWith("\r\n", i)) {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
                i++;
            } else {
                cell.append(letter);
            }
        }
        assertThat(cell).isEmpty();
        var header = rows.removeFirst();
        return rows.stream()
                .map(it -> {
                    assertThat(it).hasSameSizeAs(header);
                    Map<String, String> named = new HashMap<>();
                    for (int column = 0; column < header.size(); column++) {
                        named.put(header.get(column), it.get(column));
                    }
                    return named;
                })
                .toList();
    }
}
