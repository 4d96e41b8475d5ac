package io.interleave.engine.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Tells the engine that a task has begun, if it does not end within a moment: a message of its own for each
/// that does would cost more than such a task. And tells what happened in it, at the latest when it is over.
///
/// The task's thread puts the message here, and takes it back when the task is over; whoever of the two threads
/// gets it by exchange has it. If that is the one that tells, the other waits until it was sent, so that
/// nothing comes after the result. The one that tells looks once in a moment while there is something to tell,
/// and else is parked.
final class Telling {

    private static final Duration MOMENT = Duration.ofMillis(1);

    /// Happenings that wait to be told of.
    private static final int MOST = 1_000;

    /// After so many moments with nothing to tell it parks.
    private static final int PATIENCE = 20;

    private final Link link;
    private final AtomicReference<@Nullable Frame> message = new AtomicReference<>();
    private final ReentrantLock sending = new ReentrantLock();
    private final Thread thread;
    private volatile boolean parked;

    /// Of the task that runs; of its thread alone.
    private Frame task = Frame.bare(Frame.Kind.BEGUN, 0, Times.NONE);

    private boolean hasHappened;

    /// What is to be told of it, guarded by `sending`.
    private final List<Happening> happened = new ArrayList<>();

    private Frame happenedIn = task;

    Telling(Link link) {
        this.link = link;
        this.thread = Thread.ofPlatform().daemon().name("task-begun").start(this::tell);
    }

    void begun(Frame frame) {
        task = frame;
        hasHappened = false;
        message.set(frame);
        wake();
    }

    /// Something happened in the task that has begun.
    void happened(Happening it) {
        sending.lock();
        try {
            hasHappened = true;
            happenedIn = task;
            happened.add(it);
            if (happened.size() >= MOST) {
                sendHappened();
            }
        } finally {
            sending.unlock();
        }
        wake();
    }

    private void wake() {
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /// The task that has begun is over. Returns when nothing will be told of it any more.
    void over() {
        if (message.getAndSet(null) == null || hasHappened) {
            sending.lock();
            try {
                sendHappened();
            } finally {
                sending.unlock();
            }
        }
    }

    private void tell() {
        Frame seen = null;
        int quiet = 0;
        while (true) {
            var frame = message.get();
            if (frame != null && frame == seen) {
                // Who computes for longer than a moment is not to be disturbed again.
                send(frame);
                quiet = PATIENCE;
            } else {
                quiet = frame == null ? quiet + 1 : 0;
            }
            if (tellHappened()) {
                quiet = 0;
            }
            seen = frame;
            if (quiet < PATIENCE) {
                LockSupport.parkNanos(MOMENT.toNanos());
            } else {
                parked = true;
                // Looked at again after saying so: what comes meanwhile sees it, or is seen.
                while (message.get() == null && !isAnythingToTell()) {
                    LockSupport.park();
                }
                parked = false;
                quiet = 0;
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

    private boolean isAnythingToTell() {
        sending.lock();
        try {
            return !happened.isEmpty();
        } finally {
            sending.unlock();
        }
    }

    private boolean tellHappened() {
        sending.lock();
        try {
            return sendHappened();
        } finally {
            sending.unlock();
        }
    }

    /// @return whether there was anything
    private boolean sendHappened() {
        if (happened.isEmpty()) {
            return false;
        }
        try {
            link.send(
                    new Frame(Frame.Kind.HAPPENED, happenedIn.number(), happenedIn.times(), Happening.bytes(happened)));
        } catch (IOException _) {
            // As above.
        }
        happened.clear();
        return true;
    }
}
