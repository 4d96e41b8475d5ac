package io.interleave.engine.process;

import io.interleave.trace.Clock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Bytes on their way between a process and the steps that read or write them, a limited number at a time:
/// whoever puts more waits. Deadlines are of the run's clock, `Long.MAX_VALUE` for none.
public final class ByteQueue {

    private byte[] ring;
    private int first;
    private int count;
    private boolean ended;
    private boolean abandoned;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// @param capacity in bytes
    public ByteQueue(int capacity) {
        ring = new byte[capacity];
    }

    /// Puts all of `bytes` from `offset` on, waiting for room.
    ///
    /// @return whether that was done; not if the reader is gone
    public boolean put(byte[] bytes, int offset, int length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int next = offset;
            int end = offset + length;
            while (next < end) {
                while (count == ring.length && !abandoned) {
                    changed.await();
                }
                if (abandoned) {
                    return false;
                }
                int at = (first + count) % ring.length;
                int some = Math.min(Math.min(end - next, ring.length - count), ring.length - at);
                System.arraycopy(bytes, next, ring, at, some);
                count += some;
                next += some;
                changed.signalAll();
            }
            return !abandoned;
        } finally {
            lock.unlock();
        }
    }

    /// Whether that many bytes could be put without waiting.
    public boolean hasRoom(int length) {
        lock.lock();
        try {
            return abandoned || ring.length - count >= length;
        } finally {
            lock.unlock();
        }
    }

    /// From now on so many bytes more can be on their way.
    public void widen(int more) {
        lock.lock();
        try {
            int waiting = count;
            var wider = new byte[ring.length + more];
            copyOut(wider, waiting);
            ring = wider;
            first = 0;
            count = waiting;
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more will be put.
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more will be taken: what is put from now on is lost.
    public void abandon() {
        lock.lock();
        try {
            abandoned = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether nobody takes any more.
    public boolean isAbandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is something, and takes it.
    ///
    /// @return how many bytes were put into `bytes`; -1 at the end, 0 if that did not come in time
    public int take(byte[] bytes, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == 0 && !ended) {
                if (!await(deadline)) {
                    return 0;
                }
            }
            int some = Math.min(bytes.length, count);
            copyOut(bytes, some);
            return some == 0 ? -1 : some;
        } finally {
            lock.unlock();
        }
    }

    /// Whether [#line] would return at once.
    public boolean hasLine() {
        lock.lock();
        try {
            return ended || count == ring.length || newline() >= 0;
        } finally {
            lock.unlock();
        }
    }

    /// A line, without its end.
    ///
    /// @param text empty at the end of all, and where it did not come in time
    /// @param timedOut whether that is why
    public record Line(Optional<String> text, boolean timedOut) {}

    /// Waits for a whole line, or what is left at the end, and takes it. A line that is longer than the queue
    /// comes in pieces.
    public Line line(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                int length = newline();
                if (length >= 0) {
                    return new Line(Optional.of(text(length, 1)), false);
                }
                if (count == ring.length || ended && count > 0) {
                    return new Line(Optional.of(text(count, 0)), false);
                }
                if (ended) {
                    return new Line(Optional.empty(), false);
                }
                if (!await(deadline)) {
                    return new Line(Optional.empty(), true);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many bytes come before the first line end, -1 where there is none.
    private int newline() {
        for (int i = 0; i < count; i++) {
            if (ring[(first + i) % ring.length] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String text(int length, int terminator) {
        var bytes = new byte[length + terminator];
        copyOut(bytes, bytes.length);
        var text = new ByteArrayOutputStream(length);
        text.write(bytes, 0, length > 0 && terminator > 0 && bytes[length - 1] == '\r' ? length - 1 : length);
        return text.toString(StandardCharsets.UTF_8);
    }

    private void copyOut(byte[] bytes, int some) {
        int straight = Math.min(some, ring.length - first);
        System.arraycopy(ring, first, bytes, 0, straight);
        System.arraycopy(ring, 0, bytes, straight, some - straight);
        first = (first + some) % ring.length;
        count -= some;
        changed.signalAll();
    }

    private boolean await(long deadline) throws InterruptedException {
        if (deadline == Long.MAX_VALUE) {
            changed.await();
            return true;
        }
        long left = deadline - Clock.now();
        return left > 0 && changed.await(left, TimeUnit.NANOSECONDS) || deadline - Clock.now() > 0;
    }
}
