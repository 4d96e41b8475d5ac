package io.interleave.export;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A run as one file that another person opens: a zip that has first a manifest and then the trace files of the
/// run's directory.
///
/// What comes from somebody else is not trusted. Only files that the manifest names are taken, each no longer
/// than it says; names are those of traces and lead nowhere else; and there must be room on the disk for all
/// before the first byte is written. Of a file that was cut off, what there is of the trace is kept.
public final class SingleFileRun {

    /// How the names of such files end, with the dot.
    public static final String EXTENSION = ".interleave-run";

    private static final String MANIFEST = "manifest.json";
    private static final int MANIFEST_LIMIT = 1 << 20;

    /// What must be left on the disk.
    private static final long KEEP_FREE = 64L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int BLOCK = 1 << 16;

    /// What was unpacked.
    ///
    /// @param manifest what the file says of itself
    /// @param damage what is wrong with the file, where only a part could be read; else empty
    public record Unpacked(RunManifest manifest, Optional<String> damage) {}

    private SingleFileRun() {}

    /// Whether the file begins as such a file does.
    static boolean isOne(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    static void write(KeptRun run, Path file, Export.Progress progress) throws IOException {
        var traces = traces(run);
        var sizes = new ArrayList<RunManifest.File>();
        long all = 0;
        for (var trace : traces) {
            long size = Files.size(trace);
            sizes.add(new RunManifest.File(trace.getFileName().toString(), size));
            all += size;
        }
        var manifest = RunManifest.of(run, sizes);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BLOCK))) {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(manifest.toJson());
            zip.closeEntry();
            long done = 0;
            for (int i = 0; i < traces.size(); i++) {
                zip.putNextEntry(new ZipEntry(manifest.files().get(i).name()));
                try (var in = Files.newInputStream(traces.get(i))) {
                    done += copy(in, zip, sizes.get(i).bytes(), done, all, progress);
                }
                zip.closeEntry();
            }
        }
    }

    /// The run's own trace, by the name that it has in every run, and others beside it.
    private static List<Path> traces(KeptRun run) throws IOException {
        var directory = run.trace().toAbsolutePath().getParent();
        var traces = new ArrayList<Path>(List.of(run.trace()));
        if (directory != null && RunManifest.isMain(run.trace())) {
            try (var others = Files.newDirectoryStream(directory, "*" + RunManifest.TRACE)) {
                for (var other : others) {
                    if (Files.isRegularFile(other) && !RunManifest.isMain(other) && traces.size() < RunManifest.MOST) {
                        traces.add(other);
                    }
                }
            }
        }
        return traces;
    }

    private static long copy(
            InputStream in, ZipOutputStream out, long bytes, long before, long all, Export.Progress progress)
            throws IOException {
        var block = new byte[BLOCK];
        long done = 0;
        int read = in.read(block);
        while (read > 0 && done < bytes) {
            out.write(block, 0, (int) Math.min(read, bytes - done));
            done += read;
            if (!progress.goesOn((double) (before + done) / all)) {
                throw new Cancelled();
            }
            read = in.read(block);
        }
        return done;
    }

    /// Unpacks a run's trace files into a directory, which is then one of a run.
    ///
    /// @param into an empty directory, or one that is not there yet
    /// @throws UnreadableRun if the file is none of these, is of a newer version, or holds what it should not
    public static Unpacked unpack(Path file, Path into) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            var manifest = manifest(file, zip);
            Files.createDirectories(into);
            long room = Files.getFileStore(into).getUsableSpace() - KEEP_FREE;
            if (manifest.bytes() > room) {
                throw new UnreadableRun("'%s' unpacks to %,d MiB, and there is no room for that at '%s'"
                        .formatted(file, manifest.bytes() >> 20, into));
            }
            return new Unpacked(manifest, files(file, zip, manifest, into));
        }
    }

    private static RunManifest manifest(Path file, ZipInputStream zip) throws IOException {
        try {
            var first = zip.getNextEntry();
            if (first == null || !first.getName().equals(MANIFEST)) {
                throw new UnreadableRun(
                        "'%s' is not a run of Interleave: its first part is no manifest".formatted(file));
            }
            var bytes = zip.readNBytes(MANIFEST_LIMIT + 1);
            if (bytes.length > MANIFEST_LIMIT) {
                throw new UnreadableRun("'%s' is not a run of Interleave: its manifest is too long".formatted(file));
            }
            return RunManifest.read(file, bytes);
        } catch (ZipException | EOFException e) {
            throw new UnreadableRun("'%s' is damaged, or no run of Interleave: %s".formatted(file, e.getMessage()));
        }
    }

    private static Optional<String> files(Path file, ZipInputStream zip, RunManifest manifest, Path into)
            throws IOException {
        Map<String, Long> expected = new HashMap<>();
        manifest.files().forEach(it -> expected.put(it.name(), it.bytes()));
        try {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var size = expected.remove(entry.getName());
                if (size == null) {
                    throw new UnreadableRun(
                            "'%s' holds '%s', which its manifest does not name".formatted(file, entry.getName()));
                }
                file(file, zip, entry.getName(), size, into);
            }
        } catch (ZipException | EOFException e) {
            return Optional.of("the file is damaged or cut off (%s)".formatted(e.getMessage()));
        }
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of("the file is cut off: %s is missing".formatted(String.join(", ", expected.keySet())));
    }

    private static void file(Path file, ZipInputStream zip, String name, long size, Path into) throws IOException {
        try (var out = Files.newOutputStream(into.resolve(name), StandardOpenOption.CREATE_NEW)) {
            var block = new byte[BLOCK];
            long left = size;
            int read = zip.read(block);
            while (read > 0) {
                left -= read;
                if (left < 0) {
                    throw new UnreadableRun("'%s' holds more of '%s' than its manifest says".formatted(file, name));
                }
                out.write(block, 0, read);
                read = zip.read(block);
            }
        }
    }
}
