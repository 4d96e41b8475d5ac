package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Puts the definitions together again from the chunks over which they are spread.
final class DefinitionReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build()
            .readerFor(Definition.class);

    /// A damaged trace is to be read nevertheless.
    private static final long LONGEST_LAG = 1_000_000_000;

    private final List<OpenChunk> chunks = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long nextSequence;

    /// Whether the beginning of the line under way is missing.
    private boolean broken;

    private boolean coresAreWatched;
    private long lag;

    void add(OpenChunk chunk) {
        chunks.add(chunk);
    }

    /// Whether the definitions say that somebody tells of all that happens on the cores.
    boolean coresAreWatched() {
        return coresAreWatched;
    }

    /// Nanoseconds by which some events come late.
    long lag() {
        return lag;
    }

    void read(TraceListener listener) {
        for (var all = chunks.iterator(); all.hasNext(); ) {
            var chunk = all.next();
            chunk.hasSuccessor = all.hasNext();
            if (!chunk.refresh() || !chunk.isIntact()) {
                listener.damaged(chunk.damage());
                all.remove();
                broken = true;
                line.reset();
                continue;
            }
            read(chunk, listener);
            if (chunk.isSealed() || chunk.hasSuccessor) {
                all.remove();
            }
        }
    }

    private void read(OpenChunk chunk, TraceListener listener) {
        if (chunk.consumed == 0 && chunk.hasNext()) {
            if (chunk.sequence != nextSequence) {
                broken = true;
                line.reset();
            }
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
            Definition definition = JSON.readValue(line.toByteArray());
            if (definition == null) {
                listener.damaged(new Damage(chunk.offset, "a definition that says nothing"));
                return;
            }
            if (definition instanceof Definition.Cores cores) {
                coresAreWatched = cores.source() != CoreSource.ESTIMATED;
            }
            if (definition instanceof Definition.Lag(long nanos)) {
                lag = Math.clamp(nanos, 0, LONGEST_LAG);
            }
            listener.defined(definition);
        } catch (JacksonException e) {
            listener.damaged(new Damage(chunk.offset, "a definition that cannot be read: " + e.getOriginalMessage()));
        }
    }
}
