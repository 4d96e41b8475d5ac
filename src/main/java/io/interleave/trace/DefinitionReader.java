package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts the definitions together again from the chunks over which they are spread.
final class DefinitionReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<OpenChunk> chunks = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long nextSequence;

    /// Whether the beginning of the line under way is missing.
    private boolean broken;

    void add(OpenChunk chunk) {
        chunks.add(chunk);
    }

    void read(TraceListener listener) {
        for (var all = chunks.iterator(); all.hasNext(); ) {
            var chunk = all.next();
            if (!chunk.refresh()) {
                listener.damaged(chunk.damage());
                all.remove();
                continue;
            }
            if (chunk.hasNext()) {
                read(chunk, listener);
            }
            if (chunk.isDone()) {
                all.remove();
            }
        }
    }

    private void read(OpenChunk chunk, TraceListener listener) {
        if (chunk.consumed == 0) {
            broken |= chunk.sequence != nextSequence;
            nextSequence = chunk.sequence + 1;
        }
        for (; chunk.consumed < chunk.published; chunk.consumed++) {
            byte next = chunk.memory.get(BYTE, CHUNK_HEADER_SIZE + chunk.consumed);
            if (next != '\n') {
                line.write(next);
                continue;
            }
            if (!broken) {
                define(chunk, listener);
            }
            broken = false;
            line.reset();
        }
    }

    private void define(OpenChunk chunk, TraceListener listener) {
        try {
            listener.defined(JSON.readValue(line.toByteArray(), Definition.class));
        } catch (JacksonException e) {
            listener.damaged(
                    new Damage(chunk.offset, "a definition that cannot be read: " + e.getOriginalMessage()));
        }
    }
}
