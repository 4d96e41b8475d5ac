package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.trace.EventKind;

/// Compiles what units do to other units.
final class UnitSteps {

    private final StepCompiler compiler;

    UnitSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op start(Step.Start it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op await(Step.Await it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op poll(Step.Poll it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op cancel(Step.Cancel it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op gather(Step.Gather it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    /// Of a coroutine, lets the others of its loop run that could.
    Op pause(Step.Pause it, int step) {
        return unit -> {
            unit.beginBlocking();
            unit.record(EventKind.STEP, -1, step, 0);
            Thread.yield();
            unit.endBlocking();
        };
    }
}
