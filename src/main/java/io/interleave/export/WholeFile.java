package io.interleave.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;

/// Writes a file or a directory as a whole or not at all: beside its place, and then moved there. Whatever goes
/// wrong, nothing is left behind, and what was there before stays.
final class WholeFile {

    private WholeFile() {}

    /// @param overwrite whether a file that is there already may be replaced
    /// @throws FileAlreadyExistsException if there is one and it may not
    static void write(Path out, boolean overwrite, Export.Content content) throws IOException {
        var target = target(out);
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(out.toString(), null, "that is a directory; expected a file");
        }
        if (!overwrite && Files.exists(target)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        var beside = beside(target);
        try (var _ = new Leftovers(beside)) {
            content.writeTo(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// An empty directory that is there already is taken; of another one, files of the same names are replaced,
    /// each as a whole.
    ///
    /// @param overwrite whether there may be something in it already
    /// @throws FileAlreadyExistsException if there is, and may not be
    static void writeDirectory(Path out, boolean overwrite, Export.Content content) throws IOException {
        var target = target(out);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(out.toString(), null, "that is a file; expected a directory");
        }
        if (!overwrite && Files.exists(target) && !isEmpty(target)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        var beside = beside(target);
        try (var _ = new Leftovers(beside)) {
            Files.createDirectory(beside);
            content.writeTo(beside);
            Files.createDirectories(target);
            try (var made = Files.list(beside)) {
                for (var file : made.toList()) {
                    Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private static Path target(Path out) throws IOException {
        var target = out.toAbsolutePath().normalize();
        var parent = target.getParent();
        if (parent == null || target.getFileName() == null) {
            throw new FileAlreadyExistsException(out.toString(), null, "that is a directory; expected a file");
        }
        if (!Files.isDirectory(parent)) {
            throw new NoSuchFileException(parent.toString(), null, "there is no such directory to write into");
        }
        return target;
    }

    private static Path beside(Path target) {
        return target.resolveSibling(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }

    /// What is made beside the place, and deleted whatever happens: also when the program is told to end.
    private static final class Leftovers implements AutoCloseable {
        private final Path place;
        private final Thread atTheEnd = Thread.ofPlatform().unstarted(this::deleteAtTheEnd);

        Leftovers(Path place) {
            this.place = place;
            Runtime.getRuntime().addShutdownHook(atTheEnd);
        }

        private void deleteAtTheEnd() {
            try {
                delete(place);
            } catch (IOException e) {
                throw new UncheckedIOException("what was left beside the export cannot be deleted", e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                Runtime.getRuntime().removeShutdownHook(atTheEnd);
            } catch (IllegalStateException _) {
                // The program is ending, and the thread is at work.
                return;
            }
            delete(place);
        }
    }

    /// A file, or a directory with all that is in it; nothing if there is none.
    static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
