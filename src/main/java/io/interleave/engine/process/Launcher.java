package io.interleave.engine.process;

import io.interleave.cores.NativeProcess;
import java.io.IOException;
import java.util.List;

/// Starts processes.
public sealed interface Launcher permits NativeLauncher, PlainLauncher {

    /// Starts processes of which each is fed with the output of the one before, without passing through us.
    ///
    /// @param chain at least one
    /// @throws IOException naming the program and the reason; then none of them is left
    List<Child> start(List<Recipe> chain) throws IOException;

    /// The best that this system offers.
    static Launcher ofThisSystem() {
        return NativeProcess.isAvailable() ? new NativeLauncher() : new PlainLauncher();
    }
}
