package io.interleave.run;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/// Turns messages into lines and back.
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    /// The line, with its newline.
    static byte[] line(Message message) {
        return (JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// @throws tools.jackson.core.JacksonException if it is no message
    static Message message(String line) {
        return JSON.readValue(line, Message.class);
    }
}
