package io.interleave.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The Python of this machine, where it has one that is new enough; a test that asks for it is skipped elsewhere.
public final class Python {

    private static final String NEW_ENOUGH = "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)";

    /// How a program ended.
    ///
    /// @param inTime whether it did so by itself
    /// @param status where it did
    public record Ending(boolean inTime, int status, String output, String errors) {}

    private static final class Found {
        static final boolean IS_NEW_ENOUGH = isNewEnough();
    }

    private Python() {}

    public static void assumeThere() {
        assumeTrue(Found.IS_NEW_ENOUGH, "there is no python3 on this machine, or it is older than 3.11");
    }

    private static boolean isNewEnough() {
        try {
            return new ProcessBuilder("python3", "-c", NEW_ENOUGH)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs a program in a directory, and ends it and all that it started when the time is up.
    public static Ending run(Path directory, long seconds, String... arguments) throws Exception {
        assumeThere();
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(directory, "output", ".txt");
        var errors = Files.createTempFile(directory, "errors", ".txt");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean inTime = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!inTime) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return new Ending(inTime, process.exitValue(), Files.readString(output), Files.readString(errors));
    }
}
