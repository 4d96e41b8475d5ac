package io.interleave.view.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the traces of the window's runs are kept: one directory each under the user's cache, named
/// `20261122-140233-041-lost-update`, of which the newest are kept.
public final class RunDirectories {

    private static final System.Logger LOG = System.getLogger(RunDirectories.class.getName());
    private static final int KEPT = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);
    private static final Pattern OURS = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-.*");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");

    private final Path root;
    private final Supplier<LocalDateTime> now;

    public RunDirectories(Path root, Supplier<LocalDateTime> now) {
        this.root = root;
        this.now = now;
    }

    /// The place that this system's users expect.
    public static Path defaultRoot(String os, Map<String, String> environment, Path home) {
        var system = os.toLowerCase(Locale.ROOT);
        Path cache;
        if (system.startsWith("windows")) {
            cache = directory(
                    environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
        } else if (system.startsWith("mac")) {
            cache = home.resolve("Library").resolve("Caches");
        } else {
            cache = directory(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"));
        }
        return cache.resolve("interleave").resolve("runs");
    }

    /// The directory of a run that begins now. Nothing is made yet.
    public Path next(String scenario) {
        return root.resolve(
                TIME.format(now.get()) + "-" + UNSAFE.matcher(scenario).replaceAll("-"));
    }

    /// Deletes all but the newest. What cannot be deleted stays, with a warning in the log.
    public void prune() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var all = Files.list(root)) {
            all.filter(it -> OURS.matcher(it.getFileName().toString()).matches())
                    .sorted(Comparator.comparing((Path it) -> it.getFileName().toString())
                            .reversed())
                    .skip(KEPT)
                    .forEach(RunDirectories::delete);
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the runs in " + root + " cannot be listed", unreadable);
        }
    }

    private static void delete(Path directory) {
        try (var inside = Files.walk(directory)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException undeletable) {
            LOG.log(System.Logger.Level.WARNING, "the old run " + directory + " cannot be deleted", undeletable);
        }
    }

    private static Path directory(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
