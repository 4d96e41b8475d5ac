package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.model.UnitGroup;
import io.interleave.trace.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The units of one group. What has been started is guarded by a lock, so that a unit of any kind can ask and
/// wait.
final class Group {

    final UnitGroup model;
    private final Code count;
    private final boolean live;
    private @Nullable Program program;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private final List<Member> members = new ArrayList<>();
    private int target;
    private int alive;

    /// The place of the first of those that were started last.
    private int latest;

    /// A unit that was started.
    private static final class Member {
        final Life life;

        @Nullable
        Running running;

        boolean ended;
        boolean retiring;
        int status;

        Member(Life life) {
            this.life = life;
        }
    }

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
            return members.size();
        } finally {
            lock.unlock();
        }
    }

    void add(List<Life> lives) {
        lock.lock();
        try {
            latest = members.size();
            lives.forEach(it -> members.add(new Member(it)));
            target += lives.size();
            alive += lives.size();
        } finally {
            lock.unlock();
        }
    }

    /// Says by what those that were added last can be reached.
    void run(List<? extends Running> running) {
        lock.lock();
        try {
            int first = members.size() - running.size();
            for (int i = 0; i < running.size(); i++) {
                members.get(first + i).running = running.get(i);
            }
        } finally {
            lock.unlock();
        }
    }

    void ended(Life life) {
        lock.lock();
        try {
            var member = members.get((int) life.unit.locals[StepCompiler.INDEX_SLOT] - 1);
            member.ended = true;
            if (--alive == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Says how a process ended, before it has `ended`.
    void exited(Life life, int status) {
        lock.lock();
        try {
            members.get((int) life.unit.locals[StepCompiler.INDEX_SLOT] - 1).status = status;
        } finally {
            lock.unlock();
        }
    }

    /// How the processes ended that were started last: the exit status of the first of them that did not end
    /// with 0, negative for the signal that ended it; 0 where all did, and of those that still run.
    int status() {
        lock.lock();
        try {
            return members.stream()
                    .skip(latest)
                    .mapToInt(it -> it.status)
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
        lock.lock();
        try {
            return members.get(number - 1).status;
        } finally {
            lock.unlock();
        }
    }

    /// One that was started.
    ///
    /// @param number of those that were started, from 1; 0 for the last
    Optional<Running> running(int number) {
        lock.lock();
        try {
            int place = number == 0 ? members.size() : number;
            return place < 1 || place > members.size()
                    ? Optional.empty()
                    : Optional.ofNullable(members.get(place - 1).running);
        } finally {
            lock.unlock();
        }
    }

    /// Asks the latest `surplus` units that still run to retire.
    void retire(int surplus) {
        lock.lock();
        try {
            int left = surplus;
            for (int i = members.size() - 1; i >= 0 && left > 0; i--) {
                var member = members.get(i);
                if (!member.ended && !member.retiring) {
                    member.retiring = true;
                    member.life.unit.retire();
                    if (member.running != null) {
                        member.running.retire();
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
        lock.lock();
        try {
            return alive > 0;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until every unit that was started has ended.
    ///
    /// @param deadline of the run's clock; `Long.MAX_VALUE` for as long as it takes
    /// @return whether that came in time
    boolean awaitQuiet(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (alive > 0) {
                if (deadline == Long.MAX_VALUE) {
                    quiet.await();
                } else {
                    long left = deadline - Clock.now();
                    if (left <= 0 || quiet.awaitNanos(left) <= 0 && alive > 0 && deadline - Clock.now() <= 0) {
                        return false;
                    }
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Tells every unit that still runs that it is cancelled.
    void cancel() {
        lock.lock();
        try {
            for (var member : members) {
                if (!member.ended && member.running != null) {
                    member.life.unit.cancel();
                    member.running.interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Those that were started.
    List<Running> running() {
        lock.lock();
        try {
            return members.stream()
                    .filter(it -> it.running != null)
                    .map(it -> requireNonNull(it.running))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Makes every unit leave what it waits in.
    void interrupt() {
        lock.lock();
        try {
            for (var member : members) {
                if (!member.ended && member.running != null) {
                    member.running.interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
