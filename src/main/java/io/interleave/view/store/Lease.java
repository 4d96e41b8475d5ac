package io.interleave.view.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says that a process is alive: a lock on a file, which the system takes from a process whichever way it ends.
/// Unlike a process number it cannot come to mean another process.
final class Lease implements AutoCloseable {

    private static final String ENDING = ".lock";

    private final String name;
    private final Path file;
    private final FileChannel channel;

    private Lease(String name, Path file, FileChannel channel) {
        this.name = name;
        this.file = file;
        this.channel = channel;
    }

    /// One of this process, with its number and what makes it unique in its name.
    static Lease take(Path directory) throws IOException {
        var name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        return takeOver(directory, name)
                .orElseThrow(() -> new IOException("the lock of this process is held by another"));
    }

    /// The lease of that name, unless its process is alive.
    static Optional<Lease> takeOver(Path directory, String name) throws IOException {
        var file = directory.resolve(name + ENDING);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) != null) {
                return Optional.of(new Lease(name, file, channel));
            }
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        channel.close();
        return Optional.empty();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
