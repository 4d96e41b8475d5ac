package io.interleave.view.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Which runs go when there are more than fit.
public final class DiskLimit {

    /// Before the user has said otherwise.
    public static final long DEFAULT = 2L << 30;

    private DiskLimit() {}

    /// What the runs of the store take together.
    public static long used(List<KeptRun> runs) {
        return runs.stream()
                .filter(it -> it.place() == KeptRun.Place.STORE)
                .mapToLong(KeptRun::bytes)
                .sum();
    }

    /// The runs to delete so that the others take `limit` bytes at the most: the oldest, but none that is
    /// pinned and none in use. Where these alone take more, that is how it is.
    public static List<KeptRun> surplus(List<KeptRun> runs, long limit, Set<Path> inUse) {
        long used = used(runs);
        var going = new ArrayList<KeptRun>();
        var oldestFirst = runs.stream()
                .filter(it -> it.place() == KeptRun.Place.STORE && it.bytes() > 0)
                .sorted(Comparator.comparing(KeptRun::at).thenComparing(KeptRun::directory))
                .toList();
        for (var run : oldestFirst) {
            if (used <= limit) {
                break;
            }
            if (!run.marks().pinned() && !inUse.contains(run.directory())) {
                going.add(run);
                used -= run.bytes();
            }
        }
        return going;
    }
}
