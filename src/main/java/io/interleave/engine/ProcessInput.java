package io.interleave.engine;

import io.interleave.engine.process.ByteQueue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/// The standard input of a process, into which steps write. A thread of ours hands on what they wrote, so that
/// a step that waits for room can leave its wait and the process still gets whole lines.
final class ProcessInput {

    private final ByteQueue queue = new ByteQueue(ProcessUnit.BUFFER);

    /// @param written told how many bytes the process was given
    ProcessInput(OutputStream to, String name, LongConsumer written) {
        Thread.ofPlatform().daemon().name(name + " input").start(() -> pump(to, written));
    }

    private void pump(OutputStream to, LongConsumer written) {
        try (to) {
            var bytes = new byte[ProcessUnit.BUFFER / 8];
            for (int count = queue.take(bytes, Long.MAX_VALUE); count >= 0; count = queue.take(bytes, Long.MAX_VALUE)) {
                to.write(bytes, 0, count);
                to.flush();
                written.accept(count);
            }
        } catch (IOException | InterruptedException _) {
            // The process reads no more: whoever writes is told.
            return;
        } finally {
            queue.abandon();
        }
    }

    boolean hasRoom(byte[] bytes) {
        return queue.hasRoom(bytes.length);
    }

    /// @return whether the process still reads
    boolean write(byte[] bytes) throws InterruptedException {
        return queue.put(bytes, 0, bytes.length);
    }

    /// What was written still reaches the process, and then the end.
    void close() {
        queue.end();
    }

    /// The process is gone.
    void broken() {
        queue.abandon();
        queue.end();
    }
}
