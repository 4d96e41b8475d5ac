package io.interleave.view.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the user has set, in a file beside the list of trusted scenarios. Where it cannot be read, all is as it
/// was at first.
public final class UserSettings {

    private static final String RUNS_LIMIT = "runsLimitBytes";
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
        Files.createDirectories(file.toAbsolutePath().getParent());
        var json = JsonFile.read(file).orElseGet(JsonFile::empty);
        if (json.path("version").asInt(0) < VERSION) {
            json.put("version", VERSION);
        }
        json.put(RUNS_LIMIT, bytes);
        JsonFile.write(file, json);
    }
}
