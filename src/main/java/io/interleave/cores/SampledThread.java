package io.interleave.cores;

import io.interleave.trace.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One thread that is looked at again and again. Its file stays open, and a look allocates nothing.
final class SampledThread {

    private final int tid;
    private final FileChannel stat;
    private int core = -1;
    private long onCore = -1;

    private SampledThread(int tid, FileChannel stat) {
        this.tid = tid;
        this.stat = stat;
    }

    /// @return null when the thread has gone
    static SampledThread open(Path task, int tid) {
        try {
            return new SampledThread(tid, FileChannel.open(task.resolve("stat"), StandardOpenOption.READ));
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("opening the state of thread " + tid, e);
        }
    }

    int tid() {
        return tid;
    }

    /// Looks at the thread. Its state in `/proc` does not tell a thread on a core from one that only could be there; its time on
    /// cores does: it grows from one moment to the next exactly when the thread is running. While it has not grown since the
    /// last look, the thread has not moved either, and the dearer look at its file can be spared.
    ///
    /// @return false when the thread has gone
    boolean look(ThreadClock clock, ByteBuffer buffer, SwitchListener listener) {
        long before = clock.read(tid);
        if (before < 0) {
            return false;
        }
        boolean running = false;
        if (before != onCore) {
            if (!locate(buffer)) {
                return false;
            }
            onCore = clock.read(tid);
            running = onCore > before;
        }
        listener.sampled(Clock.now(), tid, core, running);
        return true;
    }

    private boolean locate(ByteBuffer buffer) {
        try {
            buffer.clear();
            if (stat.read(buffer, 0) <= 0) {
                return false;
            }
        } catch (IOException gone) { // ESRCH: the file outlives the thread while we hold it open
            return false;
        }
        core = ProcStat.processor(buffer.flip());
        return true;
    }

    void close() {
        try {
            stat.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the state of thread " + tid, e);
        }
    }
}
