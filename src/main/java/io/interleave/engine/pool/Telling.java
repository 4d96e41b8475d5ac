package io.interleave.engine.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Tells the engine that a task has begun, if it does not end within a moment: a message of its own for each
/// that does would cost more than such a task.
///
/// The task's thread puts the message here, and takes it back when the task is over; whoever of the two threads
/// gets it by exchange has it. If that is the one that tells, the other waits until it was sent, so that
/// nothing comes after the result. The one that tells looks once in a moment while there is something to tell,
/// and else is parked.
final class Telling {

    private static final Duration MOMENT = Duration.ofMillis(1);

    /// After so many moments with nothing to tell it parks.
    private static final int PATIENCE = 20;

    private final Link link;
    private final AtomicReference<@Nullable Frame> message = new AtomicReference<>();
    private final ReentrantLock sending = new ReentrantLock();
    private final Thread thread;
    private volatile boolean parked;

    Telling(Link link) {
        this.link = link;
        this.thread = Thread.ofPlatform().daemon().name("task-begun").start(this::tell);
    }

    void begun(Frame frame) {
        message.set(frame);
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /// The task that has begun is over. Returns when nothing will be told of it any more.
    void over() {
        if (message.getAndSet(null) == null) {
            sending.lock();
            sending.unlock();
        }
    }

    private void tell() {
        Frame seen = null;
        int quiet = 0;
        while (true) {
            var frame = message.get();
            if (frame == null) {
                quiet++;
            } else if (frame == seen) {
                send(frame);
                quiet = 0;
            } else {
                quiet = 0;
            }
            seen = frame;
            if (quiet < PATIENCE) {
                LockSupport.parkNanos(MOMENT.toNanos());
            } else {
                parked = true;
                // Looked at again after saying so: a task that begins meanwhile sees it, or is seen.
                while (message.get() == null) {
                    LockSupport.park();
                }
                parked = false;
            }
        }
    }

    private void send(Frame frame) {
        sending.lock();
        try {
            if (message.compareAndSet(frame, null)) {
                link.send(frame);
            }
        } catch (IOException _) {
            // The engine cannot be reached any more, which the thread of the task finds out as well.
        } finally {
            sending.unlock();
        }
    }
}
