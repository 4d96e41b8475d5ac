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
                case Waited.Never(var why) -> {
                    // Where the run is being ended, that is why.
                    unit.checkpoint();
                    patience.inVain(unit, why);
                }
            }
        };
    }

    Op signal(Step.Signal it, int step) {
        var select = compiler.memory.select(it.target(), Shared.class, compiler.expressions);
        return unit -> {
            switch (select.of(unit)) {
                case Signals signals -> signals.signal(unit, it, step);
                case Flag flag -> flag.set(unit, step);
                case Shared other -> throw new UnitFailed(it.place(), "'%s' cannot be signalled".formatted(other.name));
            }
        };
    }

    Op clear(Step.Clear it, int step) {
        var select = compiler.memory.select(it.event(), Flag.class, compiler.expressions);
        return unit -> select.of(unit).clear(unit, step);
    }

    Op countDown(Step.CountDown it, int step) {
        var select = compiler.memory.select(it.latch(), Latch.class, compiler.expressions);
        return unit -> select.of(unit).countDown(unit, step);
    }

    Op arrive(Step.Arrive it, int step) {
        var select = compiler.memory.select(it.phaser(), Phaser.class, compiler.expressions);
        return unit -> select.of(unit).arrive(unit, step, it.place());
    }

    Op register(Step.Register it, int step) {
        var select = compiler.memory.select(it.phaser(), Phaser.class, compiler.expressions);
        return unit -> select.of(unit).register(unit, step);
    }

    Op deregister(Step.Deregister it, int step) {
        var select = compiler.memory.select(it.phaser(), Phaser.class, compiler.expressions);
        return unit -> select.of(unit).deregister(unit, step, it.place());
    }
}
