package io.interleave.engine;

import io.interleave.model.Step;

/// Compiles what generators do, and what is done with them.
final class GeneratorSteps {

    private final StepCompiler compiler;

    GeneratorSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op yield(Step.Yield it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op next(Step.Next it, int step) {
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
