package io.interleave.engine;

import io.interleave.model.Step;

/// Compiles what is done with child processes.
final class ProcessSteps {

    private final StepCompiler compiler;

    ProcessSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op kill(Step.Kill it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op communicate(Step.Communicate it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op writeLine(Step.WriteLine it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op readLine(Step.ReadLine it, int step) {
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
