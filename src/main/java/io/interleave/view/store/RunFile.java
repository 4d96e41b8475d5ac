package io.interleave.view.store;

import io.interleave.view.store.KeptRun.KnobValue;
import io.interleave.view.store.KeptRun.Marks;
import io.interleave.view.store.KeptRun.Result;
import io.interleave.view.store.KeptRun.Tone;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The file beside a trace of the store, or for a trace elsewhere, that holds what is known of the run. It is a
/// convenience: what is missing in it has
/// a default, and all but the user's own marks can be had from the trace. Fields of a later version stay as
/// they are when a mark is changed.
final class RunFile {

    static final String NAME = "run.json";

    /// Where the run is of which a file tells that does not lie beside it.
    private static final String ELSEWHERE = "elsewhere";

    private static final int VERSION = 1;

    private RunFile() {}

    /// What is known of the run in `otherwise`'s directory, and `otherwise` where nothing is said.
    static KeptRun read(KeptRun otherwise) {
        return JsonFile.read(file(otherwise)).map(it -> read(it, otherwise)).orElse(otherwise);
    }

    /// Where the run is of which the file in that directory tells, if it is elsewhere.
    static Optional<Path> elsewhere(Path about) {
        try {
            return JsonFile.read(about.resolve(NAME))
                    .map(it -> it.path(ELSEWHERE).asString(""))
                    .filter(it -> !it.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Writes all that is known of the run.
    static void write(KeptRun run) throws IOException {
        var json = JsonFile.read(file(run)).orElseGet(JsonFile::empty);
        if (json.path("version").asInt(0) < VERSION) {
            json.put("version", VERSION);
        }
        if (run.place() == KeptRun.Place.ELSEWHERE) {
            json.put(ELSEWHERE, run.directory().toString());
        }
        json.put("scenario", run.scenario());
        json.put("title", run.title());
        json.put("startedAt", run.at().toString());
        json.put("cores", run.cores());
        json.put("bytes", run.bytes());
        var knobs = json.putArray("knobs");
        for (var knob : run.knobs()) {
            knobs.addObject()
                    .put("name", knob.name())
                    .put("label", knob.label())
                    .put("value", knob.value())
                    .put("telling", knob.telling());
        }
        run.result().ifPresent(it -> put(json, it));
        put(json, run.marks());
        JsonFile.write(file(run), json);
    }

    /// Writes what the user has said of the run, and leaves all else as it is on disk.
    static void writeMarks(KeptRun run) throws IOException {
        var json = JsonFile.read(file(run));
        if (json.isEmpty()) {
            write(run);
            return;
        }
        put(json.get(), run.marks());
        JsonFile.write(file(run), json.get());
    }

    private static Path file(KeptRun run) {
        return run.about().resolve(NAME);
    }

    private static void put(ObjectNode json, Marks marks) {
        json.put("name", marks.name());
        json.put("note", marks.note());
        json.put("pinned", marks.pinned());
    }

    private static void put(ObjectNode json, Result result) {
        json.put("end", result.end());
        json.put("result", result.words());
        json.put("tone", result.tone().name());
        json.put("elapsedNanos", result.elapsed().toNanos());
        json.put("wallNanos", result.wall().toNanos());
    }

    private static KeptRun read(JsonNode json, KeptRun otherwise) {
        return new KeptRun(
                otherwise.directory(),
                otherwise.about(),
                at(json, otherwise.at()),
                json.path("scenario").asString(otherwise.scenario()),
                json.path("title").asString(otherwise.title()),
                new Marks(
                        json.path("name").asString(""),
                        json.path("note").asString(""),
                        json.path("pinned").asBoolean(false)),
                knobs(json.path("knobs")),
                Math.max(0, json.path("cores").asInt(0)),
                result(json),
                otherwise.bytes(),
                otherwise.place());
    }

    private static Instant at(JsonNode json, Instant otherwise) {
        try {
            return Instant.parse(json.path("startedAt").asString(""));
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    private static List<KnobValue> knobs(JsonNode list) {
        var knobs = new ArrayList<KnobValue>();
        for (var knob : list) {
            var name = knob.path("name").asString("");
            knobs.add(new KnobValue(
                    name,
                    knob.path("label").asString(name),
                    knob.path("value").asString(""),
                    knob.path("telling").asBoolean(false)));
        }
        return knobs;
    }

    private static Optional<Result> result(JsonNode json) {
        if (!json.path("end").isString()) {
            return Optional.empty();
        }
        return Optional.of(new Result(
                json.path("end").asString(""),
                json.path("result").asString(""),
                tone(json.path("tone").asString("")),
                Duration.ofNanos(Math.max(0, json.path("elapsedNanos").asLong(0))),
                Duration.ofNanos(Math.max(0, json.path("wallNanos").asLong(0)))));
    }

    private static Tone tone(String name) {
        for (var tone : Tone.values()) {
            if (tone.name().equals(name)) {
                return tone;
            }
        }
        return Tone.OPEN;
    }
}
