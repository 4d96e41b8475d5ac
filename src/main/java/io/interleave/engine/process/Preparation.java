package io.interleave.engine.process;

import io.interleave.cores.NativeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Does all that the start of a process does at its first use only, some fifty milliseconds of it: for a
/// process that waits to be given work. Nothing is executed.
public final class Preparation {

    /// Far enough in for the runtime to have loaded and bound what it needs.
    private static final int ATTEMPTS = 3;

    private Preparation() {}

    /// Tries to start a program that is not there.
    public static void run() {
        var nowhere = Path.of("/").toAbsolutePath().resolve("no program has this name");
        var recipe = new Recipe(nowhere, List.of("none"), Map.of(), nowhere.getRoot(), true, true, true);
        var launcher = Launcher.ofThisSystem();
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                launcher.start(List.of(recipe));
            } catch (IOException _) {
                // As it should be: it went as far as it can without a program.
                continue;
            }
        }
        try {
            new ProcessBuilder(nowhere.toString()).start();
        } catch (IOException _) {
            // Likewise, of the start by the runtime, which the guard has.
            NativeProcess.adoptOrphans(false);
        }
        ProcessTable.read();
    }
}
