package io.interleave.engine;

import io.interleave.engine.pool.Recycling;
import io.interleave.engine.pool.WorkerProcess;
import io.interleave.model.KnobText;
import io.interleave.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/// What the worker processes of a run are started with: they know the scenario as this process does.
///
/// @param directory where the run keeps files
record WorkerLaunch(String text, Settings settings, Path directory) {

    /// Starts a process, to be killed by the kernel when the calling thread ends.
    ///
    /// @param work as this process measured it
    WorkerProcess.Starting start(Recycling memory, Work work) throws IOException {
        var texts = new ArrayList<String>();
        texts.add(text);
        texts.add(directory.toString());
        texts.add(Double.toString(work.stepsPerNano()));
        settings.asMap().forEach((name, value) -> {
            texts.add(name);
            texts.add(KnobText.format(value));
        });
        return WorkerProcess.start(JavaCommand.builder(PoolWorkerMain.class), directory, texts, memory);
    }
}
