package io.interleave.engine;

import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import java.io.IOException;
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
        var amount = compiler.expressions.compile(it.amount()).code();
        return switch (it.medium()) {
            case SOCKET ->
                unit -> {
                    long nanos = StepCompiler.notNegative(amount.value(unit.locals), it.place());
                    blocking(
                            unit,
                            it.place(),
                            step,
                            nanos,
                            () -> unit.crew().io().await(nanos));
                };
            case FILE ->
                unit -> {
                    long bytes = amount.value(unit.locals);
                    if (bytes < 0 || bytes > InputOutput.LARGEST_FILE) {
                        throw new UnitFailed(
                                it.place(),
                                "a file of %d bytes: from 0 to %d can be written"
                                        .formatted(bytes, InputOutput.LARGEST_FILE));
                    }
                    var io = unit.crew().io();
                    blocking(
                            unit,
                            it.place(),
                            step,
                            bytes,
                            () -> io.throughFile("io-" + unit.id, bytes, unit::checkpoint));
                };
        };
    }

    /// What blocks the calling thread.
    @FunctionalInterface
    private interface Blocking {
        void run() throws IOException, InterruptedException;
    }

    private static void blocking(Unit unit, Place place, int step, long amount, Blocking call) {
        unit.beginBlocking();
        unit.record(EventKind.IO, -1, step, amount);
        try {
            call.run();
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } catch (IOException e) {
            throw new UnitFailed(place, "%s: %s".formatted(unit.name(), e.getMessage()));
        } finally {
            unit.record(EventKind.IO_OVER, -1, step, 0);
            unit.endBlocking();
        }
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
