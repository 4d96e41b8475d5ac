package io.interleave.engine.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All processes of the system at a moment.
public final class ProcessTable {

    private static final File PROC = new File("/proc");

    /// Fields of `/proc/<pid>/stat` behind the name, which may itself hold spaces and parentheses
    /// (proc_pid_stat(5)).
    private static final int STATE = 0;

    private static final int PARENT = 1;
    private static final int GROUP = 2;
    private static final int SESSION = 3;
    private static final int START = 19;

    /// @param group the process group, 0 where unknown
    /// @param session 0 where unknown
    /// @param start when it was started, of no known unit: together with the pid it means this process and no
    ///     other
    /// @param dead whether it has ended and only its parent does not know yet
    /// @param stopped whether a signal made it do nothing until it is told to go on
    record Entry(int pid, int parent, int group, int session, long start, boolean dead, boolean stopped) {}

    private ProcessTable() {}

    /// Whether a process was stopped by a signal and does nothing until it is told to go on; not where that
    /// cannot be known.
    public static boolean isStopped(long pid) {
        return entry((int) pid).filter(Entry::stopped).isPresent();
    }

    static List<Entry> read() {
        var names = PROC.list();
        if (names == null || !new File(PROC, "self/stat").exists()) {
            return ofTheRuntime();
        }
        var entries = new ArrayList<Entry>();
        for (var name : names) {
            if (Character.isDigit(name.charAt(0))) {
                entry(Integer.parseInt(name)).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /// What is known of one process; empty where it is gone.
    static Optional<Entry> entry(int pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            char state = fields[STATE].charAt(0);
            return Optional.of(new Entry(
                    pid,
                    Integer.parseInt(fields[PARENT]),
                    Integer.parseInt(fields[GROUP]),
                    Integer.parseInt(fields[SESSION]),
                    Long.parseLong(fields[START]),
                    state == 'Z' || state == 'X',
                    state == 'T'));
        } catch (IOException _) {
            return PROC.exists() ? Optional.empty() : ProcessHandle.of(pid).map(ProcessTable::entry);
        }
    }

    /// The children of the first thread of a process, among them those that it has adopted; without them all of
    /// its children.
    static List<Integer> adopted(int pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/task/" + pid + "/children"))
                    .strip();
            return line.isEmpty()
                    ? List.of()
                    : Arrays.stream(line.split(" ")).map(Integer::valueOf).toList();
        } catch (IOException _) {
            return read().stream()
                    .filter(it -> it.parent() == pid)
                    .map(Entry::pid)
                    .toList();
        }
    }

    private static List<Entry> ofTheRuntime() {
        return ProcessHandle.allProcesses().map(ProcessTable::entry).toList();
    }

    private static Entry entry(ProcessHandle process) {
        return new Entry(
                (int) process.pid(),
                process.parent().map(it -> (int) it.pid()).orElse(0),
                0,
                0,
                process.info()
                        .startInstant()
                        .map(java.time.Instant::toEpochMilli)
                        .orElse(0L),
                !process.isAlive(),
                false);
    }

    /// Whether a process was given this environment entry when it was started; no if that cannot be seen.
    static Optional<String> environment(int pid, String name) {
        try {
            var all = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
            for (var entry : all.split("\0")) {
                if (entry.startsWith(name + "=")) {
                    return Optional.of(entry.substring(name.length() + 1));
                }
            }
            return Optional.empty();
        } catch (IOException _) {
            // It has ended, or belongs to somebody else.
            return Optional.empty();
        }
    }
}
