package io.interleave.run;

import io.interleave.model.Gallery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Which scenarios may start their commands without being asked about: those of the gallery, and those that the
/// person has said to trust. A scenario is known by its content alone, so that any edit asks again, and a file
/// that is moved does not.
public final class Trust {

    private static final String NAME = "trusted";

    private final Path file;

    /// @param file where it is kept: the SHA-256 of a scenario's text in each line
    public Trust(Path file) {
        this.file = file;
    }

    /// As this user has said.
    public static Trust ofThisUser() {
        return new Trust(UserFiles.ofThisUser(NAME));
    }

    /// Among what programs keep for a user on such a system.
    static Path defaultFile(String os, Map<String, String> environment, Path home) {
        return UserFiles.directory(os, environment, home).resolve(NAME);
    }

    /// Where what cannot be read is kept, nobody is trusted but the gallery.
    public boolean isTrusted(String scenario) {
        if (Gallery.entries().stream().anyMatch(it -> it.text().equals(scenario))) {
            return true;
        }
        try {
            return lines().contains(hash(scenario));
        } catch (IOException _) {
            return false;
        }
    }

    /// From now on this very text is trusted.
    ///
    /// @throws IOException if that cannot be kept
    public void trust(String scenario) throws IOException {
        if (!lines().contains(hash(scenario))) {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Files.writeString(file, hash(scenario) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static String hash(String scenario) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(scenario.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
