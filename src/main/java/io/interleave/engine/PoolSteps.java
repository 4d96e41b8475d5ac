package io.interleave.engine;

import io.interleave.model.Step;

/// Compiles what is done with pools and their tasks.
final class PoolSteps {

    private final StepCompiler compiler;

    PoolSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op submit(Step.Submit it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op map(Step.MapTasks it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op shutdown(Step.Shutdown it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op awaitTask(Step.Await it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op giveBack(Step.Return it) {
        return unit -> {
            throw new UnitFailed(it.place(), "'return' is not built yet");
        };
    }
}
