package io.interleave.view.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the user has set, in a file beside the list of trusted scenarios. Where it cannot be read, all is as it
/// was at first.
public final class UserSettings {

    private static final String RUNS_LIMIT = "runsLimitBytes";
    private static final String RECENT_FILES = "recentFiles";
    private static final int MOST_RECENT = 12;
    private static final String TOUR_OFFERED = "tourOffered";
    private static final int VERSION = 1;

    private final Path file;

    public UserSettings(Path file) {
        this.file = file;
    }

    /// What kept runs may take on disk, in bytes.
    public long runsLimit() {
        long limit =
                JsonFile.read(file).map(it -> it.path(RUNS_LIMIT).asLong(0)).orElse(0L);
        return limit > 0 ? limit : DiskLimit.DEFAULT;
    }

    /// @throws IOException if that cannot be kept
    public void runsLimit(long bytes) throws IOException {
        change(json -> json.put(RUNS_LIMIT, bytes));
    }

    /// The scenario files that were opened or saved last, the latest first, also those that are gone.
    public List<Path> recentFiles() {
        return JsonFile.read(file).map(UserSettings::recent).orElse(List.of());
    }

    private static List<Path> recent(ObjectNode json) {
        return json.path(RECENT_FILES).valueStream().flatMap(UserSettings::path).toList();
    }

    private static Stream<Path> path(JsonNode written) {
        try {
            return written.isString() ? Stream.of(Path.of(written.asString(""))) : Stream.of();
        } catch (InvalidPathException _) {
            return Stream.of();
        }
    }

    /// That file is the latest.
    ///
    /// @throws IOException if that cannot be kept
    public void used(Path scenario) throws IOException {
        change(json -> {
            var others = recent(json).stream().filter(it -> !it.equals(scenario));
            var all = json.putArray(RECENT_FILES);
            Stream.concat(Stream.of(scenario), others).limit(MOST_RECENT).forEach(it -> all.add(it.toString()));
        });
    }

    /// Whether the user has been offered the tour.
    public boolean tourOffered() {
        return JsonFile.read(file)
                .map(it -> it.path(TOUR_OFFERED).asBoolean(false))
                .orElse(false);
    }

    /// @throws IOException if that cannot be kept
    public void tourOffered(boolean offered) throws IOException {
        change(json -> json.put(TOUR_OFFERED, offered));
    }

    /// What is set on one thread must not undo what is set on another.
    private synchronized void change(Consumer<ObjectNode> set) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var json = JsonFile.read(file).orElseGet(JsonFile::empty);
        if (json.path("version").asInt(0) < VERSION) {
            json.put("version", VERSION);
        }
        set.accept(json);
        JsonFile.write(file, json);
    }
}
