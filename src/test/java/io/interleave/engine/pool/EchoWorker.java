package io.interleave.engine.pool;

import io.interleave.engine.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The main of a worker that gives back what it gets, except for tasks of certain names.
public final class EchoWorker {

    private EchoWorker() {}

    public static void main(String[] args) throws IOException {
        Worker.serve(args, (texts, witness) -> {
            if (texts.contains("unwilling")) {
                throw new IllegalArgumentException("it does not want to");
            }
            return EchoWorker::run;
        });
        Runtime.getRuntime().halt(0);
    }

    private static TaskReply run(TaskCall call) {
        return switch (call.task()) {
            case "fail" -> new TaskReply.Failure(7, "it fails");
            case "exit" -> {
                Runtime.getRuntime().halt(5);
                throw new AssertionError();
            }
            case "hang" -> {
                hang();
                throw new AssertionError();
            }
            default -> new TaskReply.Result(call.arguments()[0]);
        };
    }

    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    static WorkerProcess.Starting starting(Path directory, Recycling memory, String... start) throws IOException {
        return WorkerProcess.start(JavaCommand.builder(EchoWorker.class), directory, List.of(start), memory);
    }

    static WorkerProcess start(Path directory, Recycling memory) throws IOException {
        return starting(directory, memory).await();
    }
}
