package io.interleave.engine.process;

import io.interleave.cores.NativeProcess;
import io.interleave.cores.NativeProcess.Pipe;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// By the C library, with pipes of our own.
final class NativeLauncher implements Launcher {

    /// Enough for a thread that waits in the kernel.
    private static final long STACK = 128 << 10;

    @Override
    public List<Child> start(List<Recipe> chain) throws IOException {
        var started = new ArrayList<Child>();
        int feed = NativeProcess.NOWHERE;
        try {
            for (int i = 0; i < chain.size(); i++) {
                boolean last = i == chain.size() - 1;
                var between = last ? Optional.<Pipe>empty() : Optional.of(NativeProcess.pipe());
                int fed = feed;
                // Whatever becomes of it, the child's ends are no longer ours after its start.
                feed = between.map(Pipe::readEnd).orElse(NativeProcess.NOWHERE);
                try {
                    started.add(start(
                            chain.get(i), fed, between.map(Pipe::writeEnd).orElse(NativeProcess.NOWHERE), i > 0, last));
                } finally {
                    close(fed);
                    close(between.map(Pipe::writeEnd).orElse(NativeProcess.NOWHERE));
                }
            }
            return started;
        } catch (IOException e) {
            close(feed);
            started.forEach(it -> ProcessHandle.of(it.pid()).ifPresent(ProcessHandle::destroyForcibly));
            throw e;
        }
    }

    private static Child start(Recipe recipe, int fed, int feeds, boolean isFed, boolean last) throws IOException {
        try (var input = new Ends(!isFed && recipe.input());
                var output = new Ends(last && recipe.output());
                var errors = new Ends(recipe.errors())) {
            var toIt = input.writing();
            var fromIt = output.reading();
            var errorsOfIt = errors.reading();
            try {
                int pid = NativeProcess.spawn(
                        recipe.program(),
                        recipe.arguments(),
                        recipe.environment().entrySet().stream()
                                .map(it -> it.getKey() + "=" + it.getValue())
                                .toList(),
                        recipe.directory(),
                        isFed ? fed : input.readEnd(),
                        last ? output.writeEnd() : feeds,
                        errors.writeEnd());
                return new Child(pid, toIt, fromIt, errorsOfIt, end(pid));
            } catch (IOException e) {
                for (var stream : List.of(toIt, fromIt, errorsOfIt)) {
                    if (stream.isPresent()) {
                        stream.get().close();
                    }
                }
                throw new IOException("'%s' cannot be started: %s".formatted(recipe.program(), e.getMessage()), e);
            }
        }
    }

    private static CompletableFuture<Integer> end(int pid) {
        var ended = new CompletableFuture<Integer>();
        Thread.ofPlatform()
                .daemon()
                .name("process-" + pid)
                .stackSize(STACK)
                .start(() -> ended.complete(NativeProcess.awaitEnd(pid)));
        return ended;
    }

    private static void close(int descriptor) {
        if (descriptor != NativeProcess.NOWHERE) {
            NativeProcess.close(descriptor);
        }
    }

    /// A pipe to or from a child, or none. Our own end becomes a stream while both ends are still open here:
    /// opening one whose other end is gone would wait for it to come back.
    private static final class Ends implements AutoCloseable {

        private final Optional<Pipe> pipe;

        Ends(boolean wanted) throws IOException {
            pipe = wanted ? Optional.of(NativeProcess.pipe()) : Optional.empty();
        }

        int readEnd() {
            return pipe.map(Pipe::readEnd).orElse(NativeProcess.NOWHERE);
        }

        int writeEnd() {
            return pipe.map(Pipe::writeEnd).orElse(NativeProcess.NOWHERE);
        }

        Optional<OutputStream> writing() throws IOException {
            return pipe.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new FileOutputStream(NativeProcess.file(writeEnd()).toFile()));
        }

        Optional<InputStream> reading() throws IOException {
            return pipe.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new FileInputStream(NativeProcess.file(readEnd()).toFile()));
        }

        @Override
        public void close() {
            NativeLauncher.close(readEnd());
            NativeLauncher.close(writeEnd());
        }
    }
}
