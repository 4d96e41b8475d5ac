import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
        List<String> application = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "--enable-native-access=io.interleave,javafx.graphics"));
        application.addAll(modules);
        application.addAll(List.of("-m", "io.interleave/io.interleave.app.Main"));
        application.addAll(arguments);
        record(java, caches.resolve("interleave.aot"), logs.resolve("training.log"), application, "");

        // The engine warms up, is told to run something small, hears that its application is gone, and ends.
        Path directory = Files.createTempDirectory("interleave-training");
        List<String> engine = new ArrayList<>(List.of("-XX:+UseSerialGC", "--enable-native-access=io.interleave",
                "--add-opens=java.base/java.lang=io.interleave", "--add-exports=java.base/jdk.internal.vm=io.interleave"));
        engine.addAll(modules);
        engine.addAll(List.of("-m", "io.interleave/io.interleave.run.EngineMain", "" + ProcessHandle.current().pid()));
        record(java, caches.resolve("engine.aot"), logs.resolve("engine-training.log"), engine, start(directory));
        Files.deleteIfExists(directory.resolve("engine.trace"));
        Files.delete(directory);
    }

    /// The message that starts a run, as the application sends it.
    private static String start(Path directory) {
        return """
                {"message": "start", "settings": {"lock": "on"}, "cores": 1, "limitNanos": 0, "best": "EXACT", \
                "directory": "%s", "traceLimit": 1048576, "scenario": "interleave: 1\\ntitle: Training\\n\
                knobs: { lock: { toggle: on } }\\nresources: { x: { variable: 0 } }\\n\
                units: { u: { thread: 1, steps: [ { increment: x }, { compute: 1ms } ] }, \
                c: { coroutine: 5000, steps: [ { sleep: 1ms }, { increment: x } ] } }\\n"}
                """.formatted(directory.toString().replace("\\", "\\\\"));
    }

    private static void record(Path java, Path cache, Path log, List<String> arguments, String input)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            // An engine whose input ends before its run does not finish that.
            for (int tries = 0; !input.isEmpty() && tries < 200 && !Files.readString(log).contains("ended"); tries++) {
                Thread.sleep(50);
            }
        }
        if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
        if (!Files.exists(cache)) System.err.println("[WARNING] No start-up cache was made, see " + log);
    }
}
