package io.interleave.engine.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A process that was started.
///
/// @param input what is written to it; empty where the recipe says that nothing is. Likewise the others.
/// @param ended its exit status, or the negative number of the signal that ended it; never completes
///     exceptionally
public record Child(
        long pid,
        Optional<OutputStream> input,
        Optional<InputStream> output,
        Optional<InputStream> errors,
        CompletableFuture<Integer> ended) {}
