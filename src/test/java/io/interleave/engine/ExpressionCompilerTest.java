package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.engine.ExpressionCompiler.Local;
import io.interleave.model.EvaluationException;
import io.interleave.model.Evaluator;
import io.interleave.model.Expr;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Expr.UnaryOperator;
import io.interleave.model.ExprTypes;
import io.interleave.model.Place;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import io.interleave.trace.RawValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpressionCompilerTest {

    private static final int TRIES = 20_000;

    private final Texts texts = new Texts();

    /// The evaluator says what an expression means; the compiler must not differ from it anywhere.
    @Test
    void aCompiledExpressionHasTheValueThatTheEvaluatorFinds() {
        long seed = Long.getLong("interleave.seed", System.nanoTime());
        System.out.println("expressions with -Dinterleave.seed=" + seed);
        var random = new Random(seed);
        Map<String, Value> values = Map.of(
                "whole", new Value.Whole(7),
                "decimal", new Value.Decimal(-2.5),
                "time", new Value.Time(1500),
                "truth", new Value.Truth(true),
                "text", new Value.Text("fifo"),
                "zero", new Value.Whole(0));
        var locals = new HashMap<String, Local>();
        var slots = new long[values.size()];
        var types = new HashMap<String, Type>();
        values.forEach((name, value) -> {
            types.put(name, value.type());
            slots[locals.size()] = RawValue.of(value, texts::number);
            locals.put(name, new Local(locals.size(), value.type()));
        });
        var scenario = Runs.read(Runs.scenario("units: { u: { thread: 1, steps: [ { sleep: 1ms } ] } }"));
        var compiler = new ExpressionCompiler(new Knobs(scenario, Settings.of(scenario), texts), texts, locals);

        int compared = 0;
        for (int i = 0; i < TRIES; i++) {
            var expr = expression(random, 4, values);
            var type = ExprTypes.typeOf(expr, types).type();
            if (type.isEmpty()) {
                continue;
            }
            compared++;
            var compiled = compiler.compile(expr);
            assertThat(compiled.type()).as("type of %s", expr).isEqualTo(type.get());
            assertThat(run(compiled, slots)).as("value of %s", expr).isEqualTo(evaluate(expr, values));
        }
        assertThat(compared).isGreaterThan(TRIES / 100);
    }

    private Object run(ExpressionCompiler.Compiled compiled, long[] slots) {
        try {
            return RawValue.value(compiled.type(), compiled.code().value(slots), texts::text);
        } catch (UnitFailed failed) {
            return failed.getMessage();
        }
    }

    private static Object evaluate(Expr expr, Map<String, Value> values) {
        try {
            return Evaluator.evaluate(expr, values::get);
        } catch (EvaluationException e) {
            return "division by zero";
        }
    }

    private static Expr expression(Random random, int depth, Map<String, Value> values) {
        int kind = depth == 0 ? random.nextInt(2) : random.nextInt(6);
        return switch (kind) {
            case 0 ->
                new Expr.Name(
                        Place.NOWHERE,
                        values.keySet().stream().sorted().toList().get(random.nextInt(values.size())));
            case 1 -> new Expr.Literal(Place.NOWHERE, literal(random));
            case 2 ->
                new Expr.Unary(
                        Place.NOWHERE,
                        UnaryOperator.values()[random.nextInt(2)],
                        expression(random, depth - 1, values));
            default ->
                new Expr.Binary(
                        Place.NOWHERE,
                        BinaryOperator.values()[random.nextInt(BinaryOperator.values().length)],
                        expression(random, depth - 1, values),
                        expression(random, depth - 1, values));
        };
    }

    private static Value literal(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Value.Whole(random.nextInt(5) - 2);
            case 1 -> new Value.Decimal(random.nextInt(9) / 4.0 - 1);
            case 2 -> new Value.Time(random.nextInt(3000));
            case 3 -> new Value.Truth(random.nextBoolean());
            default -> new Value.Text(random.nextBoolean() ? "fifo" : "lifo");
        };
    }
}
