package io.interleave.engine.pool;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/// A record of a task with the payload that travels along.
///
/// As bytes: the size of the payload in four bytes, big-endian, the record as a stream of objects, and the
/// payload as it is, since an object stream would copy it twice more on either side.
public record Parcel<T extends Serializable>(T content, byte[] payload) {

    /// Turns it into bytes.
    public void write(Bytes into) {
        into.putInt(payload.length);
        try (var stream = new ObjectOutputStream(into.output())) {
            stream.writeObject(content);
        } catch (IOException e) {
            throw new IllegalStateException("a task cannot be turned into bytes", e);
        }
        into.put(payload);
    }

    /// Turns bytes back.
    ///
    /// @param memory where the payload comes from, and may be given back to
    /// @throws RefusedException if they are anything but a task's record of this type and its payload
    public static <T extends Serializable> Parcel<T> read(Bytes bytes, Class<T> type, Recycling memory)
            throws RefusedException {
        var filter = new TaskFilter();
        try {
            int length = bytes.getInt();
            if (length < 0 || length > bytes.size()) {
                throw new IOException("there are no " + length + " bytes");
            }
            var payload = memory.array(length);
            bytes.tail(payload);
            try (var stream = new TaskStream(bytes.input(Integer.BYTES), filter)) {
                return new Parcel<>(type.cast(stream.readObject()), payload);
            }
        } catch (IOException | ClassNotFoundException | RuntimeException | StackOverflowError e) {
            // What hostile bytes can do to the reader of a stream is not only to be no stream.
            var refused = filter.refused();
            throw new RefusedException("refused: " + (refused == null ? "bytes that are no task, " + e : refused));
        }
    }
}
