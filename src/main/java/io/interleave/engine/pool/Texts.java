package io.interleave.engine.pool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A list of texts as bytes: how many, and of each its length and its UTF-8.
final class Texts {

    private Texts() {}

    static Bytes bytes(List<String> texts) {
        var bytes = new Bytes();
        try (var output = new DataOutputStream(bytes.output())) {
            output.writeInt(texts.size());
            for (var text : texts) {
                var utf8 = utf8(text);
                output.writeInt(utf8.length);
                output.write(utf8);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return bytes;
    }

    /// @throws IOException if that is no list of texts
    static List<String> texts(Bytes bytes) throws IOException {
        var texts = new ArrayList<String>();
        try (var input = new DataInputStream(bytes.input(0))) {
            int count = input.readInt();
            for (int i = 0; i < count; i++) {
                texts.add(text(input));
            }
        }
        return texts;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The text whose length and UTF-8 come next.
    static String text(DataInputStream input) throws IOException {
        int length = input.readInt();
        if (length < 0 || length > input.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }
}
