package io.interleave.view.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the traces of the window's runs are kept: one directory each under the user's cache, named
/// `20261122-140233-041-lost-update`.
public final class RunDirectories {

    private static final System.Logger LOG = System.getLogger(RunDirectories.class.getName());
    private static final String SET_ASIDE = ".deleted-";
    private static final String ELSEWHERE = "elsewhere";
    private static final int TIME_LENGTH = "yyyyMMdd-HHmmss-SSS".length();
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

    /// Those of all runs there are, in no order. Empty where none can be listed.
    List<Path> all() {
        return list(root, it -> OURS.matcher(it).matches());
    }

    /// Those that were set aside to be deleted.
    List<Path> setAside() {
        return list(root, it -> it.startsWith(SET_ASIDE));
    }

    /// Those of what is known of runs that are kept by others.
    List<Path> elsewhere() {
        return list(root.resolve(ELSEWHERE), _ -> true);
    }

    /// Where what is known of a run is kept that itself is somewhere else.
    Path elsewhere(Path run) {
        var path = run.toAbsolutePath().normalize().toString();
        return root.resolve(ELSEWHERE)
                .resolve(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private static List<Path> list(Path root, Predicate<String> named) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var all = Files.list(root)) {
            return all.filter(it -> named.test(it.getFileName().toString()))
                    .filter(it -> Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the runs in " + root + " cannot be listed", unreadable);
            return List.of();
        }
    }

    /// Where a run is set aside that process `pid` is to delete.
    Path setAside(Path run, long pid) {
        return root.resolve(SET_ASIDE + pid + "-" + run.getFileName());
    }

    /// The process that has set it aside, or -1.
    static long setAsideBy(Path directory) {
        var rest = directory.getFileName().toString().substring(SET_ASIDE.length());
        try {
            return Long.parseLong(rest.substring(0, Math.max(0, rest.indexOf('-'))));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /// When the run of that directory began, by its name; the epoch where that is no time.
    static Instant begun(Path directory) {
        var name = directory.getFileName().toString();
        try {
            return LocalDateTime.parse(name.substring(0, TIME_LENGTH), TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            return Instant.EPOCH;
        }
    }

    /// What was run in that directory, by its name.
    public static String scenario(Path directory) {
        var name = directory.getFileName().toString();
        return OURS.matcher(name).matches() ? name.substring(TIME_LENGTH + 1) : name;
    }

    private static Path directory(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
