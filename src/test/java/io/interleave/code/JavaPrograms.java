package io.interleave.code;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

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

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Listing listing) {
            super(URI.create("string:///" + listing.fileName()), Kind.SOURCE);
            text = listing.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }

    /// Compiles with all warnings on.
    ///
    /// @param classes where the classes go
    /// @return what the compiler has to say, best nothing
    static List<String> compile(List<Listing> listings, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-Xlint:all", "-proc:none", "-d", classes.toString());
        try (var files = compiler.getStandardFileManager(found, null, null)) {
            var sources = listings.stream().map(Source::new).toList();
            compiler.getTask(new StringWriter(), files, found, options, null, sources).call();
        }
        return found.getDiagnostics().stream()
                .map(it -> "%s:%d: %s"
                        .formatted(
                                it.getSource() == null ? "" : it.getSource().getName(),
                                it.getLineNumber(),
                                it.getMessage(null)))
                .toList();
    }

    /// Runs a compiled program in a JVM of its own, for no longer than `limit`; nothing of it is left then.
    static Run run(Listing listing, Path classes, Duration limit) throws IOException, InterruptedException {
        var output = Files.createTempFile(classes, "output", ".txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-cp", classes.toString(), listing.fileName().replace(".java", ""))
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
