package io.interleave.engine;

import io.interleave.engine.process.Family;
import io.interleave.engine.process.Guard;
import io.interleave.engine.process.GuardMain;
import io.interleave.engine.process.Launcher;
import io.interleave.engine.process.Programs;
import io.interleave.model.Scenario;
import io.interleave.trace.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// The child processes of a run: who may be started, who belongs to whom, and the end of all.
final class Processes {

    /// How long a process that was asked to end may take.
    static final Duration GRACE = Duration.ofMillis(500);

    /// How long it may take until one that was killed is gone: longer only where the system itself holds it
    /// back.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String UNAGREED = "It starts commands, to which nobody has agreed";

    /// Between two looks for processes that have lost their parents.
    private static final Duration ORPHAN_ROUND = Duration.ofMillis(40);

    /// Between two looks for those that are left.
    private static final Duration ROUND = Duration.ofMillis(4);

    private final Map<String, ProcessHead> heads = new LinkedHashMap<>();
    private final boolean allowed;
    final RunDirectory directory;
    final Launcher launcher = Launcher.ofThisSystem();
    final Programs programs = Programs.ofThisProcess();
    private Optional<Family> family = Optional.empty();
    private Optional<Guard> guard = Optional.empty();
    private final ReentrantLock ends = new ReentrantLock();

    /// Guarded, as is whether somebody sees to them.
    private final Set<ProcessUnit> toEnd = new HashSet<>();

    private boolean ending;
    private volatile boolean closed;

    /// @param allowed whether the person has agreed to the scenario's commands
    Processes(Scenario scenario, Knobs knobs, Texts texts, boolean allowed, Path directory) {
        this.allowed = allowed;
        this.directory = new RunDirectory(directory);
        for (var group : scenario.units()) {
            ProcessCheck.process(group)
                    .ifPresent(it -> heads.put(group.name(), ProcessHead.of(group, it, scenario, knobs, texts)));
        }
    }

    /// Why the run must not be begun, in words.
    Optional<String> refusal(Groups groups) {
        if (!heads.isEmpty() && !allowed) {
            return Optional.of(UNAGREED);
        }
        return new ProcessCheck(heads, groups, programs, directory).refusal();
    }

    /// What a group of processes executes.
    ///
    /// @throws IllegalStateException if the person has not agreed to it
    ProcessHead head(String group) {
        if (!allowed) {
            throw new IllegalStateException(UNAGREED);
        }
        return Optional.ofNullable(heads.get(group)).orElseThrow();
    }

    /// Whether a group is fed with the output of another, and so on; that is started with it.
    boolean feeds(String group) {
        return heads.containsKey(group) && heads.get(group).feeds();
    }

    /// To be called before the watch on the cores begins, so that the guard is not among the watched.
    void begin() {
        if (heads.isEmpty()) {
            return;
        }
        if (!allowed) {
            throw new IllegalStateException(UNAGREED);
        }
        var run = ProcessHandle.current().pid() + "-" + Long.toHexString(Clock.now());
        var all = Family.ofThisProcess(run);
        family = Optional.of(all);
        guard = Optional.of(Guard.start(JavaCommand.builder(GuardMain.class, run), all::present));
        Thread.ofPlatform().daemon().name("process-orphans").start(() -> lookForOrphans(all));
    }

    /// The kernel's records tell of each process; this is for those runs that have none.
    private void lookForOrphans(Family all) {
        try {
            while (!closed) {
                all.newlyAdopted().forEach((pid, unit) -> heardOf(unit, pid));
                Thread.sleep(ORPHAN_ROUND);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// For the records of the kernel.
    Optional<Family> family() {
        return family;
    }

    /// The kernel told of a process that a child has started.
    void heardOf(int unit, int pid) {
        guard.ifPresent(it -> it.tell(unit, pid));
    }

    /// The mark that a unit's processes carry in their environment.
    Map<String, String> mark(int unit) {
        return Map.of(Family.MARK, family.orElseThrow().mark(unit));
    }

    void started(Unit unit, long pid) {
        family.orElseThrow().add(unit.id, pid);
        guard.orElseThrow().tell(unit.id, pid);
    }

    void ended(long pid) {
        family.orElseThrow().ended(pid);
    }

    /// Ends these processes and all that they have started: asks, and after a moment insists.
    void end(Collection<ProcessUnit> units) throws InterruptedException {
        var ids = units.stream().map(ProcessUnit::id).collect(Collectors.toSet());
        var all = family.orElseThrow();
        all.ask(ids::contains);
        long deadline = Clock.now() + GRACE.toNanos();
        while (all.isLeft(ids::contains)) {
            if (Clock.now() >= deadline) {
                units.stream()
                        .filter(unit -> all.isLeft(it -> it == unit.id()))
                        .forEach(it ->
                                it.note("ignored SIGTERM, and was killed after %d ms".formatted(GRACE.toMillis())));
                all.kill(ids::contains, Clock.now() + PATIENCE.toNanos());
                return;
            }
            Thread.sleep(ROUND);
        }
    }

    /// As `end`, but does not wait for it.
    void endSoon(ProcessUnit unit) {
        ends.lock();
        try {
            toEnd.add(unit);
            if (!ending) {
                ending = true;
                Thread.ofPlatform().daemon().name("process-end").start(this::endThose);
            }
        } finally {
            ends.unlock();
        }
    }

    private void endThose() {
        try {
            for (var next = takeThose(); !next.isEmpty(); next = takeThose()) {
                end(next);
            }
        } catch (InterruptedException _) {
            // Nobody interrupts this thread; at the end of the run all are killed in any case.
            Thread.currentThread().interrupt();
        }
    }

    private Set<ProcessUnit> takeThose() {
        ends.lock();
        try {
            var taken = Set.copyOf(toEnd);
            toEnd.clear();
            ending = !taken.isEmpty();
            return taken;
        } finally {
            ends.unlock();
        }
    }

    /// Kills all that is left of the run.
    ///
    /// @param patience a time until which it may take; whoever is left then is left to the guard
    void close(long patience) {
        closed = true;
        if (family.isPresent() && family.get().kill(_ -> true, patience)) {
            guard.ifPresent(Guard::close);
            family.get().close();
        }
    }
}
