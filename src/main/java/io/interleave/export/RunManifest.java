package io.interleave.export;

import io.interleave.trace.Definition;
import io.interleave.trace.TraceWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run as a single file says of itself.
///
/// @param title of the scenario
/// @param knobs the settings that it was started with, as text
/// @param epochMillis when it was recorded; 0 where that is not known
/// @param files the run's own trace first
public record RunManifest(String title, Map<String, String> knobs, long epochMillis, List<File> files) {

    /// One file of the run.
    public record File(String name, long bytes) {}

    /// The newest version of the format that this program reads, and the one that it writes.
    private static final int VERSION = 1;

    /// How the names of traces end.
    static final String TRACE = ".trace";

    /// More files than any run has.
    static final int MOST = 64;

    /// Many times what a run may record.
    private static final long MOST_BYTES = 8L << 30;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.trace");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public RunManifest {
        knobs = Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
        files = List.copyOf(files);
    }

    static RunManifest of(KeptRun run, List<File> files) {
        var told = run.timeline().run();
        var named = new ArrayList<>(files);
        named.set(0, new File(TraceWriter.ENGINE_TRACE, files.getFirst().bytes()));
        return new RunManifest(
                run.title(),
                told.map(Definition.Run::settings).orElse(Map.of()),
                told.map(Definition.Run::epochMillis).orElse(0L),
                named);
    }

    /// Whether a trace is called as a run's own is.
    static boolean isMain(Path trace) {
        return trace.getFileName().toString().equals(TraceWriter.ENGINE_TRACE);
    }

    /// Bytes of all files.
    long bytes() {
        return files.stream().mapToLong(File::bytes).sum();
    }

    byte[] toJson() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("interleave-run", VERSION);
        document.put("title", title);
        document.put("knobs", knobs);
        document.put("recorded-epoch-millis", epochMillis);
        document.put(
                "files",
                files.stream()
                        .map(it -> Map.of("name", it.name(), "bytes", it.bytes()))
                        .toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    /// @param place that messages name
    static RunManifest read(Path place, byte[] json) throws UnreadableRun {
        try {
            var document = JSON.readTree(json);
            int version = document.path("interleave-run").asInt(0);
            if (version < 1) {
                throw new UnreadableRun("'%s' is not a run of Interleave".formatted(place));
            }
            if (version > VERSION) {
                throw new UnreadableRun(
                        "'%s' was made by a newer version of Interleave: its format is %d, this one reads up to %d"
                                .formatted(place, version, VERSION));
            }
            var knobs = new LinkedHashMap<String, String>();
            document.path("knobs")
                    .propertyStream()
                    .forEach(it -> knobs.put(it.getKey(), it.getValue().asString("")));
            return new RunManifest(
                    document.path("title").asString(""),
                    knobs,
                    document.path("recorded-epoch-millis").asLong(0),
                    files(place, document.path("files")));
        } catch (JacksonException e) {
            throw new UnreadableRun("'%s' is damaged, or no run of Interleave: its manifest is not in order (%s)"
                    .formatted(place, e.getOriginalMessage()));
        }
    }

    private static List<File> files(Path place, JsonNode list) throws UnreadableRun {
        var files = new ArrayList<File>();
        var names = new HashSet<String>();
        for (var entry : list) {
            var name = entry.path("name").asString("");
            long bytes = entry.path("bytes").asLong(-1);
            if (!NAME.matcher(name).matches() || !names.add(name) || bytes < 0) {
                throw new UnreadableRun("'%s' names a file that no run has: '%s'".formatted(place, name));
            }
            if (files.stream().mapToLong(File::bytes).sum() > MOST_BYTES - bytes) {
                throw new UnreadableRun("'%s' says that it unpacks to more than the %,d MiB that are read"
                        .formatted(place, MOST_BYTES >> 20));
            }
            files.add(new File(name, bytes));
        }
        if (!names.contains(TraceWriter.ENGINE_TRACE) || files.size() > MOST) {
            throw new UnreadableRun("'%s' does not name the trace of a run".formatted(place));
        }
        return files;
    }
}
