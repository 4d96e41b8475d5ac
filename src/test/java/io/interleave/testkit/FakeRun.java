package io.interleave.testkit;

import io.interleave.model.Value;
import io.interleave.run.Run;
import io.interleave.run.RunEnd;
import io.interleave.run.RunReport;
import io.interleave.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// A run that goes on until it is stopped or the test ends it.
public final class FakeRun implements Run {

    public record Turn(String knob, Value value) {}

    private final RunRequest request;
    private final List<Turn> turns = new CopyOnWriteArrayList<>();
    private final CompletableFuture<RunEnd> end = new CompletableFuture<>();

    FakeRun(RunRequest request) {
        this.request = request;
    }

    public RunRequest request() {
        return request;
    }

    public List<Turn> turns() {
        return turns;
    }

    public void end(RunEnd how) {
        end.complete(how);
    }

    @Override
    public Path directory() {
        return request.directory();
    }

    @Override
    public long pid() {
        return 4711;
    }

    @Override
    public void turn(String knob, Value value) {
        turns.add(new Turn(knob, value));
    }

    @Override
    public void stop() {
        end.complete(new RunEnd.Stopped());
    }

    @Override
    public CompletionStage<RunEnd> end() {
        return end;
    }

    @Override
    public Optional<RunReport> report() {
        return Optional.empty();
    }
}
