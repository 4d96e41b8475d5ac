package io.interleave.trace;

import static io.interleave.trace.TraceLayout.HOLDS_DEFINITIONS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/// Reads one trace file: while it is being written, after it was completed, and after its writer was killed.
///
/// Events come in order of time over all writers. For that, a call of {@link #poll} delivers only what is not
/// newer than the newest event that the call before saw: all that is older has been published by now. (A writer
/// that loses its core in the few nanoseconds between looking at the clock and publishing can be later than
/// that; its event comes when it comes.) Where the definitions say that some events come late, all wait for as
/// long. And nothing is delivered that is newer than what the watch on the cores has told, if the definitions
/// say that there is one. {@link #drain} delivers the rest, when no more will be written.
///
/// Whatever a file holds, reading it does not throw, once it is open: what is not as it was written is left out
/// and reported.
public final class TraceReader implements AutoCloseable {

    private final TraceFile file;
    private final Event event = new Event();
    private final DefinitionReader definitions = new DefinitionReader();
    private final Map<Integer, EventStream> streams = new HashMap<>();
    private long newest = Long.MIN_VALUE;
    private long kept;

    private TraceReader(TraceFile file) {
        this.file = file;
    }

    /// Opens a trace.
    ///
    /// @throws TraceFormatException if this is no trace, one of a newer version, or one whose header is damaged
    public static TraceReader open(Path file) throws IOException {
        return new TraceReader(TraceFile.open(file));
    }

    /// Delivers what was written since the last call: first definitions, then events, each after the
    /// definitions that it refers to.
    ///
    /// @param most how many events to deliver at the most; the others come with the next call
    /// @return how many events were delivered
    public int poll(TraceListener listener, int most) throws IOException {
        long seenBefore = newest;
        look(listener);
        long until = Math.min(seenBefore, toldOfCores());
        return merge(listener, until == Long.MIN_VALUE ? until : until - definitions.lag(), most);
    }

    /// Delivers what is left once nothing more will be written: the run has ended, or its process is gone.
    ///
    /// @return how many events were delivered; less than `most` means that this was all
    public int drain(TraceListener listener, int most) throws IOException {
        file.reachEnd(this::add, listener);
        look(listener);
        return merge(listener, Long.MAX_VALUE, most);
    }

    /// Events delivered so far.
    public long kept() {
        return kept;
    }

    /// Events that the writers had to leave out so far.
    public long notKept() {
        return file.notKept()
                + streams.values().stream().mapToLong(EventStream::notKept).sum();
    }

    private void look(TraceListener listener) throws IOException {
        file.findChunks(this::add, listener);
        for (var stream : streams.values()) {
            stream.refresh(listener);
            newest = Math.max(newest, stream.lastTime());
        }
        // Only now the definitions, so that those are among them which the events just published refer to.
        file.findChunks(this::add, listener);
        definitions.read(listener);
    }

    private void add(OpenChunk chunk) {
        if (chunk.holds == HOLDS_DEFINITIONS) {
            definitions.add(chunk);
        } else {
            streams.computeIfAbsent(chunk.writer, EventStream::new).add(chunk);
        }
    }

    /// Up to when all that happened on the cores has been told.
    private long toldOfCores() {
        long told = Long.MAX_VALUE;
        boolean teller = false;
        for (var stream : streams.values()) {
            if (stream.tellsOfCores()) {
                teller = true;
                told = Math.min(told, stream.isOver() ? Long.MAX_VALUE : stream.lastTime());
            }
        }
        return teller || !definitions.coresAreWatched() ? told : Long.MIN_VALUE;
    }

    private int merge(TraceListener listener, long until, int most) {
        var queue = new PriorityQueue<EventStream>((one, other) -> Long.compare(one.nextTime(), other.nextTime()));
        for (var stream : streams.values()) {
            if (stream.hasNext(until)) {
                queue.add(stream);
            }
        }
        int delivered = 0;
        while (!queue.isEmpty() && delivered < most) {
            var stream = queue.remove();
            long others = queue.isEmpty() ? until : queue.element().nextTime();
            while (delivered < most && stream.hasNext(others)) {
                stream.next(event, listener);
                if (event.isOfKnownKind()) {
                    listener.happened(event);
                    delivered++;
                }
            }
            if (stream.hasNext(until)) {
                queue.add(stream);
            }
        }
        kept += delivered;
        return delivered;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
