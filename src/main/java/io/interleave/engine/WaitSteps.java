package io.interleave.engine;

import io.interleave.engine.Awaitable.Waited;
import io.interleave.model.Step;
import io.interleave.model.Value;

/// Compiles what is done with conditions, barriers, latches, phasers and events.
final class WaitSteps {

    private final StepCompiler compiler;

    WaitSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op await(Step.Await it, int step) {
        var select = compiler.memory.select(it.target(), Shared.class, compiler.expressions);
        int slot = it.into()
                .map(local -> compiler.local(local, Value.Type.WHOLE).slot())
                .orElseGet(compiler::hiddenSlot);
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            var shared = select.of(unit);
            if (!(shared instanceof Awaitable awaited)) {
                throw new UnitFailed(it.place(), "'%s' is nothing that can be awaited".formatted(shared.name));
            }
            switch (awaited.await(unit, it, step, patience.nanos(unit))) {
                case Waited.Met(var into) -> unit.locals[slot] = into;
                case Waited.TimedOut() -> patience.timeUp(unit, shared.name);
                case Waited.Never(var why) -> patience.inVain(unit, why);
            }
        };
    }

    Op signal(Step.Signal it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op clear(Step.Clear it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op countDown(Step.CountDown it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op arrive(Step.Arrive it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op register(Step.Register it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op deregister(Step.Deregister it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }
}
