package io.interleave.run;

import io.interleave.engine.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command that starts an engine process: this very program by the Java runtime that it runs on, however it
/// was itself started.
final class EngineCommandLine {

    private static final String MODULE = "io.interleave";

    /// A system property that names a cache of classes loaded and profiles gathered in an engine's earlier life
    /// (JEP 514), which the packaged program brings along. One that does not fit this Java runtime or these
    /// classes is passed over without a word.
    private static final String CACHE_PROPERTY = "interleave.engine.cache";

    private EngineCommandLine() {}

    static List<String> arguments() {
        var arguments = new ArrayList<String>();
        var windows = System.getProperty("os.name").startsWith("Windows");
        arguments.add(Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString());
        // The serial collector has no threads of its own, so that the cores belong to the scenario.
        arguments.add("-XX:+UseSerialGC");
        arguments.add("-XX:-UsePerfData");
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        // What the Java runtime itself says, such as that memory has run out, must not come between our messages.
        arguments.add("-XX:+DisplayVMOutputToStderr");
        arguments.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        // A thread's first piece of the heap. Usually it is so large that ten thousand threads fill the heap again
        // and again with what they never use; one that uses it gets larger pieces soon.
        arguments.add("-XX:TLABSize=16k");
        // A million coroutines need a gigabyte and a half, which the usual quarter of a small machine is not.
        arguments.add("-XX:MaxRAMPercentage=50");
        var cache = System.getProperty(CACHE_PROPERTY);
        if (cache != null) {
            arguments.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off:stderr", "-Xlog:cds*=off:stderr"));
            // For the processes that the engine starts of this program.
            arguments.add("-D" + CACHE_PROPERTY + "=" + cache);
        }
        if (EngineCommandLine.class.getModule().isNamed()) {
            var path = System.getProperty("jdk.module.path");
            if (path != null) {
                arguments.add("--module-path");
                arguments.add(path);
            }
            arguments.add("--enable-native-access=" + MODULE);
            openTo(MODULE, arguments);
            arguments.add("-m");
            arguments.add(MODULE + "/" + EngineMain.class.getName());
        } else {
            arguments.add("--enable-native-access=ALL-UNNAMED");
            openTo("ALL-UNNAMED", arguments);
            arguments.add("-cp");
            arguments.add(System.getProperty("java.class.path"));
            arguments.add(EngineMain.class.getName());
        }
        arguments.add(Long.toString(ProcessHandle.current().pid()));
        return arguments;
    }

    private static void openTo(String module, List<String> arguments) {
        arguments.addAll(JavaCommand.opening(module));
        // A list of all virtual threads, for dumps, would cost a million of them as much as they cost themselves.
        arguments.add("-Djdk.trackAllThreads=false");
        // One thread that waits for sockets, and not a second scheduler beside ours.
        arguments.add("-Djdk.pollerMode=1");
    }
}
