import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the start-up caches of the application and of its engine (JEP 514): each is run once, and what it loaded and learned is kept.
/// A cache is a convenience: without one the program starts all the same, so a failure here is told and no more.
class Training {

    /// @param java the runtime to train
    /// @param modules how the application's modules are found: an option and its value, or nothing where the runtime has them
    /// @param caches where interleave.aot and engine.aot go
    /// @param arguments what the application is given
    static void run(Path java, List<String> modules, Path caches, Path logs, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> application = new ArrayList<>(List.of("-Dglass.platform=Headless", "-Dprism.order=sw",
                "--enable-native-access=io.interleave,javafx.graphics"));
        application.addAll(modules);
        application.addAll(List.of("-m", "io.interleave/io.interleave.app.Main"));
        application.addAll(arguments);
        record(java, caches.resolve("interleave.aot"), logs.resolve("training.log"), application);

        // The engine warms up, hears that its application is gone, and ends: that is most of what it ever loads.
        List<String> engine = new ArrayList<>(List.of("-XX:+UseSerialGC", "--enable-native-access=io.interleave"));
        engine.addAll(modules);
        engine.addAll(List.of("-m", "io.interleave/io.interleave.run.EngineMain", "" + ProcessHandle.current().pid()));
        record(java, caches.resolve("engine.aot"), logs.resolve("engine-training.log"), engine);
    }

    private static void record(Path java, Path cache, Path log, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
        if (!Files.exists(cache)) System.err.println("[WARNING] No start-up cache was made, see " + log);
    }
}
