package io.interleave.view.runs;

import io.interleave.view.store.KeptRun;
import io.interleave.view.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The runs that were deleted last, as long as they can be had back. Used in the background alone.
final class Wastebasket {

    /// Told what could not be done.
    @FunctionalInterface
    interface Trouble {
        void failed(String key, KeptRun run, IOException why);
    }

    private final RunStore store;
    private final Trouble trouble;
    private final List<RunStore.SetAside> contents = new ArrayList<>();

    Wastebasket(RunStore store, Trouble trouble) {
        this.store = store;
        this.trouble = trouble;
    }

    /// Takes these in, after what was in it is gone for good.
    void replaceBy(List<KeptRun> runs) {
        empty();
        for (var run : runs) {
            try {
                contents.add(store.setAside(run));
            } catch (IOException failed) {
                // Where it is no longer there, another window was quicker.
                if (Files.exists(run.directory())) {
                    trouble.failed("runs.failed.delete", run, failed);
                }
            }
        }
    }

    void restore() {
        for (var aside : contents) {
            try {
                aside.restore();
            } catch (IOException failed) {
                trouble.failed("runs.failed.restore", aside.run(), failed);
            }
        }
        contents.clear();
    }

    void empty() {
        for (var aside : contents) {
            try {
                aside.delete();
            } catch (IOException failed) {
                trouble.failed("runs.failed.delete", aside.run(), failed);
            }
        }
        contents.clear();
    }
}
