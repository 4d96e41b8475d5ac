package io.interleave.engine.process;

import io.interleave.cores.NativeProcess;
import io.interleave.trace.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/// The processes of a run and all that they have started, whatever these did to get away: each belongs to the
/// unit whose process began it.
///
/// A process is known to belong by any of three signs. It descends from one that belongs, as the kernel's table
/// of processes says now; the kernel told of its start while that was so, which holds when its parents are
/// gone; or it carries in its environment the mark that was given to the first. Used by any thread.
public final class Family {

    /// The environment entry that marks a process: whose it is, as `run.unit`.
    public static final String MARK = "INTERLEAVE_PROCESS";

    /// Nanoseconds between two looks for those that are left.
    private static final long ROUND = 3_000_000;

    /// How long nobody must be seen before nobody is believed to be left: records of the kernel come so much
    /// later.
    private static final long QUIET = 6_000_000;

    /// The unit of a process that has shaken off all that would tell.
    private static final int UNKNOWN = -1;

    private final String run;
    private final OptionalInt adopter;
    private final int own = (int) ProcessHandle.current().pid();

    /// By pid the unit of each first process that runs, and of each that ever did.
    private final Map<Integer, Integer> running = new ConcurrentHashMap<>();

    private final Map<Integer, Integer> units = new ConcurrentHashMap<>();

    /// By the pid of each that the kernel told of the first process above it, or itself.
    private final Map<Integer, Integer> firsts = new ConcurrentHashMap<>();

    /// Those of an earlier life that were heard of: by pid when they were started, so that another of the same
    /// pid is not taken for them.
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    private record Known(int unit, long start) {}

    /// Adopted ones that were seen. Touched by one thread alone.
    private final Set<Integer> orphans = new HashSet<>();

    private final int session =
            ProcessTable.entry(own).map(ProcessTable.Entry::session).orElse(0);

    /// @param run what no other run is called
    /// @param adopter whose children those are that have lost their parents; empty if that may be anybody
    Family(String run, OptionalInt adopter) {
        this.run = run;
        this.adopter = adopter;
    }

    /// A family of this process, which takes in those that lose their parents where the system can do that.
    public static Family ofThisProcess(String run) {
        return new Family(
                run,
                NativeProcess.adoptOrphans(true)
                        ? OptionalInt.of((int) ProcessHandle.current().pid())
                        : OptionalInt.empty());
    }

    /// The mark of a unit's processes.
    public String mark(int unit) {
        return run + "." + unit;
    }

    /// A unit's process has been started.
    public void add(int unit, long pid) {
        units.put((int) pid, unit);
        running.put((int) pid, unit);
    }

    /// By pid the units of those processes of which it was told that they were started, and not that they have
    /// ended.
    public Map<Integer, Integer> present() {
        var present = new HashMap<>(running);
        firsts.forEach((pid, first) -> {
            var unit = units.get(first);
            if (unit != null) {
                present.put(pid, unit);
            }
        });
        return present;
    }

    /// A unit's process has ended, and its pid may be given to another. What it left behind still belongs.
    public void ended(long pid) {
        running.remove((int) pid);
    }

    /// The kernel tells that a process was started.
    ///
    /// @return the unit to which it belongs; empty for a first one, and where it is none of the family
    public Optional<Integer> started(int pid, int parent) {
        if (parent == own) {
            firsts.put(pid, pid);
            return Optional.empty();
        }
        var first = firsts.get(parent);
        if (first == null) {
            return Optional.empty();
        }
        firsts.put(pid, first);
        return Optional.ofNullable(units.get(first));
    }

    /// The kernel tells that a process has ended. If it had lost its parent, that is us by now.
    public void exited(int pid) {
        var first = firsts.remove(pid);
        if (first != null && first != pid) {
            NativeProcess.bury(pid);
        }
    }

    /// One that was heard of from elsewhere.
    void know(int unit, int pid) {
        ProcessTable.entry(pid).ifPresent(it -> known.put(pid, new Known(unit, it.start())));
    }

    /// Asks all processes of these units to end (SIGTERM), first ones before what they have started: a shell whose
    /// command ends before it is asked itself goes on, and tells of an exit code instead of the signal.
    ///
    /// @return how many were asked
    public int ask(IntPredicate which) {
        var members = members(which);
        members.stream()
                .sorted(Comparator.comparing(it -> !running.containsKey(it.pid())))
                .forEach(it -> ProcessHandle.of(it.pid()).ifPresent(ProcessHandle::destroy));
        return members.size();
    }

    /// Takes nobody in any more.
    public void close() {
        NativeProcess.adoptOrphans(false);
    }

    /// Whether any process of these units is left.
    public boolean isLeft(IntPredicate which) {
        return !members(which).isEmpty();
    }

    /// Kills all processes of these units (SIGKILL), again and again until none is left.
    ///
    /// @param deadline of the run's clock
    /// @return whether none is left
    public boolean kill(IntPredicate which, long deadline) {
        boolean interrupted = Thread.interrupted();
        try {
            return killAll(which, deadline);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean killAll(IntPredicate which, long deadline) {
        long quietSince = Long.MAX_VALUE;
        while (true) {
            var members = members(which);
            long now = Clock.now();
            if (members.isEmpty()) {
                quietSince = Math.min(quietSince, now);
                if (now - quietSince >= QUIET) {
                    return true;
                }
            } else {
                quietSince = Long.MAX_VALUE;
                // A whole group at once, so that none of it can start another in between.
                int ownGroup =
                        ProcessTable.entry(own).map(ProcessTable.Entry::group).orElse(0);
                members.stream()
                        .mapToInt(ProcessTable.Entry::group)
                        .filter(it -> it != ownGroup)
                        .distinct()
                        .forEach(NativeProcess::killGroup);
                members.forEach(it -> ProcessHandle.of(it.pid()).ifPresent(ProcessHandle::destroyForcibly));
            }
            if (now > deadline) {
                return members.isEmpty();
            }
            LockSupport.parkNanos(ROUND);
        }
    }

    /// Those that live now, of these units.
    private List<ProcessTable.Entry> members(IntPredicate which) {
        var table = ProcessTable.read();
        var children = new HashMap<Integer, List<ProcessTable.Entry>>();
        var open = new ArrayDeque<ProcessTable.Entry>();
        for (var entry : table) {
            children.computeIfAbsent(entry.parent(), _ -> new ArrayList<>()).add(entry);
            if (unit(entry).filter(which::test).isPresent()) {
                open.add(entry);
            }
        }
        var members = new HashMap<Integer, ProcessTable.Entry>();
        while (!open.isEmpty()) {
            var next = open.remove();
            if (members.put(next.pid(), next) == null) {
                open.addAll(children.getOrDefault(next.pid(), List.of()));
            }
        }
        members.values().stream().filter(this::isUnburied).forEach(it -> NativeProcess.bury(it.pid()));
        return members.values().stream().filter(it -> !it.dead()).toList();
    }

    /// Whether it has ended and waits for us, who took it in, to take notice. Of a first process whoever
    /// started it does.
    private boolean isUnburied(ProcessTable.Entry entry) {
        return entry.dead() && entry.parent() == own && !units.containsKey(entry.pid());
    }

    /// To which unit a process belongs by itself, its parents not asked.
    private Optional<Integer> unit(ProcessTable.Entry entry) {
        int pid = entry.pid();
        var first = firsts.get(pid);
        var heardOf = known.get(pid);
        if (running.containsKey(pid)) {
            return Optional.ofNullable(running.get(pid));
        } else if (first != null && first != pid) {
            return Optional.ofNullable(units.get(first));
        } else if (heardOf != null && heardOf.start() == entry.start()) {
            return Optional.of(heardOf.unit());
        } else if (pid == own || adopter.isPresent() && entry.parent() != adopter.getAsInt()) {
            return Optional.empty();
        }
        var marked = ProcessTable.environment(pid, MARK)
                .filter(it -> it.startsWith(run + "."))
                .map(it -> Integer.parseInt(it.substring(run.length() + 1)));
        if (marked.isPresent()) {
            return marked;
        }
        var leader = known.get(entry.session());
        return isStranger(entry)
                ? Optional.of(units.getOrDefault(entry.session(), UNKNOWN))
                : Optional.ofNullable(leader).map(Known::unit);
    }

    /// Whether it is our child but of another session: then it comes from a first process, of which each leads
    /// its own.
    private boolean isStranger(ProcessTable.Entry entry) {
        return entry.parent() == own && entry.session() != 0 && entry.session() != session;
    }

    /// Looks for processes that have lost their parents and become our children, and buries the dead among
    /// them.
    ///
    /// @return by pid the units of those that were not seen before, -1 where that is not known
    public Map<Integer, Integer> newlyAdopted() {
        var fresh = new HashMap<Integer, Integer>();
        var present = ProcessTable.adopted(own);
        orphans.retainAll(present);
        for (int pid : present) {
            if (!running.containsKey(pid) && !orphans.contains(pid)) {
                ProcessTable.entry(pid)
                        .filter(this::isStranger)
                        .flatMap(this::unit)
                        .ifPresent(unit -> {
                            orphans.add(pid);
                            fresh.put(pid, unit);
                        });
            }
        }
        orphans.forEach(NativeProcess::bury);
        return fresh;
    }
}
