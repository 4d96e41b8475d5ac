package io.interleave.engine.pool;

import io.interleave.trace.EventKind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a task did in a worker that is more than running: it slept, it waited for input or output, it wrote a
/// line.
///
/// @param time of the worker's clock
/// @param kind one of {@link #KINDS}
/// @param step of the scenario, as its engine numbers them
/// @param value as the kind says
/// @param line what was written; empty where it is no line
public record Happening(long time, EventKind kind, int step, long value, String line) {

    /// The order is part of the protocol.
    static final List<EventKind> KINDS =
            List.of(EventKind.SLEEP, EventKind.WAKE, EventKind.IO, EventKind.IO_OVER, EventKind.LOG);

    /// Whether an engine is told of such.
    public static boolean isTold(EventKind kind) {
        return KINDS.contains(kind);
    }

    static Bytes bytes(List<Happening> happenings) {
        var bytes = new Bytes();
        try (var output = new DataOutputStream(bytes.output())) {
            for (var it : happenings) {
                output.writeLong(it.time);
                output.writeByte(KINDS.indexOf(it.kind));
                output.writeInt(it.step);
                output.writeLong(it.value);
                var line = Texts.utf8(it.line);
                output.writeInt(line.length);
                output.write(line);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return bytes;
    }

    /// @throws IOException if that is not what {@link #bytes} writes
    public static List<Happening> of(Bytes bytes) throws IOException {
        var happenings = new ArrayList<Happening>();
        try (var input = new DataInputStream(bytes.input(0))) {
            while (input.available() > 0) {
                long time = input.readLong();
                int kind = input.readUnsignedByte();
                if (kind >= KINDS.size()) {
                    throw new IOException("a worker tells of what it cannot do: " + kind);
                }
                int step = input.readInt();
                long value = input.readLong();
                happenings.add(new Happening(time, KINDS.get(kind), step, value, Texts.text(input)));
            }
        }
        return happenings;
    }
}
