package io.interleave.engine;

import io.interleave.engine.pool.Worker;
import java.io.IOException;

/// The main class of a worker process: runs tasks of a scenario for an engine, until that has no more or is
/// gone.
public final class PoolWorkerMain {

    private PoolWorkerMain() {}

    /// @param args see {@link Worker}
    public static void main(String[] args) throws IOException {
        Worker.serve(args, TaskPrograms::new);
        Runtime.getRuntime().halt(0);
    }
}
