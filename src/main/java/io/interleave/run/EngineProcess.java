package io.interleave.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;

/// An engine process as its parent sees it.
final class EngineProcess {

    /// Characters of its standard error that are kept, the last ones.
    private static final int ERRORS_KEPT = 4096;

    private final Process process;
    private final OutputStream input;
    private final CompletableFuture<Optional<Message>> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final StringBuffer errors = new StringBuffer();
    private final Thread errorReader;

    private EngineProcess(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
        var pid = process.pid();
        Thread.ofPlatform().daemon().name("engine-replies-" + pid).start(this::readReplies);
        errorReader = Thread.ofPlatform().daemon().name("engine-errors-" + pid).start(this::readErrors);
    }

    /// Starts a process. On Linux it is killed when the calling thread ends, so that must live as long as this
    /// program.
    static EngineProcess spawn() throws IOException {
        var builder = new ProcessBuilder(EngineCommandLine.arguments());
        // What is meant for our Java runtime or loader is not meant for the engine's.
        builder.environment()
                .keySet()
                .removeAll(java.util.List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LD_PRELOAD"));
        return new EngineProcess(builder.start());
    }

    Process process() {
        return process;
    }

    /// Completes when the engine is warm; exceptionally never.
    CompletableFuture<Void> ready() {
        return ready;
    }

    /// Completes when the first unit of its run starts, which may be never.
    CompletableFuture<Void> begun() {
        return begun;
    }

    /// What it said last: how the run ended, or that it was refused; empty if it ended without a word.
    CompletableFuture<Optional<Message>> answer() {
        return answer;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Sends a message; a process that is gone does not hear it, which its end tells.
    synchronized void send(Message message) {
        try {
            input.write(Wire.line(message));
            input.flush();
        } catch (IOException e) {
            errors.append("It could not be told '%s': %s%n"
                    .formatted(message.getClass().getSimpleName(), e.getMessage()));
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    /// The last that it wrote to its standard error, once it has ended.
    String lastErrors() {
        try {
            errorReader.join(200);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return errors.toString().strip();
    }

    private void readReplies() {
        Optional<Message> last = Optional.empty();
        try (var lines = reader(process.getInputStream())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var message = Wire.message(line);
                switch (message) {
                    case Message.Ready _ -> ready.complete(null);
                    case Message.Begun _ -> begun.complete(null);
                    case Message.Ended _, Message.Refused _ -> {
                        last = Optional.of(message);
                        dismiss();
                    }
                    case Message.Start _, Message.Turn _, Message.Stop _ ->
                        throw new IOException("not a reply: " + line);
                }
            }
        } catch (IOException | JacksonException e) {
            errors.append("It answered what cannot be understood: ").append(e.getMessage());
            kill();
        } finally {
            answer.complete(last);
        }
    }

    /// It has said its last word, and may go.
    private synchronized void dismiss() throws IOException {
        input.close();
    }

    private void readErrors() {
        try (var lines = reader(process.getErrorStream())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                errors.append(line).append('\n');
                if (errors.length() > ERRORS_KEPT) {
                    errors.delete(0, errors.length() - ERRORS_KEPT);
                }
            }
        } catch (IOException e) {
            errors.append(e.getMessage());
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
