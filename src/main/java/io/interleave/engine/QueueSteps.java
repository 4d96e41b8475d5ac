package io.interleave.engine;

import io.interleave.model.Step;

/// Compiles what is done with queues.
final class QueueSteps {

    private final StepCompiler compiler;

    QueueSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op drain(Step.Drain it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op put(Step.Put it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op take(Step.Take it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op taskDone(Step.TaskDone it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op close(Step.Close it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }
}
