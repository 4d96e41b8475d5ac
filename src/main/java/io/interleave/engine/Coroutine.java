package io.interleave.engine;

import io.interleave.engine.loop.VirtualThreads;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A unit on a virtual thread. Each is its thread's scheduler, so that the loop knows whom it is given to run
/// without looking anybody up.
final class Coroutine implements Executor, Running {

    private static final VarHandle WAKE_AT;

    static {
        try {
            WAKE_AT = MethodHandles.lookup().findVarHandle(Coroutine.class, "wakeAt", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final long AWAKE = 0;

    /// Where it is, as far as its loop is concerned.
    enum State {
        /// It was not handed to the loop yet.
        NEW,
        /// It waits for something.
        SUSPENDED,
        /// It waits for a carrier.
        READY,
        /// A carrier runs it.
        MOUNTED,
        /// What it waits for came before its carrier had let go of it.
        RESUMED,
        ENDED
    }

    final Life life;
    final long priority;
    private final EventLoop loop;
    private @Nullable Thread thread;

    /// What carriers run. Given by the thread, always the same.
    private @Nullable Runnable continuation;

    /// Guarded by the loop, as is who resumed it.
    State state = State.NEW;

    /// Who resumed it while its carrier had not let go of it yet.
    int resumer = EventLoop.NOBODY;

    /// Whether the loop knows when to wake it. Written on its thread before it sleeps, and then by the loop.
    private boolean isScheduled;

    /// How it ended. Written on its thread, read by its carrier.
    private @Nullable UnitEnd end;

    /// When it wants to be woken, by the run's clock; 0 if it does not sleep.
    private volatile long wakeAt = AWAKE;

    Coroutine(EventLoop loop, Life life, long priority) {
        this.loop = loop;
        this.life = life;
        this.priority = priority;
    }

    /// Makes the thread and starts it; on carriers of our own it does not run before the loop lets it.
    void start() {
        boolean ours = loop.hasCarriers();
        var thread = ours
                ? VirtualThreads.unstarted(this, this::steps)
                : Thread.ofVirtual().unstarted(this::liveElsewhere);
        this.thread = thread;
        thread.start();
    }

    private void steps() {
        var how = UnitEnd.FAILED;
        try {
            how = life.steps();
        } finally {
            end = how;
        }
    }

    /// On carriers that are not ours, of which nothing is known.
    private void liveElsewhere() {
        try {
            life.run(-1);
        } finally {
            loop.ended();
        }
    }

    /// Its thread can go on.
    @Override
    public void execute(Runnable continuation) {
        this.continuation = continuation;
        // Only who starts it changes that, which is this thread if so.
        if (state != State.NEW) {
            loop.resumable(this);
        }
    }

    /// Runs it until it waits or has ended. On a carrier.
    void proceed() {
        var next = continuation;
        if (next != null) {
            next.run();
        }
    }

    /// How it ended; `null` while it has not.
    @Nullable
    UnitEnd end() {
        return end;
    }

    /// Its last event was recorded: what it took to run is not needed any more.
    void forget() {
        thread = null;
        continuation = null;
    }

    /// Lets others of the loop run for so long.
    void sleep(long nanos) throws InterruptedException {
        if (nanos == 0 || !loop.hasCarriers()) {
            Thread.sleep(Duration.ofNanos(nanos));
            return;
        }
        isScheduled = false;
        wakeAt = later(Clock.now(), nanos);
        try {
            while (wakeAt != AWAKE) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            wakeAt = AWAKE;
        }
    }

    /// That time, or the last one that there is. Never 0, which would mean that it does not sleep.
    private static long later(long now, long nanos) {
        long time = now + nanos;
        if (time < now) {
            return Long.MAX_VALUE;
        }
        return time == AWAKE ? 1 : time;
    }

    /// Whether it sleeps, and the loop does not know until when. Guarded by the loop.
    boolean wantsSchedule() {
        return wakeAt != AWAKE && !isScheduled;
    }

    /// The time to wake it at, which the loop knows now. Guarded by the loop.
    long schedule() {
        isScheduled = true;
        return wakeAt;
    }

    /// Says that this time has come.
    ///
    /// @return whether that is what it sleeps for, so that it must be unparked
    boolean hasSleptUntil(long time) {
        return WAKE_AT.compareAndSet(this, time, AWAKE);
    }

    void unpark() {
        LockSupport.unpark(thread);
    }

    /// Records an event of this unit where its carrier is not known.
    void record(EventKind kind, int unit, int object, int step, long value) {
        loop.record(kind, unit, object, step, value);
    }

    @Override
    public void interrupt() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /// The loop waits for all of its coroutines together.
    @Override
    public boolean join(Duration patience) {
        return true;
    }
}
