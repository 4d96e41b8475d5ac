package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Writes the trace file of one process.
///
/// When the limit is reached or the disk is nearly full, events are no longer kept, only counted; nothing else
/// stops, and how the run ended is still told.
public final class TraceWriter implements AutoCloseable {

    /// The name of the engine's trace in a run's directory.
    public static final String ENGINE_TRACE = "engine.trace";

    /// What is left on the disk at which recording stops.
    public static final long KEEP_FREE = 256L << 20;

    private final JsonMapper json = JsonMapper.builder().build();
    private final TraceSpace space;
    private final DefinitionStream definitions;
    private final AtomicBoolean shortageTold = new AtomicBoolean();
    private final AtomicInteger writers = new AtomicInteger(DefinitionStream.WRITER + 1);

    private TraceWriter(TraceSpace space) {
        this.space = space;
        this.definitions = new DefinitionStream(space);
    }

    /// Creates the file, which must not exist yet. Where the disk is nearly full, no event is kept from the
    /// beginning.
    ///
    /// @param limit how many bytes the file may grow to, and some 2 MiB more for definitions; at least 1 MiB is
    ///     used
    /// @throws IOException also if there is no room at all; then there is no file either
    public static TraceWriter create(Path file, long limit) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        return create(file, limit, Files.getFileStore(directory)::getUsableSpace);
    }

    static TraceWriter create(Path file, long limit, ReservedFile.Disk disk) throws IOException {
        var reservedFile = new ReservedFile(file, header(), disk);
        try {
            return new TraceWriter(TraceSpace.in(reservedFile, limit, KEEP_FREE));
        } catch (IOException e) {
            reservedFile.close();
            Files.delete(file);
            throw e;
        }
    }

    private static ByteBuffer header() {
        var header = Arena.ofAuto().allocate(FILE_HEADER_SIZE, Long.BYTES);
        header.set(LONG, 0, FILE_MAGIC);
        header.set(INT, FILE_VERSION, VERSION);
        header.set(INT, FILE_HEADER_SIZE_AT, FILE_HEADER_SIZE);
        header.set(LONG, FILE_PID, ProcessHandle.current().pid());
        header.set(LONG, FILE_CLOCK, Clock.now());
        header.set(LONG, FILE_EPOCH_MILLIS, System.currentTimeMillis());
        header.set(INT, FILE_CRC, headerCrc(header));
        return header.asByteBuffer();
    }

    /// A writer of events for one thread.
    public EventWriter events() {
        return new EventWriter(space, writers.getAndIncrement());
    }

    /// A writer of events that also asks at each event which core it is on.
    public EventWriter events(IntSupplier core) {
        return new CoreNotingWriter(space, writers.getAndIncrement(), core);
    }

    /// Whether events are no longer kept.
    public boolean isFull() {
        return space.shortage().isPresent();
    }

    /// Writes a definition. Any event recorded after this returned may refer to it.
    ///
    /// Once events are no longer kept there is room for some 2 MiB of definitions, the last of it for how the
    /// run ended. What does not fit is left out, as is one of more than 1 MiB.
    public void define(Definition definition) {
        tellShortage();
        append(definition);
    }

    /// Says once why events are no longer kept, before whatever is said next.
    private void tellShortage() {
        var shortage = space.shortage();
        if (shortage.isPresent() && shortageTold.compareAndSet(false, true)) {
            append(new Definition.Note(-1, 0, "recording stopped: " + shortage.get()));
        }
    }

    private void append(Definition definition) {
        boolean pinned = Pin.pin();
        try {
            definitions.append(json.writeValueAsBytes(definition), keptFor(definition));
        } finally {
            Pin.unpin(pinned);
        }
    }

    /// How many bytes must remain for what is more important than this.
    private static long keptFor(Definition definition) {
        return switch (definition) {
            case Definition.End _ -> 0;
            case Definition.Failure _ -> 4 << 10;
            case Definition.Final _ -> 8 << 10;
            case Definition.Exit _, Definition.Note _ -> 32 << 10;
            case Definition.Lag _ -> 64 << 10;
            case Definition.Run _, Definition.Cores _, Definition.Unit _, Definition.Units _ -> 64 << 10;
            case Definition.Resource _, Definition.Step _, Definition.StartCost _ -> 64 << 10;
            case Definition.Line _, Definition.Text _, Definition.Program _, Definition.Forked _ -> 128 << 10;
        };
    }

    /// Signs what was handed in and closes the file. Writers that were not closed keep their last chunk
    /// unsigned; it is whole all the same up to what they published.
    @Override
    public void close() throws IOException {
        definitions.close();
        space.close();
    }
}
