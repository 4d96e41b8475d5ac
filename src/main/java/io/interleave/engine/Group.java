package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.model.UnitGroup;
import io.interleave.trace.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The units of one group. What has been started is guarded by a lock, so that a unit of any kind can ask and
/// wait.
final class Group {

    private static final long LOW = 0xffff_ffffL;

    final UnitGroup model;
    private final Code count;
    private final boolean live;
    private @Nullable Program program;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Life> lives = new ArrayList<>();
    private int target;

    /// The place of the first of those that were started last.
    private int latest;

    /// Low: how many have been started and have not ended; high: the id of the unit that ended last. A carrier
    /// of coroutines comes here when one of them ends: it must not wait for a lock that another of its
    /// coroutines waits for, who then could never have it.
    private final AtomicLong alive = new AtomicLong();

    /// Threads that wait for all of them to end.
    private final Queue<Thread> waitingForAll = new ConcurrentLinkedQueue<>();

    /// Threads that wait for one of them to end.
    private final Queue<Thread> waitingForOne = new ConcurrentLinkedQueue<>();

    Group(UnitGroup model, ExpressionCompiler.Compiled count) {
        this.model = model;
        this.count = count.code();
        this.live = count.changes();
    }

    /// Said once, before anything is started.
    void compiled(Program program) {
        this.program = program;
    }

    Program program() {
        return requireNonNull(program);
    }

    /// Whether a live knob decides how many units there are.
    boolean isLive() {
        return live;
    }

    /// How many units there are to be now; of a group that is started by hand, how many a start starts.
    int wanted() {
        return Math.toIntExact(Math.max(0, count.value(new long[0])));
    }

    /// How many more units there are to be than there are.
    int missing() {
        lock.lock();
        try {
            return wanted() - target;
        } finally {
            lock.unlock();
        }
    }

    /// How many were ever started.
    int started() {
        lock.lock();
        try {
            return lives.size();
        } finally {
            lock.unlock();
        }
    }

    void add(List<Life> started) {
        lock.lock();
        try {
            latest = lives.size();
            lives.addAll(started);
            target += started.size();
            alive.addAndGet(started.size());
        } finally {
            lock.unlock();
        }
    }

    /// Says by what those that were added last can be reached.
    void run(List<? extends Running> running) {
        lock.lock();
        try {
            for (int i = 0; i < running.size(); i++) {
                var life = lives.get(latest + i);
                life.running = running.get(i);
                // Whoever cancelled it before it could be reached has left that to us.
                if (life.unit.isCancelled()) {
                    running.get(i).interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Says that one of its units has ended, which is over by now.
    void ended(Life life) {
        long left = alive.updateAndGet(before -> (before & LOW) - 1 | (long) life.unit.id << Integer.SIZE);
        waitingForOne.forEach(LockSupport::unpark);
        if ((left & LOW) == 0) {
            waitingForAll.forEach(LockSupport::unpark);
        }
    }

    /// The id of the unit that ended last; once all have ended, of the one that was the last to.
    int lastEnded() {
        return (int) (alive.get() >> Integer.SIZE);
    }

    /// Asks the latest `surplus` units that still run to retire.
    void retire(int surplus) {
        lock.lock();
        try {
            int left = surplus;
            for (int i = lives.size() - 1; i >= 0 && left > 0; i--) {
                var life = lives.get(i);
                if (!life.isOver() && !life.retiring) {
                    life.retiring = true;
                    life.unit.retire();
                    if (life.running != null) {
                        life.running.retire();
                    }
                    left--;
                }
            }
            target -= surplus;
        } finally {
            lock.unlock();
        }
    }

    boolean isAlive() {
        return (alive.get() & LOW) > 0;
    }

    /// @param one of its units; empty for any
    boolean isAlive(Optional<Life> one) {
        return one.map(it -> !it.isOver()).orElseGet(this::isAlive);
    }

    /// Waits until every unit that was started has ended.
    ///
    /// @param deadline of the run's clock
    /// @return whether that came in time
    boolean awaitQuiet(long deadline) throws InterruptedException {
        return await(Optional.empty(), deadline);
    }

    /// Waits until every unit that was started has ended, or one of them.
    ///
    /// @param one of its units; empty for all
    /// @param deadline of the run's clock
    /// @return whether that came in time
    boolean await(Optional<Life> one, long deadline) throws InterruptedException {
        var thread = Thread.currentThread();
        var waiting = one.isPresent() ? waitingForOne : waitingForAll;
        waiting.add(thread);
        try {
            while (isAlive(one)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long left = deadline - Clock.now();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
            }
            return true;
        } finally {
            waiting.remove(thread);
        }
    }

    /// The unit with this number, from 1, where that has been started.
    Optional<Life> life(long number) {
        lock.lock();
        try {
            return number < 1 || number > lives.size() ? Optional.empty() : Optional.of(lives.get((int) number - 1));
        } finally {
            lock.unlock();
        }
    }

    /// How the processes ended that were started last: the exit status of the first of them that did not end
    /// with 0, negative for the signal that ended it; 0 where all did, and of those that still run.
    int status() {
        lock.lock();
        try {
            return lives.stream()
                    .skip(latest)
                    .mapToInt(Life::status)
                    .filter(it -> it != 0)
                    .findFirst()
                    .orElse(0);
        } finally {
            lock.unlock();
        }
    }

    /// How one process ended.
    ///
    /// @param number of those that were started, from 1
    int status(int number) {
        return life(number).map(Life::status).orElse(0);
    }

    /// One that was started.
    ///
    /// @param number of those that were started, from 1; 0 for the last
    Optional<Running> running(int number) {
        lock.lock();
        try {
            return life(number == 0 ? lives.size() : number).map(it -> it.running);
        } finally {
            lock.unlock();
        }
    }

    /// Those that were started.
    List<Life> lives() {
        lock.lock();
        try {
            return List.copyOf(lives);
        } finally {
            lock.unlock();
        }
    }

    /// Tells every unit that still runs that it is cancelled.
    void cancel() {
        lives().forEach(it -> {
            it.unit.cancel();
            interrupt(it);
        });
    }

    /// By what those that were started can be reached.
    List<Running> running() {
        lock.lock();
        try {
            return lives.stream()
                    .filter(it -> it.running != null)
                    .map(it -> requireNonNull(it.running))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Makes every unit leave what it waits in.
    void interrupt() {
        lives().forEach(this::interrupt);
    }

    private void interrupt(Life life) {
        lock.lock();
        try {
            if (!life.isOver() && life.running != null) {
                life.running.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
