package io.interleave.cores;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/// The threads of this process, as `/proc` lists them.
final class Tasks {

    private static final File DIRECTORY = new File("/proc/self/task");

    private Tasks() {}

    /// Their ids; none where there is no such directory.
    static List<Integer> present() {
        var names = DIRECTORY.list();
        var tids = new ArrayList<Integer>();
        if (names != null) {
            for (var name : names) {
                tids.add(Integer.parseInt(name));
            }
        }
        return tids;
    }
}
