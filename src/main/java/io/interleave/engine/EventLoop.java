package io.interleave.engine;

import io.interleave.engine.loop.Deadlines;
import io.interleave.engine.loop.VirtualThreads;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import io.interleave.trace.EventWriter;
import io.interleave.trace.Pin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Runs coroutines on carriers, which are threads of its own, and wakes those that sleep.
///
/// One lock guards who is ready and who sleeps. Carriers take it, and so does whoever resumes a coroutine; so
/// no coroutine may be suspended while it waits for that lock: it is pinned meanwhile, by the Java runtime
/// where that resumes, by us elsewhere. A coroutine that is resumed before its carrier has let go of it is
/// handed on by that carrier: so each is unmounted, in the trace too, before it is mounted again.
final class EventLoop extends Shared {

    static final int NOBODY = -1;

    /// So many that sleep are woken at once, and so many that are new are taken at once.
    static final int BATCH = 256;

    /// More would be of no use to anybody.
    static final int MOST_CARRIERS = 1024;

    private final int size;
    private final Code priorities;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition sleepers = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private final ReadyCoroutines ready = new ReadyCoroutines();
    private final Deadlines<Coroutine> deadlines = new Deadlines<>();
    private final List<List<Coroutine>> members = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /// Records what happens neither on a carrier nor on the thread of a unit.
    private Optional<EventWriter> others = Optional.empty();

    private boolean opened;
    private boolean over;
    private int idle;
    private long alive;

    EventLoop(int id, String name, int carriers, Code priorities) {
        super(id, name);
        this.size = carriers;
        this.priorities = priorities;
    }

    /// Whether its carriers are its own; else its coroutines run on those of the Java runtime.
    boolean hasCarriers() {
        return VirtualThreads.refusal().isEmpty();
    }

    /// Starts the carriers, where that was not done yet.
    ///
    /// @return whether it was not
    boolean open(Crew crew) {
        boolean pinned = enter();
        try {
            if (opened) {
                return false;
            }
            opened = true;
            others = crew.events();
            if (hasCarriers()) {
                for (int i = 1; i <= size; i++) {
                    threads.add(new Carrier(this, i, crew.events()));
                }
                threads.add(new LoopTimer(this));
                threads.forEach(Thread::start);
            }
            return true;
        } finally {
            leave(pinned);
        }
    }

    /// Says that these are about to be started.
    void add(List<Coroutine> coroutines) {
        boolean pinned = enter();
        try {
            members.add(coroutines);
            alive += coroutines.size();
        } finally {
            leave(pinned);
        }
    }

    /// Makes those ready that were started.
    void begin(List<Coroutine> coroutines) {
        boolean pinned = enter();
        try {
            for (var it : coroutines) {
                it.life.begin(-1);
                it.state = Coroutine.State.SUSPENDED;
                resume(it);
            }
        } finally {
            leave(pinned);
        }
    }

    /// Hears that a coroutine can go on.
    void resumable(Coroutine coroutine) {
        if (Thread.currentThread() instanceof LoopTimer timer) {
            timer.woken(coroutine);
            return;
        }
        boolean pinned = enter();
        try {
            resume(coroutine);
        } finally {
            leave(pinned);
        }
    }

    /// As `resumable`, of several that a time was up for.
    void resumable(List<Coroutine> coroutines) {
        lock.lock();
        try {
            coroutines.forEach(this::resume);
        } finally {
            lock.unlock();
        }
    }

    private void resume(Coroutine coroutine) {
        if (over) {
            return;
        }
        switch (coroutine.state) {
            case SUSPENDED -> {
                recordResumable(coroutine);
                makeReady(coroutine);
            }
            case MOUNTED -> {
                coroutine.state = Coroutine.State.RESUMED;
                coroutine.resumer = resumer();
            }
            case NEW, READY, RESUMED, ENDED -> {}
        }
    }

    private static int resumer() {
        if (VirtualThreads.carrier() instanceof Carrier carrier) {
            return carrier.unit();
        }
        var unit = Life.onThisThread();
        return unit == null ? NOBODY : unit.id;
    }

    /// Through the writer of this thread, where it has one.
    private void recordResumable(Coroutine coroutine) {
        int unit = coroutine.life.unit.id;
        if (VirtualThreads.carrier() instanceof Carrier carrier) {
            carrier.record(EventKind.RESUMABLE, unit, carrier.unit(), id);
            return;
        }
        var resumer = Life.onThisThread();
        if (resumer == null || !resumer.recordOf(unit, EventKind.RESUMABLE, resumer.id, id)) {
            record(EventKind.RESUMABLE, unit, resumer == null ? NOBODY : resumer.id, -1, id);
        }
    }

    private void makeReady(Coroutine coroutine) {
        coroutine.state = Coroutine.State.READY;
        ready.add(coroutine, priorities.value(ExpressionCompiler.NO_LOCALS) != 0);
        if (idle > 0) {
            work.signal();
        }
    }

    /// Lets go of one coroutine and waits for the next.
    ///
    /// @param last that the carrier ran before
    /// @return `null` when the loop is over
    @Nullable
    Coroutine next(Carrier carrier, @Nullable Coroutine last) {
        lock.lock();
        try {
            if (last != null) {
                letGo(carrier, last);
            }
            while (!over) {
                var next = ready.poll();
                if (next != null) {
                    next.state = Coroutine.State.MOUNTED;
                    return next;
                }
                idle++;
                work.awaitUninterruptibly();
                idle--;
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void letGo(Carrier carrier, Coroutine last) {
        if (last.end() != null) {
            last.state = Coroutine.State.ENDED;
            oneLess();
            return;
        }
        if (last.wantsSchedule()) {
            long time = last.schedule();
            deadlines.add(time, last);
            if (deadlines.next() == time) {
                sleepers.signal();
            }
        }
        if (last.state == Coroutine.State.RESUMED) {
            carrier.record(EventKind.RESUMABLE, last.life.unit.id, last.resumer, id);
            makeReady(last);
        } else {
            last.state = Coroutine.State.SUSPENDED;
        }
    }

    /// Waits until some that sleep are to be woken.
    ///
    /// @param due where they are put
    /// @return false when the loop is over
    boolean awaitDue(List<Coroutine> due) throws InterruptedException {
        lock.lock();
        try {
            while (!over) {
                long now = Clock.now();
                while (deadlines.next() <= now && due.size() < BATCH) {
                    long time = deadlines.next();
                    var sleeper = deadlines.remove();
                    if (sleeper.hasSleptUntil(time)) {
                        due.add(sleeper);
                    }
                }
                if (!due.isEmpty()) {
                    return true;
                }
                if (deadlines.isEmpty()) {
                    sleepers.await();
                } else {
                    sleepers.awaitNanos(deadlines.next() - now);
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Hears that one that did not run on a carrier of the loop has ended.
    void ended() {
        lock.lock();
        try {
            oneLess();
        } finally {
            lock.unlock();
        }
    }

    private void oneLess() {
        if (--alive == 0) {
            quiet.signalAll();
        }
    }

    /// Records an event that does not happen on a carrier.
    void record(EventKind kind, int unit, int object, int step, long value) {
        if (others.isEmpty()) {
            return;
        }
        boolean pinned = enter();
        try {
            others.get().record(kind, unit, object, step, value);
        } finally {
            leave(pinned);
        }
    }

    /// Ends all coroutines: as many as there is time for leave their steps on their own, the others are not run
    /// any more.
    ///
    /// @param deadline by the run's clock
    void close(long deadline) throws InterruptedException {
        interrupt(deadline);
        lock.lock();
        try {
            for (long left = deadline - Clock.now(); alive > 0 && left > 0; left = deadline - Clock.now()) {
                quiet.awaitNanos(left);
            }
            over = true;
            work.signalAll();
            sleepers.signal();
        } finally {
            lock.unlock();
        }
        for (var thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, deadline - Clock.now())));
        }
        endOthers();
    }

    /// For at most half of the time that there is.
    private void interrupt(long deadline) {
        long half = Clock.now() + (deadline - Clock.now()) / 2;
        int count = 0;
        for (var group : members) {
            for (var it : group) {
                if (!it.life.isOver()) {
                    it.interrupt();
                    if (++count % BATCH == 0 && Clock.now() > half) {
                        return;
                    }
                }
            }
        }
    }

    /// Of a carrier that is not gone yet, whatever it runs ends there.
    private void endOthers() {
        lock.lock();
        try {
            var writer = others;
            others = Optional.empty();
            writer.ifPresent(it -> members.forEach(group -> group.forEach(coroutine -> endSuspended(coroutine, it))));
            writer.ifPresent(EventWriter::close);
        } finally {
            lock.unlock();
        }
    }

    private static void endSuspended(Coroutine coroutine, EventWriter writer) {
        switch (coroutine.state) {
            case SUSPENDED, READY ->
                writer.record(EventKind.UNIT_END, coroutine.life.unit.id, -1, -1, UnitEnd.STOPPED.ordinal());
            case NEW, MOUNTED, RESUMED, ENDED -> {}
        }
    }

    private boolean enter() {
        boolean pinned = Pin.pin();
        lock.lock();
        return pinned;
    }

    private void leave(boolean pinned) {
        lock.unlock();
        Pin.unpin(pinned);
    }
}
