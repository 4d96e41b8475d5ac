package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The units of a run, by number and by group, and the programs that nobody started by name: the threads and
/// processes of child processes. Those have numbers below {@link Spans#NONE}.
final class Units {

    /// Of one process, so many of its threads and processes have lanes.
    static final int MOST_CHILDREN = 16;

    /// Processes from one that is a unit down to another.
    private static final int DEEPEST = 100;

    final Population population = new Population();
    private final IntMap<UnitTrack> tracks = new IntMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<UnitTrack> programs = new ArrayList<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Integer> pids = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, UnitTrack> processes = new HashMap<>();
    private final Map<Integer, Group> children = new LinkedHashMap<>();
    private final IntFunction<UnitTrack> undefined = this::undefined;
    private final Cores cores;

    /// Changes whenever there is another program or process.
    private int generation;

    /// Changes whenever there is another lane.
    private int version;

    Units(Cores cores) {
        this.cores = cores;
    }

    void define(Definition.Unit it) {
        var group = group(it.group(), UnitKind.of(it.kind()), it.parent());
        put(new UnitTrack(it.id(), it.name(), group), 0);
    }

    void define(Definition.Units it) {
        var group = group(it.group(), UnitKind.of(it.kind()), it.parent());
        group.numberedFrom(it.first(), it.firstIndex());
        for (int i = 0; i < it.count(); i++) {
            put(new UnitTrack(it.first() + i, "", group), it.count() - i - 1);
        }
    }

    private Group group(String name, UnitKind kind, int parent) {
        return groups.computeIfAbsent(name, it -> new Group(groups.size(), it, kind, parent, population));
    }

    private UnitTrack undefined(int id) {
        var unit = new UnitTrack(id, "unit " + id, group("", UnitKind.THREAD, NONE));
        unit.group.add(unit, 0);
        version++;
        return unit;
    }

    private void put(UnitTrack unit, int coming) {
        tracks.put(unit.id, unit);
        unit.group.add(unit, coming);
        version++;
    }

    /// A unit that was never defined, because that part of the trace is damaged, gets a name made of its
    /// number.
    UnitTrack get(int id) {
        return isProgram(id) ? programs.get(-2 - id) : tracks.get(id, undefined);
    }

    boolean has(int id) {
        return isProgram(id) || tracks.find(id).isPresent();
    }

    private boolean isProgram(int id) {
        return id < NONE && -2 - id < programs.size();
    }

    String name(int id) {
        return has(id) ? get(id).name() : "another thread";
    }

    /// The unit of that name, or `NONE`.
    int idOf(String name) {
        for (var group : groups.values()) {
            for (var unit : group.shown()) {
                if (unit.name().equals(name)) {
                    return unit.id;
                }
            }
            for (int place = group.shown().size(); name.startsWith(group.name) && place < group.size(); place++) {
                if (group.units().get(place).name().equals(name)) {
                    return group.units().get(place).id;
                }
            }
        }
        return NONE;
    }

    Iterable<UnitTrack> all() {
        return tracks;
    }

    Iterable<UnitTrack> programs() {
        return programs;
    }

    Iterable<Group> groups() {
        return groups.values();
    }

    int version() {
        return version;
    }

    // Child processes

    /// @param pid of a unit that is a process of its own
    void startedProcess(long time, UnitTrack unit, int pid) {
        processes.put(pid, unit);
        generation++;
    }

    void define(Definition.Program it) {
        names.put(it.tid(), it.name());
        pids.put(it.tid(), it.pid());
        generation++;
        var unit = cores.thread(it.tid()).unit();
        if (unit.group.kind == UnitKind.CHILD) {
            unit.rename(it.name());
            version++;
        }
    }

    void define(Definition.Forked it) {
        pids.put(it.tid(), it.pid());
        names.remove(it.tid());
        if (it.tid() == it.pid()) {
            parents.put(it.pid(), it.parent());
        }
        generation++;
    }

    /// A thread has come onto a core that may be one of a child process.
    void seen(long time, ThreadTrack thread) {
        if (thread.unit() != UnitTrack.NOBODY || !thread.isNewsSince(generation)) {
            return;
        }
        var pid = pids.get(thread.tid);
        var process = pid == null ? null : processOf(pid);
        if (process == null || process.hasEnded()) {
            return;
        }
        thread.belongsTo(process, time);
        if (process.group.kind != UnitKind.PROCESS || thread.tid == process.tid()) {
            return;
        }
        var group = children.computeIfAbsent(
                process.id, it -> new Group(NONE, process.name(), UnitKind.CHILD, it, population));
        if (group.size() < MOST_CHILDREN) {
            var child = new UnitTrack(-2 - programs.size(), programName(thread.tid), group);
            programs.add(child);
            group.add(child, 0);
            version++;
            child.started(time, thread.tid);
            child.isCarriedBy(thread, time);
            cores.started(time, thread.tid, child);
        }
    }

    /// The unit whose process it is, or that of the process that started it, or that one's.
    private @Nullable UnitTrack processOf(int pid) {
        Integer at = pid;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            var process = processes.get(at);
            if (process != null) {
                return process;
            }
            at = parents.get(at);
        }
        return null;
    }

    int livingChildrenOf(UnitTrack process) {
        int living = 0;
        for (var child : childrenOf(process)) {
            living += child.isAlive() ? 1 : 0;
        }
        return living;
    }

    List<UnitTrack> childrenOf(UnitTrack process) {
        var group = children.get(process.id);
        return group == null ? List.of() : group.units();
    }

    int pidOf(int tid) {
        return pids.getOrDefault(tid, NONE);
    }

    /// What the kernel calls a thread or process; empty where it has not told.
    String programName(int tid) {
        return names.getOrDefault(tid, "");
    }
}
