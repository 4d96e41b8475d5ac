package io.interleave.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.testkit.RunScript;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChromeExportTest {

    @TempDir
    private Path directory;

    @Test
    void the_spans_of_each_unit_add_up_to_where_its_time_went() throws IOException {
        var run = Samples.small(directory);

        assertThat(times(events(run))).isEqualTo(Samples.times(run.timeline())).hasSizeGreaterThan(5);
    }

    @Test
    void a_span_says_what_the_unit_did_waited_for_and_who_ended_it() throws IOException {
        var wait = events(Samples.small(directory)).stream()
                .filter(it -> it.path("name").asString().equals("lock-wait"))
                .toList();

        assertThat(wait).hasSize(1);
        assertThat(wait.get(0).path("args").toString())
                .isEqualTo(
                        "{\"step\":\"step\",\"line\":7,\"resource\":\"mutex\",\"holder\":\"unit 0\",\"ended\":\"met\","
                                + "\"ended_by\":\"unit 0\"}");
        assertThat(wait.get(0).path("dur").decimalValue().toPlainString()).isEqualTo("0.089");
    }

    @Test
    void each_core_and_lock_has_the_spans_of_its_lane_and_who_had_it() throws IOException {
        var events = events(Samples.small(directory));

        assertThat(names(events, "core 0")).containsExactly("unit 0", "another thread", "unit 0", "unit 0");
        assertThat(names(events, "mutex")).containsExactly("unit 0", "unit 1");
    }

    /// Nothing is drawn behind the last sample.
    @Test
    void a_counter_has_a_sample_for_each_value_and_level_and_the_last_again_at_the_end() throws IOException {
        var events = events(Samples.small(directory));

        assertThat(samples(events, "count")).containsExactly("{\"value\":0}", "{\"value\":41}", "{\"value\":41}");
        assertThat(samples(events, "ratio")).containsExactly("{\"value\":0.5}", "{\"value\":0.5}");
        assertThat(events.stream()
                        .filter(it -> it.path("name").asString().equals("ratio"))
                        .map(it -> it.path("ts").decimalValue().toPlainString()))
                .containsExactly("0.0", "0.46");
        assertThat(samples(events, "queue")).startsWith("{\"amount\":1,\"waiting\":0}", "{\"amount\":0,\"waiting\":0}");
    }

    @Test
    void every_arrow_has_two_ends_that_lie_on_lanes() throws IOException {
        var run = Samples.small(directory);
        var events = events(run);
        var lanes = laneNames(events);
        var ends = new HashMap<String, List<String>>();
        for (var event : events) {
            if (event.path("cat").asString("").equals("arrow")) {
                ends.computeIfAbsent(event.path("id").toString(), _ -> new ArrayList<>())
                        .add("%s %s %s"
                                .formatted(
                                        event.path("ph").asString(),
                                        event.path("name").asString(),
                                        lanes.get(lane(event))));
            }
        }

        assertThat(ends).hasSize(Samples.arrows(run.timeline()));
        assertThat(ends.values())
                .containsExactlyInAnyOrder(
                        List.of("s start unit 0", "f start unit 1"),
                        List.of("s item unit 0", "f item unit 1"),
                        List.of("s wake unit 0", "f wake unit 1"),
                        List.of("s wake tick,er\n\"two\"", "f wake unit 0"));
    }

    /// A viewer takes the two ends of an arrow for one thing, and complains where both say something of it.
    @Test
    void what_else_is_known_of_an_arrow_stands_at_its_beginning_alone() throws IOException {
        var events = events(Samples.small(directory));

        assertThat(arrows(events, "s"))
                .filteredOn(it -> it.path("args").has("resource"))
                .isNotEmpty();
        assertThat(arrows(events, "f"))
                .isNotEmpty()
                .allMatch(it -> it.path("args").isMissingNode());
    }

    private static List<JsonNode> arrows(List<JsonNode> events, String phase) {
        return events.stream()
                .filter(it -> it.path("ph").asString().equals(phase))
                .toList();
    }

    /// An arrow is drawn from the span at its time to the span at its time, and left out where there is none.
    @Test
    void every_arrow_begins_and_ends_within_a_span_of_its_unit() throws IOException {
        var events = events(Samples.small(directory));
        var ends = new ArrayList<>(arrows(events, "s"));
        ends.addAll(arrows(events, "f"));

        assertThat(ends)
                .allMatch(end -> events.stream()
                        .filter(it -> it.path("ph").asString().equals("X") && lane(it).equals(lane(end)))
                        .anyMatch(span -> {
                            double since = end.path("ts").doubleValue()
                                    - span.path("ts").doubleValue();
                            return since >= 0 && since < span.path("dur").doubleValue();
                        }));
    }

    /// What a process has written is read when that one is gone.
    @Test
    void an_arrow_from_behind_the_end_of_its_unit_begins_in_its_last_span_and_says_so() throws IOException {
        var script = new RunScript(directory)
                .unit(0)
                .unit(1)
                .resource(Samples.QUEUE, "queue", "queue")
                .at(1_000)
                .starts(0, 100)
                .starts(1, 101)
                .at(1_100)
                .ends(0)
                .at(1_150)
                .event(EventKind.PUT, 0, Samples.QUEUE, 1, 0)
                .at(1_200)
                .event(EventKind.TAKE, 1, Samples.QUEUE, 1, 0)
                .at(1_300)
                .ends(1)
                .end(Definition.How.COMPLETED);
        var events = events(new KeptRun(script.directory(), script.timeline()));

        assertThat(arrows(events, "s")).hasSize(1);
        assertThat(arrows(events, "s").getFirst().path("ts").doubleValue()).isEqualTo(0.099);
        assertThat(arrows(events, "s").getFirst().path("args").toString())
                .isEqualTo("{\"resource\":\"queue\",\"begins_later_ns\":51}");
        assertThat(arrows(events, "f").getFirst().path("ts").doubleValue()).isEqualTo(0.2);
    }

    @Test
    void every_lane_is_named_once_has_a_place_and_cores_come_before_units() throws IOException {
        var events = events(Samples.small(directory));

        assertThat(metadata(events, "thread_name"))
                .hasSameSizeAs(Map.copyOf(laneNames(events)).keySet())
                .hasSameSizeAs(metadata(events, "thread_sort_index"));
        assertThat(events.stream()
                        .filter(it -> it.path("ph").asString().equals("X"))
                        .map(ChromeExportTest::lane)
                        .distinct())
                .isSubsetOf(laneNames(events).keySet());
        var ranks = new HashMap<Integer, Integer>();
        metadata(events, "process_sort_index")
                .forEach(it -> ranks.put(
                        it.path("pid").intValue(),
                        it.path("args").path("sort_index").intValue()));
        var titles = new TreeMap<Integer, String>();
        metadata(events, "process_name")
                .forEach(it -> titles.put(
                        ranks.get(it.path("pid").intValue()),
                        it.path("args").path("name").asString()));
        assertThat(titles.values()).containsExactly("cores", "units", "locks", "resources");
    }

    private static List<JsonNode> metadata(List<JsonNode> events, String name) {
        return events.stream()
                .filter(it -> it.path("name").asString().equals(name))
                .toList();
    }

    /// speedscope subtracts a lane's first time, adds the duration, and takes a span that begins before another
    /// one's end for a part of that, both as binary fractions.
    @Test
    void no_span_reaches_into_the_next_one_where_times_are_binary_fractions() throws IOException {
        var run = Samples.restless(directory, 20_000);
        var spans = events(run).stream()
                .filter(it -> it.path("ph").asString().equals("X"))
                .toList();
        double base = spans.get(0).path("ts").doubleValue();
        double end = 0;
        for (var span : spans) {
            double start = span.path("ts").doubleValue() - base;
            assertThat(end).isLessThanOrEqualTo(start);
            end = start + span.path("dur").doubleValue();
            assertThat(end).isCloseTo(start + span.path("dur").doubleValue(), within(1e-5));
        }

        assertThat(spans).hasSizeGreaterThanOrEqualTo(20_000);
        assertThat(times(events(run))).isEqualTo(Samples.times(run.timeline()));
    }

    @Test
    void of_a_large_group_every_unit_has_a_lane_and_a_counter_tells_of_all_together() throws IOException {
        var run = Samples.crowd(directory);
        var events = events(run);
        var counts = samples(events, "many: units by state").stream()
                .map(it -> it.replaceAll(".*\"sleeping\":(\\d+).*", "$1"))
                .map(Integer::valueOf)
                .toList();

        assertThat(times(events)).isEqualTo(Samples.times(run.timeline())).hasSize(100);
        assertThat(counts).contains(50, 100).endsWith(0);
        assertThat(counts.subList(0, counts.size() - 1)).isSorted();
    }

    @Test
    void the_metadata_say_what_was_run_and_where_zero_lies() throws IOException {
        var document = document(Samples.small(directory));

        assertThat(document.path("metadata").path("title").asString()).isEqualTo("Small, \"quoted\" and <odd>");
        assertThat(document.path("metadata").path("clock-of-zero-ns").longValue())
                .isEqualTo(1_000);
        assertThat(document.path("metadata").path("ended").asString()).isEqualTo("completed");
        assertThat(document.path("displayTimeUnit").asString()).isEqualTo("ns");
    }

    private JsonNode document(KeptRun run) throws IOException {
        var file = directory.resolve("run.json");
        assertThat(Export.to(Format.CHROME, run, file, true, _ -> true)).isTrue();
        return new JsonMapper().readTree(file);
    }

    private List<JsonNode> events(KeptRun run) throws IOException {
        return document(run).path("traceEvents").valueStream().toList();
    }

    private static String lane(JsonNode event) {
        return event.path("pid") + ":" + event.path("tid");
    }

    private static Map<String, String> laneNames(List<JsonNode> events) {
        var names = new HashMap<String, String>();
        events.stream()
                .filter(it -> it.path("name").asString().equals("thread_name"))
                .forEach(it -> names.put(lane(it), it.path("args").path("name").asString()));
        return names;
    }

    private static List<String> names(List<JsonNode> events, String lane) {
        var lanes = laneNames(events);
        return events.stream()
                .filter(it -> it.path("ph").asString().equals("X"))
                .filter(it -> lane.equals(lanes.get(lane(it))))
                .map(it -> it.path("name").asString())
                .toList();
    }

    private static List<String> samples(List<JsonNode> events, String counter) {
        return events.stream()
                .filter(it -> it.path("ph").asString().equals("C"))
                .filter(it -> it.path("name").asString().equals(counter))
                .map(it -> it.path("args").toString())
                .toList();
    }

    /// Durations to the nanosecond, by unit and state.
    private static Map<String, Long> times(List<JsonNode> events) {
        var lanes = laneNames(events);
        var times = new TreeMap<String, Long>();
        for (var event : events) {
            if (event.path("cat").asString("").equals("unit")) {
                long nanos = Math.round(event.path("dur").doubleValue() * 1_000);
                times.merge(lanes.get(lane(event)) + "/" + event.path("name").asString(), nanos, Long::sum);
            }
        }
        return times;
    }
}
