package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.cores.NativeThread;
import io.interleave.model.UnitGroup;
import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The units of a run: starts them, retires them, ends them. Starting is for one thread at a time, the engine's
/// own or that of a unit, and guarded by a monitor.
final class Crew {

    /// How long units may take to end once the run is over, before it is left without them.
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /// So many units are made before looking whether the run is to end.
    private static final int FEW = 1024;

    /// The parent of those that the run itself starts.
    private static final int RUN = -1;

    /// Hears of units, on their own threads.
    interface Listener {

        /// Nobody is left.
        void quiet();

        void failed(Unit unit, int line, String message);
    }

    private final Groups groups;
    private final Work work;
    private final InputOutput io;
    private final Chronicle chronicle;
    private final Listener listener;
    private final Starter threads = new ThreadStarter(this);
    private final Processes processes;
    private final ProcessStarter processStarter;
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicInteger alive = new AtomicInteger();
    private CoreSource source = CoreSource.EXACT;
    private List<Pool> pools = List.of();
    private @Nullable WorkerLaunch launch;

    /// Guards who is started, and its number.
    private final ReentrantLock guard = new ReentrantLock();

    private int units;
    private long begun;
    private long deadline = Long.MAX_VALUE;
    private volatile boolean stopping;

    Crew(Groups groups, Work work, InputOutput io, Processes processes, Chronicle chronicle, Listener listener) {
        this.groups = groups;
        this.work = work;
        this.io = io;
        this.processes = processes;
        this.processStarter = new ProcessStarter(processes);
        this.chronicle = chronicle;
        this.listener = listener;
    }

    /// Starts the workers of pools, which are there before the first unit.
    ///
    /// @param processes what those that are processes are started with
    /// @param known how well the cores are known; where they are not, units tell with each event which they are
    ///     on
    /// @return completes when they take tasks
    CompletableFuture<Void> open(List<Pool> all, WorkerLaunch processes, CoreSource known) {
        source = known;
        pools = all;
        launch = processes;
        return CompletableFuture.allOf(all.stream().map(it -> it.begin(this)).toArray(CompletableFuture[]::new));
    }

    /// Starts the units that there are to be at the beginning.
    ///
    /// @param deadline by the run's clock; nobody is started after it
    void start(long deadline) {
        this.deadline = deadline;
        begun = Clock.now();
        // Held until all have been started, so that the first to end is not taken for the last.
        alive.incrementAndGet();
        try {
            // Generators first: whoever comes after may resume them.
            groups.all().stream()
                    .filter(this::isStartedByTheRun)
                    .sorted(Comparator.comparing(it -> !isGenerator(it)))
                    .forEach(it -> start(it, it.missing(), RUN));
        } finally {
            started.countDown();
        }
        left();
    }

    /// Starts or retires units where a live knob has changed how many there are to be.
    void adjust() {
        for (var group : groups.all()) {
            if (group.isLive() && isStartedByTheRun(group)) {
                int missing = group.missing();
                if (missing > 0) {
                    start(group, missing, RUN);
                } else if (missing < 0) {
                    group.retire(-missing);
                }
            }
        }
    }

    /// Starts as many units of a group that is started by hand as its count says.
    void start(Group group, Unit parent) {
        start(group, group.wanted(), parent.id);
    }

    /// Whether neither a step starts it nor another group that it feeds.
    boolean isStartedByTheRun(Group group) {
        return !group.model.manual() && !processes.feeds(group.model.name());
    }

    /// Waits until all that the run itself starts has been started.
    void awaitStarted() throws InterruptedException {
        started.await();
    }

    private void start(Group group, int count, int parent) {
        if (group.model.kind() instanceof UnitGroup.Task) {
            return;
        }
        guard.lock();
        try {
            if (!stopping && count > 0) {
                startNow(group, count, parent);
            }
        } finally {
            guard.unlock();
        }
    }

    private void startNow(Group group, int count, int parent) {
        if (group.model.kind() instanceof UnitGroup.Process) {
            startProcesses(group, count, parent);
        } else {
            var lives = lives(group, count, parent);
            // Nobody, where the run was ended before the first of them.
            if (!lives.isEmpty()) {
                group.run(starter(group).start(lives));
            }
        }
    }

    /// With those that feed it: of each as many, unless its own count says otherwise.
    private void startProcesses(Group group, int count, int parent) {
        var chain = new ArrayList<Group>(List.of(group));
        var feeder = processes.head(group.model.name()).feeder();
        while (feeder.isPresent()) {
            chain.addFirst(groups.get(feeder.get()));
            feeder = processes.head(feeder.get()).feeder();
        }
        var lives = chain.stream()
                .map(it -> lives(it, it.wanted() == group.wanted() ? count : it.wanted(), parent))
                .toList();
        if (lives.stream().anyMatch(List::isEmpty)) {
            return;
        }
        var units = processStarter.startChains(lives);
        for (int i = 0; i < chain.size(); i++) {
            chain.get(i).run(units.get(i));
        }
    }

    private List<Life> lives(Group group, int count, int parent) {
        int firstIndex = group.started();
        int first = units;
        units += count;
        boolean alone = firstIndex == 0 && count == 1 && !group.isLive();
        chronicle.defineUnits(first, count, group.model, firstIndex, alone, parent);
        var starting = new Starting(group.model.name(), count, chronicle);
        var lives = new ArrayList<Life>(count);
        for (int i = 0; i < count && (i == 0 || i % FEW != 0 || !isTooLate()); i++) {
            int index = firstIndex + i + 1;
            var unit = new Unit(first + i, group.model.name(), alone, index, group.program(), this, ownEvents(group));
            lives.add(new Life(unit, group, parent, this, starting));
        }
        group.add(lives);
        if (!isGenerator(group)) {
            alive.addAndGet(lives.size());
        }
        return lives;
    }

    /// The writer of a unit that has one of its own; others use that of whatever carries them.
    private Optional<EventWriter> ownEvents(Group group) {
        return switch (group.model.kind()) {
            case UnitGroup.Thread _ -> events();
            case UnitGroup.Process _ -> chronicle.events();
            case UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Task _ -> Optional.empty();
        };
    }

    private Starter starter(Group group) {
        return switch (group.model.kind()) {
            case UnitGroup.Thread _ -> threads;
            case UnitGroup.Coroutine _ -> new LoopStarter(group.program().seat().orElseThrow(), this);
            case UnitGroup.Process _ -> processStarter;
            case UnitGroup.Generator _ -> new GeneratorStarter(chronicle);
            case UnitGroup.Task _ ->
                throw new UnsupportedOperationException(group.model.kind().word());
        };
    }

    /// A writer of events for one thread; where the cores are not known, it notes the core with each.
    Optional<EventWriter> events() {
        return source == CoreSource.ESTIMATED ? chronicle.events(NativeThread::core) : chronicle.events();
    }

    /// Says that a unit has come to its end.
    void ended(Life life) {
        life.group.ended(life);
        if (!isGenerator(life.group)) {
            left();
        }
    }

    /// A worker of a pool: a unit whose steps are those of the tasks that it runs.
    ///
    /// @param index from 1, in its pool
    /// @param events where it records
    Unit worker(String pool, int index, Optional<EventWriter> events) {
        guard.lock();
        try {
            int id = units++;
            var worker = new Unit(id, pool, false, index, Program.NONE, this, events);
            chronicle.define(new Definition.Unit(id, worker.name(), pool, index - 1, "worker", RUN));
            return worker;
        } finally {
            guard.unlock();
        }
    }

    /// Something is to be done before the run may be over, beside what units do.
    void hold() {
        alive.incrementAndGet();
    }

    /// A unit has ended, or what `hold` was called for is done.
    void left() {
        if (alive.decrementAndGet() == 0) {
            listener.quiet();
        }
    }

    void failed(Unit unit, int line, String message) {
        listener.failed(unit, line, message);
    }

    /// Says that the run is about to be ended: nobody is started any more, and units notice on their own.
    void hurry() {
        stopping = true;
    }

    /// Ends what still runs, and waits until the threads are gone, so that the picture of the cores has their
    /// last moment too.
    void stop() {
        hurry();
        awaitStarting();
        pools.forEach(Pool::interrupt);
        groups.all().stream().filter(it -> it.program().seat().isEmpty()).forEach(Group::interrupt);
        long patience = Clock.now() + PATIENCE.toNanos();
        processes.close(patience);
        try {
            for (var loop : loops()) {
                loop.close(patience);
            }
            awaitOthers(patience);
            stopGenerators();
        } catch (InterruptedException _) {
            // Whoever interrupts wants this to be over.
            Thread.currentThread().interrupt();
        }
    }

    private void awaitOthers(long patience) throws InterruptedException {
        for (var group : groups.all()) {
            for (var running : group.running()) {
                if (!running.join(left(patience))) {
                    return;
                }
            }
        }
        for (var pool : pools) {
            if (!pool.join(left(patience))) {
                return;
            }
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - Clock.now()));
    }

    /// When nobody is left to resume them.
    private void stopGenerators() {
        var generators = groups.all().stream().filter(Crew::isGenerator).toList();
        if (generators.isEmpty()) {
            return;
        }
        var run = new Unit(RUN, "the run", true, 0, Program.NONE, this, events());
        for (var group : generators) {
            for (var running : group.running()) {
                if (running instanceof Generator generator) {
                    generator.stop(run);
                }
            }
        }
        run.close();
    }

    /// A run does not go on for generators alone.
    private static boolean isGenerator(Group group) {
        return group.model.kind() instanceof UnitGroup.Generator;
    }

    /// Waits until nobody is in the midst of starting units.
    private void awaitStarting() {
        guard.lock();
        guard.unlock();
    }

    private List<EventLoop> loops() {
        var ofGroups = groups.all().stream()
                .flatMap(it -> it.program().seat().stream())
                .map(Program.Seat::loop);
        var ofPools = pools.stream().flatMap(it -> it.loop().stream());
        return Stream.concat(ofGroups, ofPools).distinct().toList();
    }

    /// Whether no more units are to be started.
    boolean isTooLate() {
        return stopping || Clock.now() > deadline;
    }

    boolean isStopping() {
        return stopping;
    }

    /// When the run began, by the run's clock; for units, which came after.
    long begun() {
        return begun;
    }

    Work work() {
        return work;
    }

    Processes processes() {
        return processes;
    }

    WorkerLaunch workers() {
        return requireNonNull(launch);
    }

    InputOutput io() {
        return io;
    }

    Chronicle chronicle() {
        return chronicle;
    }
}
