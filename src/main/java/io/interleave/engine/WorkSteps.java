package io.interleave.engine;

import io.interleave.model.Step;

/// Compiles work that has a name, input and output, and what can go wrong on purpose.
final class WorkSteps {

    private final StepCompiler compiler;

    WorkSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op kernel(Step.Kernelled it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op io(Step.Io it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op check(Step.Check it) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet");
        };
    }

    Op fail(Step.Fail it) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet");
        };
    }

    Op clock(Step.ReadClock it) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet");
        };
    }
}
