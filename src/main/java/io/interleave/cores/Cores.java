package io.interleave.cores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The cores that the kernel schedules on at present.
final class Cores {

    private static final Path ONLINE = Path.of("/sys/devices/system/cpu/online");

    private Cores() {}

    static List<Integer> online() {
        try {
            return parse(KernelFile.line(ONLINE));
        } catch (IOException e) {
            throw new UncheckedIOException("reading which cores are online from " + ONLINE, e);
        }
    }

    /// Reads the kernel's list format, as in `0-3,6,8-9` (Documentation/admin-guide/kernel-parameters.rst, "cpu
    /// lists").
    static List<Integer> parse(String list) {
        var cores = new ArrayList<Integer>();
        for (var part : list.strip().split(",")) {
            var ends = part.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
                cores.add(core);
            }
        }
        return List.copyOf(cores);
    }
}
