package io.interleave.run;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.trace.CoreSource;
import java.nio.file.Path;
import java.util.Optional;

/// A program that starts a run which would never end, keeps a spare warm, says which processes these are, and waits
/// to be killed.
final class StandInApp {

    private StandInApp() {}

    public static void main(String[] args) throws Exception {
        var text = LocalEnginesTest.ENDLESS;
        var engines = new LocalEngines();
        var settings = Settings.of(ScenarioReader.read(text).scenario().orElseThrow());
        var run = engines.start(new RunRequest(
                text, settings, Integer.MAX_VALUE, Optional.empty(), CoreSource.EXACT, true, Path.of(args[0])));
        engines.warmUp();
        while (ProcessHandle.current().children().count() < 2) {
            Thread.onSpinWait();
        }
        System.out.println(run.pid());
        ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
        System.out.println("done");
        Thread.currentThread().join();
    }
}
