package io.interleave.code;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/// Compiles and runs programs that were made from scenarios.
final class JavaPrograms {

    private JavaPrograms() {}

    /// How a run of a program ended.
    ///
    /// @param status empty where it had to be ended
    /// @param output all that it printed
    record Run(Optional<Integer> status, String output) {

        boolean held(String expectation) {
            return output.contains(expectation + ": held\n");
        }

        boolean didNotHold(String expectation) {
            return output.contains(expectation + ": did not hold\n");
        }
    }

    /// Compiles with all warnings on.
    ///
    /// @param classes where the classes go
    /// @return what the compiler has to say, best nothing
    static List<String> compile(List<Listing> listings, Path classes) throws IOException {
        var sources = Files.createDirectory(classes.resolve("sources" + System.nanoTime()));
        var arguments = new ArrayList<>(List.of(
                "-Xlint:all", "-proc:none", "-encoding", "UTF-8", "-cp", classes.toString(), "-d", classes.toString()));
        for (var listing : listings) {
            arguments.add(Files.writeString(sources.resolve(listing.fileName()), listing.text())
                    .toString());
        }
        var words = new StringWriter();
        try (var out = new PrintWriter(words)) {
            ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        }
        return words.toString().lines().toList();
    }

    /// Runs a compiled program in a JVM of its own, for no longer than `limit`; nothing of it is left then.
    static Run run(Listing listing, Path classes, Duration limit) throws IOException, InterruptedException {
        var output = Files.createTempFile(classes, "output", ".txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        listing.fileName().replace(".java", ""))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        for (var option : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            builder.environment().remove(option);
        }
        var process = builder.start();
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            var family = process.descendants().toArray(ProcessHandle[]::new);
            process.destroyForcibly();
            Arrays.stream(family).forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
        return new Run(ended ? Optional.of(process.exitValue()) : Optional.empty(), Files.readString(output));
    }
}
