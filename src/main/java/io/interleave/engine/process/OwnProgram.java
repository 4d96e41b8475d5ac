package io.interleave.engine.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How further processes of this very program are started, by the Java runtime that it runs on, small and
/// quick.
final class OwnProgram {

    private static final String MODULE = "io.interleave";

    private OwnProgram() {}

    static List<String> command(String mainClass, String... arguments) {
        var command = new ArrayList<String>();
        var windows = System.getProperty("os.name").startsWith("Windows");
        command.add(Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx32m"));
        if (OwnProgram.class.getModule().isNamed()) {
            var path = System.getProperty("jdk.module.path");
            if (path != null) {
                command.addAll(List.of("--module-path", path));
            }
            command.addAll(List.of("--enable-native-access=" + MODULE, "-m", MODULE + "/" + mainClass));
        } else {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
            command.add(System.getProperty("java.class.path"));
            command.add(mainClass);
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /// Takes out of an environment what is meant for our own Java runtime and loader.
    static void scrub(Map<String, String> environment) {
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LD_PRELOAD"));
    }
}
