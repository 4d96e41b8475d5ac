package io.interleave.engine;

import io.interleave.model.Expr;
import io.interleave.model.Expr.Binary;
import io.interleave.model.Expr.Unary;
import io.interleave.model.Place;
import io.interleave.model.Value.Type;
import io.interleave.trace.RawValue;
import java.util.Map;

/// Compiles expressions that {@link io.interleave.model.ExprTypes} found in order. What depends on nothing that
/// can change becomes a constant.
final class ExpressionCompiler {

    /// @param changes whether the value may differ from one moment to the next: it depends on a local or a live
    ///     knob
    record Compiled(Type type, Code code, boolean changes) {

        /// The value, for one that does not change.
        long constant() {
            return code.value(NO_LOCALS);
        }
    }

    /// Of an expression over knobs.
    static final long[] NO_LOCALS = {};

    private final Knobs knobs;
    private final Texts texts;
    private final Map<String, Local> locals;

    /// Where a unit keeps a value that it has read.
    record Local(int slot, Type type) {}

    ExpressionCompiler(Knobs knobs, Texts texts, Map<String, Local> locals) {
        this.knobs = knobs;
        this.texts = texts;
        this.locals = locals;
    }

    Compiled compile(Expr expr) {
        var compiled = code(expr);
        return compiled.changes() || mayFail(expr)
                ? compiled
                : new Compiled(compiled.type(), Code.constant(compiled.constant()), false);
    }

    private Compiled code(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> {
                var value = literal.value();
                yield new Compiled(value.type(), Code.constant(RawValue.of(value, texts::number)), false);
            }
            case Expr.Name name -> name(name);
            case Unary unary -> unary(unary);
            case Binary binary -> binary(binary);
        };
    }

    /// A division fails at the moment at which a unit comes to it, and not before.
    private static boolean mayFail(Expr expr) {
        return switch (expr) {
            case Expr.Literal _, Expr.Name _ -> false;
            case Unary unary -> mayFail(unary.operand());
            case Binary(var _, var operator, var left, var right) ->
                operator == Expr.BinaryOperator.DIVIDE
                        || operator == Expr.BinaryOperator.REMAINDER
                        || mayFail(left)
                        || mayFail(right);
        };
    }

    private Compiled name(Expr.Name name) {
        var local = locals.get(name.name());
        if (local != null) {
            int slot = local.slot();
            return new Compiled(local.type(), values -> values[slot], true);
        }
        int index = knobs.index(name.name()).orElseThrow();
        var knob = knobs.knob(index);
        var code = knob.live() ? (Code) _ -> knobs.get(index) : Code.constant(knobs.get(index));
        return new Compiled(knob.initial().type(), code, knob.live());
    }

    private Compiled unary(Unary unary) {
        var operand = compile(unary.operand());
        var it = operand.code();
        Code code = switch (unary.operator()) {
            case NOT -> locals -> it.value(locals) ^ 1;
            case NEGATE ->
                operand.type() == Type.DECIMAL
                        ? locals -> bits(-decimal(it.value(locals)))
                        : locals -> -it.value(locals);
        };
        return new Compiled(operand.type(), code, operand.changes());
    }

    private Compiled binary(Binary binary) {
        var left = compile(binary.left());
        var right = compile(binary.right());
        boolean changes = left.changes() || right.changes();
        var a = left.code();
        var b = right.code();
        boolean decimals = left.type() == Type.DECIMAL || right.type() == Type.DECIMAL;
        boolean bothTimes = left.type() == Type.TIME && right.type() == Type.TIME;
        if (decimals || bothTimes && binary.operator() == Expr.BinaryOperator.DIVIDE) {
            var result = left.type() == Type.TIME ^ right.type() == Type.TIME ? Type.TIME : Type.DECIMAL;
            return decimal(binary, asDecimal(left), asDecimal(right), result, changes);
        }
        var number = left.type() == Type.TIME || right.type() == Type.TIME ? Type.TIME : Type.WHOLE;
        return switch (binary.operator()) {
            case ADD -> new Compiled(number, locals -> a.value(locals) + b.value(locals), changes);
            case SUBTRACT -> new Compiled(number, locals -> a.value(locals) - b.value(locals), changes);
            case MULTIPLY -> new Compiled(number, locals -> a.value(locals) * b.value(locals), changes);
            case DIVIDE ->
                new Compiled(number, locals -> a.value(locals) / nonZero(b.value(locals), binary.place()), changes);
            case REMAINDER ->
                new Compiled(number, locals -> a.value(locals) % nonZero(b.value(locals), binary.place()), changes);
            case EQUAL -> truth(locals -> bit(a.value(locals) == b.value(locals)), changes);
            case NOT_EQUAL -> truth(locals -> bit(a.value(locals) != b.value(locals)), changes);
            case LESS -> truth(locals -> bit(a.value(locals) < b.value(locals)), changes);
            case LESS_OR_EQUAL -> truth(locals -> bit(a.value(locals) <= b.value(locals)), changes);
            case GREATER -> truth(locals -> bit(a.value(locals) > b.value(locals)), changes);
            case GREATER_OR_EQUAL -> truth(locals -> bit(a.value(locals) >= b.value(locals)), changes);
            case AND -> truth(locals -> a.value(locals) != 0 ? b.value(locals) : 0, changes);
            case OR -> truth(locals -> a.value(locals) != 0 ? 1 : b.value(locals), changes);
        };
    }

    private static Compiled decimal(Binary binary, Code a, Code b, Type result, boolean changes) {
        boolean time = result == Type.TIME;
        return switch (binary.operator()) {
            case ADD -> number(time, locals -> decimal(a.value(locals)) + decimal(b.value(locals)), changes);
            case SUBTRACT -> number(time, locals -> decimal(a.value(locals)) - decimal(b.value(locals)), changes);
            case MULTIPLY -> number(time, locals -> decimal(a.value(locals)) * decimal(b.value(locals)), changes);
            case DIVIDE ->
                number(
                        time,
                        locals -> decimal(a.value(locals)) / nonZero(decimal(b.value(locals)), binary.place()),
                        changes);
            case REMAINDER ->
                number(
                        time,
                        locals -> decimal(a.value(locals)) % nonZero(decimal(b.value(locals)), binary.place()),
                        changes);
            case EQUAL -> truth(locals -> bit(decimal(a.value(locals)) == decimal(b.value(locals))), changes);
            case NOT_EQUAL -> truth(locals -> bit(decimal(a.value(locals)) != decimal(b.value(locals))), changes);
            case LESS -> truth(locals -> bit(decimal(a.value(locals)) < decimal(b.value(locals))), changes);
            case LESS_OR_EQUAL -> truth(locals -> bit(decimal(a.value(locals)) <= decimal(b.value(locals))), changes);
            case GREATER -> truth(locals -> bit(decimal(a.value(locals)) > decimal(b.value(locals))), changes);
            case GREATER_OR_EQUAL ->
                truth(locals -> bit(decimal(a.value(locals)) >= decimal(b.value(locals))), changes);
            case AND, OR -> throw new IllegalArgumentException("decimals are not switches");
        };
    }

    @FunctionalInterface
    private interface DecimalCode {
        double value(long[] locals);
    }

    /// A duration that comes out of decimals is rounded to the nearest nanosecond.
    private static Compiled number(boolean time, DecimalCode code, boolean changes) {
        return time
                ? new Compiled(Type.TIME, locals -> Math.round(code.value(locals)), changes)
                : new Compiled(Type.DECIMAL, locals -> bits(code.value(locals)), changes);
    }

    private static Compiled truth(Code code, boolean changes) {
        return new Compiled(Type.TRUTH, code, changes);
    }

    private static Code asDecimal(Compiled it) {
        var code = it.code();
        return it.type() == Type.DECIMAL ? code : locals -> bits(code.value(locals));
    }

    private static long bit(boolean truth) {
        return truth ? 1 : 0;
    }

    private static long bits(double decimal) {
        return Double.doubleToRawLongBits(decimal);
    }

    private static double decimal(long bits) {
        return Double.longBitsToDouble(bits);
    }

    private static long nonZero(long divisor, Place place) {
        if (divisor == 0) {
            throw new UnitFailed(place, "division by zero");
        }
        return divisor;
    }

    private static double nonZero(double divisor, Place place) {
        if (divisor == 0) {
            throw new UnitFailed(place, "division by zero");
        }
        return divisor;
    }
}
