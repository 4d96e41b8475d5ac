package io.interleave.engine.process;

import io.interleave.trace.Clock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// The main class of a guard: hears of processes until its input ends, and then kills all of them that are
/// left, with all that they have started.
///
/// What ends the program that it stands beside, such as an interrupt from the keyboard, is sent to it too: it
/// stays until that has ended.
public final class GuardMain {

    /// Nanoseconds for which it tries.
    private static final long PATIENCE = 5_000_000_000L;

    private GuardMain() {}

    /// @param args the name of the run
    public static void main(String[] args) throws IOException {
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(main)));
        var family = new Family(args[0], OptionalInt.empty());
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            int space = line.indexOf(' ');
            family.know(Integer.parseInt(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
        }
        family.kill(_ -> true, Clock.now() + PATIENCE);
        Runtime.getRuntime().halt(0);
    }

    private static void awaitEnd(Thread main) {
        try {
            main.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
