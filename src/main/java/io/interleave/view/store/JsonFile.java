package io.interleave.view.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A small file that holds one JSON object. Read with patience: what is absent, broken or no object is nothing.
/// Written whole or not at all, so that whoever reads meanwhile finds the one before or the new one.
final class JsonFile {

    private static final long MOST_BYTES = 1 << 20;

    /// Escapes what is not ASCII: half a character, as it may be left by an edit, has no bytes in UTF-8.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonFile() {}

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    static Optional<ObjectNode> read(Path file) {
        return read(file, MOST_BYTES);
    }

    /// @param most a file of more bytes is not read
    static Optional<ObjectNode> read(Path file, long most) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > most) {
                return Optional.empty();
            }
            return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    static void write(Path file, ObjectNode content) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        var whole = Files.createTempFile(directory, file.getFileName().toString(), ".tmp");
        try {
            Files.write(whole, JSON.writeValueAsBytes(content));
            try {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
