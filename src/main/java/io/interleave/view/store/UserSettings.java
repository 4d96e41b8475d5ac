package io.interleave.view.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// What the user has set, in a file beside the list of trusted scenarios. Where it cannot be read, all is as it
/// was at first.
public final class UserSettings {

    private static final String RUNS_LIMIT = "runsLimitBytes";
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

    private void change(Consumer<ObjectNode> change) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var json = JsonFile.read(file).orElseGet(JsonFile::empty);
        if (json.path("version").asInt(0) < VERSION) {
            json.put("version", VERSION);
        }
        change.accept(json);
        JsonFile.write(file, json);
    }
}
