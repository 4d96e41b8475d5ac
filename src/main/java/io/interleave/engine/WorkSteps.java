package io.interleave.engine;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/// Compiles work that has a name, input and output, and what can go wrong on purpose.
final class WorkSteps {

    private final StepCompiler compiler;

    WorkSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    /// How long it will take is not known: 0 is recorded.
    Op kernel(Step.Kernelled it, int step) {
        var kernel = it.kernel();
        var size = compiler.expressions.compile(it.size()).code();
        int slot = it.into()
                .map(into -> compiler.local(into, Value.Type.WHOLE).slot())
                .orElseGet(compiler::hiddenSlot);
        long largest = Kernels.largest(kernel);
        return unit -> {
            long asked = size.value(unit.locals);
            if (asked < 0 || asked > largest) {
                throw new UnitFailed(
                        it.place(),
                        "%s takes a size from 0 to %d, and this one is %d".formatted(kernel.word(), largest, asked));
            }
            unit.record(EventKind.COMPUTE, -1, step, 0);
            unit.locals[slot] = Kernels.run(kernel, asked, unit::checkpoint);
        };
    }

    Op io(Step.Io it, int step) {
        return unit -> {
            throw new UnitFailed(it.place(), "'" + it.word() + "' is not built yet, step " + step + compiler.texts);
        };
    }

    Op check(Step.Check it) {
        var condition = compiler.expressions.compile(it.condition()).code();
        var values = new LinkedHashMap<String, StepCompiler.Text>();
        for (var name : names(it.condition())) {
            values.put(name.name(), compiler.formatted(compiler.expressions.compile(name)));
        }
        return unit -> {
            if (condition.value(unit.locals) == 0) {
                var found = new ArrayList<String>();
                values.forEach((name, value) -> found.add(name + " is " + value.of(unit.locals)));
                var where = found.isEmpty() ? "" : ": " + String.join(", ", found);
                throw new UnitFailed(it.place(), "'%s' does not hold%s".formatted(it.text(), where));
            }
        };
    }

    /// The names in an expression, in its order.
    private static Set<Expr.Name> names(Expr expr) {
        var names = new LinkedHashSet<Expr.Name>();
        switch (expr) {
            case Expr.Literal _ -> {}
            case Expr.Name name -> names.add(name);
            case Expr.Unary unary -> names.addAll(names(unary.operand()));
            case Expr.Binary binary -> {
                names.addAll(names(binary.left()));
                names.addAll(names(binary.right()));
            }
        }
        return names;
    }

    Op fail(Step.Fail it) {
        var message = compiler.text(it.message());
        return unit -> {
            throw new UnitFailed(it.place(), message.of(unit.locals));
        };
    }

    Op clock(Step.ReadClock it) {
        int slot = compiler.local(it.local(), Value.Type.TIME).slot();
        return unit -> unit.locals[slot] = Clock.now() - unit.crew().begun();
    }
}
