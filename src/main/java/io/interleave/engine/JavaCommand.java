package io.interleave.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command that starts this very program by the Java runtime that it runs on, however it was itself started.
public final class JavaCommand {

    private static final String MODULE = "io.interleave";

    /// A system property that names a cache of classes loaded and profiles gathered in an engine's earlier life
    /// (JEP 514), which the packaged program brings along. One that does not fit this Java runtime or these
    /// classes is passed over without a word. Handed on to those who start others in their turn.
    private static final String CACHE_PROPERTY = "interleave.engine.cache";

    /// What is meant for our Java runtime or loader is not meant for those of our children.
    private static final List<String> NOT_INHERITED = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LD_PRELOAD");

    private JavaCommand() {}

    /// @param main in this program
    public static ProcessBuilder builder(Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        var windows = System.getProperty("os.name").startsWith("Windows");
        command.add(Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString());
        // The serial collector has no threads of its own, so that the cores belong to the scenario.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:-UsePerfData");
        command.add("-XX:+ExitOnOutOfMemoryError");
        var cache = System.getProperty(CACHE_PROPERTY);
        if (cache != null) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
            command.add("-D" + CACHE_PROPERTY + "=" + cache);
        }
        if (JavaCommand.class.getModule().isNamed()) {
            var path = System.getProperty("jdk.module.path");
            if (path != null) {
                command.add("--module-path");
                command.add(path);
            }
            command.add("--enable-native-access=" + MODULE);
            command.addAll(opening(MODULE));
            command.add("-m");
            command.add(MODULE + "/" + main.getName());
        } else {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("-cp");
            command.add(System.getProperty("java.class.path"));
            command.add(main.getName());
        }
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(NOT_INHERITED);
        return builder;
    }

    /// What event loops and generators need of the Java runtime, which does not offer it. Given to every process
    /// of this program, also to those that have neither: a start-up cache fits only where these are as they
    /// were when it was made.
    public static List<String> opening(String module) {
        return List.of(
                "--add-opens=java.base/java.lang=" + module, "--add-exports=java.base/jdk.internal.vm=" + module);
    }
}
