package io.interleave.cores;

import io.interleave.trace.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One thread that is looked at again and again. Its file stays open, and a look allocates nothing.
final class SampledThread {

    private final int tid;
    private final FileChannel stat;
    private int core = -1;
    private long looked;
    private long onCore = -1;

    private SampledThread(int tid, FileChannel stat) {
        this.tid = tid;
        this.stat = stat;
    }

    /// @return null when the thread has gone
    static @Nullable SampledThread open(Path task, int tid) {
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

    /// Looks at the thread. Neither its state in `/proc` nor what it does at this instant would tell: the state is
    /// the same on a core and ready for one, and at this instant the core that we look from is ours. Its time on
    /// cores does tell: it grew by most of the time since the last look, or did not; which holds for one thread of
    /// a core at a time. Only then is the dearer look taken at which core it was.
    ///
    /// @return false when the thread has gone
    boolean look(ThreadClock clock, ByteBuffer buffer, SwitchListener listener) {
        long now = Clock.now();
        long total = clock.read(tid);
        if (total < 0) {
            return false;
        }
        boolean running = onCore >= 0 && 2 * (total - onCore) > now - looked;
        if (running && !locate(buffer)) {
            return false;
        }
        looked = now;
        onCore = total;
        listener.sampled(now, tid, core, running);
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
