package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.trace.EventKind;

/// Compiles what generators do, and what is done with them.
final class GeneratorSteps {

    private final StepCompiler compiler;

    GeneratorSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op yield(Step.Yield it, int step) {
        var type = compiler.yields.orElseThrow();
        var value = StepCompiler.as(type, compiler.expressions.compile(it.value()));
        int slot = it.into().map(into -> compiler.local(into, type).slot()).orElseGet(compiler::hiddenSlot);
        return unit -> unit.locals[slot] = unit.generator().yield(value.value(unit.locals), step);
    }

    Op next(Step.Next it, int step) {
        var select = select(it.generator());
        var type = type(it.generator());
        var sent = it.sent().map(value -> StepCompiler.as(type, compiler.expressions.compile(value)));
        int slot = it.into().map(into -> compiler.local(into, type).slot()).orElseGet(compiler::hiddenSlot);
        var atEnd = compiler.optionalBody(it.atEnd());
        return unit -> {
            var generator = select.of(unit);
            unit.record(EventKind.STEP, -1, step, 0);
            long value = sent.isEmpty() ? 0 : sent.get().value(unit.locals);
            if (generator.resume(unit, it.place(), sent.isPresent(), value, slot)) {
                return;
            }
            if (atEnd.isEmpty()) {
                throw new UnitFailed(
                        it.place(),
                        "'%s' has ended: there is no next value".formatted(generator.name()) + Patience.CURE);
            }
            atEnd.get().run(unit);
        };
    }

    Op close(Step.Close it, int step) {
        var select = select(it.target());
        return unit -> {
            var generator = select.of(unit);
            unit.record(EventKind.STEP, -1, step, 0);
            generator.close(unit, it.place());
        };
    }

    private Value.Type type(Target target) {
        return ((UnitGroup.Generator) compiler.groups.get(target.name()).model.kind()).of();
    }

    private Memory.Selection<Generator> select(Target target) {
        var group = compiler.groups.get(target.name());
        var at = target.at().map(it -> compiler.expressions.compile(it).code()).orElse(Code.constant(1));
        return unit -> {
            long number = at.value(unit.locals);
            var running = group.life(number).map(it -> it.running);
            if (running.isPresent() && running.get() instanceof Generator generator) {
                return generator;
            }
            int started = group.started();
            throw new UnitFailed(
                    target.place(),
                    started == 0
                            ? "'%s' has not been started".formatted(target.name())
                            : "there is no %s %d: they count from 1 to %d".formatted(target.name(), number, started));
        };
    }
}
