package io.interleave.view.runs;

import io.interleave.view.store.KeptRun;
import java.util.List;

/// What the list of runs has to say, with something that the user can do about it.
public sealed interface ShelfNotice {

    /// These runs are no longer listed; they can still be had back.
    record Deleted(List<KeptRun> runs) implements ShelfNotice {
        public Deleted {
            runs = List.copyOf(runs);
        }
    }

    /// With a limit of so many bytes, these runs would go; nothing has been done yet.
    record WouldDelete(long limit, List<KeptRun> runs) implements ShelfNotice {
        public WouldDelete {
            runs = List.copyOf(runs);
        }
    }

    /// The next run that is chosen is compared with this one.
    record Comparing(KeptRun with) implements ShelfNotice {}

    /// Something could not be done.
    ///
    /// @param message what, why, and what to do now
    record Failed(String message) implements ShelfNotice {}
}
