package io.interleave.cores;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Keeps all that a listener is told, for looking at it afterwards.
final class Recording implements SwitchListener {

    enum What {
        IN,
        OUT_PREEMPTED,
        OUT_WAITING,
        EXIT,
        LOST,
        SAMPLED,
        STARTED,
        COMPLETE
    }

    /// @param value records lost, the parent of a thread that started, 1 for a sample that found it running
    record Entry(What what, long time, int core, int tid, long value) {}

    /// A stay of a thread on a core.
    record Stay(int tid, int core, long from, long to) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Of each thread that started: its process, the process that started it, and the names that it was given.
    final Map<Integer, Integer> processes = new ConcurrentHashMap<>();

    final Map<Integer, Integer> parents = new ConcurrentHashMap<>();
    final Map<Integer, List<String>> names = new ConcurrentHashMap<>();

    private synchronized void add(What what, long time, int core, int tid, long value) {
        entries.add(new Entry(what, time, core, tid, value));
        notifyAll();
    }

    @Override
    public void switchedIn(long time, int core, int tid) {
        add(What.IN, time, core, tid, 0);
    }

    @Override
    public void switchedOut(long time, int core, int tid, boolean preempted) {
        add(preempted ? What.OUT_PREEMPTED : What.OUT_WAITING, time, core, tid, 0);
    }

    @Override
    public void exited(long time, int core, int tid) {
        add(What.EXIT, time, core, tid, 0);
    }

    @Override
    public void lost(long time, int core, long records) {
        add(What.LOST, time, core, -1, records);
    }

    @Override
    public void sampled(long time, int tid, int core, boolean running) {
        add(What.SAMPLED, time, core, tid, running ? 1 : 0);
    }

    @Override
    public void started(long time, int tid, int pid, int parentTid, int parentPid) {
        add(What.STARTED, time, -1, tid, parentTid);
        parents.put(tid, parentPid);
        processes.put(tid, pid);
    }

    @Override
    public void renamed(long time, int tid, int pid, String name) {
        names.computeIfAbsent(tid, _ -> new ArrayList<>()).add(name);
    }

    @Override
    public void completeUntil(long time) {
        add(What.COMPLETE, time, -1, -1, 0);
    }

    synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /// The entries of one thread, in the order of their coming.
    List<Entry> of(int tid) {
        return all().stream().filter(entry -> entry.tid() == tid).toList();
    }

    /// The switches of one thread, in the order of their coming, its end among them.
    List<Entry> switchesOf(int tid) {
        return of(tid).stream()
                .filter(entry -> entry.what() != What.SAMPLED && entry.what() != What.STARTED)
                .toList();
    }

    Stream<Entry> of(What what) {
        return all().stream().filter(entry -> entry.what() == what);
    }

    /// The stays of one thread that have both begun and ended.
    List<Stay> staysOf(int tid) {
        var stays = new ArrayList<Stay>();
        Entry in = null;
        for (var entry : switchesOf(tid)) {
            if (entry.what() == What.IN) {
                in = entry;
            } else if (in != null) {
                stays.add(new Stay(tid, in.core(), in.time(), entry.time()));
                in = null;
            }
        }
        return stays;
    }

    /// Waits until each of the threads has ended, as the kernel sees it: later than `Thread.join` returns.
    synchronized void awaitExits(List<Integer> tids) throws InterruptedException {
        while (!tids.stream()
                .allMatch(tid -> entries.stream().anyMatch(e -> e.tid() == tid && e.what() == What.EXIT))) {
            wait();
        }
    }
}
