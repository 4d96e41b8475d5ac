package io.interleave.view.editor.files;

import io.interleave.export.Export;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;

/// Reads and writes files of text in UTF-8, such that what is read and written again has the very bytes: with the
/// byte order mark, the line ends and the missing end of the last line that it had.
final class TextFile {

    private static final long MOST_BYTES = 16 << 20;

    /// What came of one look at a file.
    sealed interface Content {

        /// Encoded again it is what the file has, byte for byte.
        record Text(String text) implements Content {}

        /// Other bytes than those of a text, or too many of them.
        record NoText() implements Content {}

        record Missing() implements Content {}

        /// @param why a few words
        record Unreadable(String why) implements Content {}
    }

    private TextFile() {}

    static Content read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Content.NoText();
            }
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new Content.Text(
                    decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString());
        } catch (CharacterCodingException _) {
            return new Content.NoText();
        } catch (NoSuchFileException _) {
            return new Content.Missing();
        } catch (IOException failed) {
            return new Content.Unreadable(why(failed));
        }
    }

    /// Writes a file as a whole or not at all. It keeps its permissions, and a link stays one.
    ///
    /// @param overwrite whether what is there already may be replaced
    static void write(Path file, String text, boolean overwrite) throws IOException {
        boolean there = Files.exists(file);
        var place = there ? file.toRealPath() : file;
        if (there && overwrite && !Files.isWritable(place)) {
            throw new AccessDeniedException(file.toString());
        }
        Export.whole(place, overwrite, part -> {
            try (var out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            if (there) {
                keepPermissions(place, part);
            }
        });
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var had = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var gets = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (had != null && gets != null) {
            gets.setPermissions(had.readAttributes().permissions());
        }
    }

    /// Why a file could not be read or written and what to do about it, in sentences.
    static String why(IOException failed) {
        var said = failed instanceof FileSystemException it && it.getReason() != null
                ? it.getReason()
                : String.valueOf(failed.getMessage());
        return switch (failed) {
            case AccessDeniedException _ -> Messages.text("files.denied");
            case NoSuchFileException _ -> Messages.text("files.folder");
            case FileAlreadyExistsException it when it.getReason() == null -> Messages.text("files.exists");
            default -> isFull(said) ? Messages.text("files.full") : Messages.text("files.other", said);
        };
    }

    /// Java has no exception of its own for a full disk: only the system's words.
    private static boolean isFull(String said) {
        var words = said.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }
}
