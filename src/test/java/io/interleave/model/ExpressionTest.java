package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.model.Value.Type;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionTest {

    private static final Map<String, Value> VALUES = Map.of(
            "w", new Value.Whole(7),
            "size", new Value.Whole(3),
            "d", new Value.Decimal(0.5),
            "t", new Value.Time(2_000_000),
            "on_", new Value.Truth(true),
            "s", new Value.Text("fifo"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3              ; 7",
                "(1 + 2) * 3            ; 9",
                "10 - 4 - 3             ; 3",
                "w / 2                  ; 3",
                "-7 / 2                 ; -3",
                "-7 % 2                 ; -1",
                "$w + w                 ; 14",
                "size - -1              ; 4",
                "w * d                  ; 3.5",
                "w / 2.0                ; 3.5",
                "7.5 % 2                ; 1.5",
                "1e3                    ; 1000.0",
                "2ms                    ; 2ms",
                "1.5s                   ; 1.5s",
                "250µs                  ; 250us",
                "1min                   ; 1min",
                "t + 500us              ; 2.5ms",
                "t - 3ms                ; -1ms",
                "t * 3                  ; 6ms",
                "0.5 * t                ; 1ms",
                "t / 4                  ; 500us",
                "t / 500us              ; 4.0",
                "t == 2000us            ; on",
                "w == 7.0               ; on",
                "w > 3 and d < 1        ; on",
                "w > 3 && not on_       ; off",
                "on_ or 1 / 0 == 1      ; on",
                "not on_ and 1 / 0 == 1 ; off",
                "!(w < 3) || off        ; on",
                "not w == 3             ; ",
                "s == 'fifo'            ; on",
                "s != \"fifo\"          ; off",
                "on_ == yes             ; on",
                "9223372036854775807 + 1; -9223372036854775808",
            })
    void hasItsValue(String text, String value) {
        var expr = Exprs.parse(text);
        if (value == null) {
            assertThat(ExprTypes.typeOf(expr, Exprs.NAMES).type()).isEmpty();
        } else {
            var result = Evaluator.evaluate(expr, VALUES::get);
            assertThat(KnobText.format(result)).isEqualTo(value);
            assertThat(ExprTypes.typeOf(expr, Exprs.NAMES).type()).contains(result.type());
        }
    }

    @ParameterizedTest
    @CsvSource({"1 / 0,1,6", "1 + w % (w - 7),5,16", "2.0 / 0.0,1,10", "t / 0,1,6", "t / 0s,1,7", "t / 0.0,1,8"})
    void divisionByZeroHasAPlace(String text, int from, int to) {
        assertThatThrownBy(() -> Evaluator.evaluate(Exprs.parse(text), VALUES::get))
                .isInstanceOfSatisfying(EvaluationException.class, it -> {
                    assertThat(it).hasMessageContaining("division by zero");
                    assertThat(it.place()).isEqualTo(new Place(1, from, 1, to));
                });
    }

    @Test
    void aNameWithoutAValueIsSaid() {
        assertThatThrownBy(() -> Evaluator.evaluate(Exprs.parse("1 + x"), VALUES::get))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("'x' has no value");
    }

    @Test
    void anUnknownNameIsAProblemWithTheNearest() {
        var typing = ExprTypes.typeOf(Exprs.parse("2 * siez"), Exprs.NAMES);
        assertThat(typing.type()).isEmpty();
        assertThat(typing.problems()).singleElement().satisfies(it -> {
            assertThat(it.place()).isEqualTo(new Place(1, 5, 1, 9));
            assertThat(it.nearest()).contains("size");
        });
    }

    @Test
    void everyWrongPartIsToldAtOnce() {
        var typing = ExprTypes.typeOf(Exprs.parse("(w + on_ > 1) and (zz == 1) and not d"), Exprs.NAMES);
        assertThat(typing.problems()).hasSize(3);
    }

    @Test
    void parenthesesBelongToTheirPlaceOfTheWhole() {
        var product = (Expr.Binary) Exprs.parse("(1 + 2) * (w)");
        assertThat(product.place()).isEqualTo(new Place(1, 1, 1, 14));
        assertThat(product.left().place()).isEqualTo(new Place(1, 2, 1, 7));
        assertThat(product.right().place()).isEqualTo(new Place(1, 12, 1, 13));
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void whatIsWrittenIsReadBack(Type type) {
        long seed = Long.getLong("interleave.seed", 20261122);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var expr = Exprs.random(random, type, random.nextInt(5));
            String text = ExprText.of(expr);
            if (text.length() > Limits.EXPRESSION_LENGTH) {
                continue;
            }
            assertThat(WithoutPlaces.of(Exprs.parse(text)))
                    .as("%s, seed %d", text, seed)
                    .isEqualTo(expr);
        }
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void theTypeFoundIsTheTypeOfTheValue(Type type) {
        long seed = Long.getLong("interleave.seed", 20261122);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var expr = Exprs.random(random, type, random.nextInt(6));
            assertThat(ExprTypes.typeOf(expr, Exprs.NAMES).type())
                    .as("seed %d", seed)
                    .contains(type);
            try {
                assertThat(Evaluator.evaluate(expr, VALUES::get).type())
                        .as("%s, seed %d", expr, seed)
                        .isEqualTo(type);
            } catch (EvaluationException divisionByZero) {
                assertThat(divisionByZero).hasMessageContaining("division by zero");
            }
        }
    }

    @Test
    void theLongestExpressionsAreReadWithoutTrouble() {
        assertThat(Evaluator.evaluate(Exprs.parse("1" + "+1".repeat(499)), VALUES::get))
                .isEqualTo(new Value.Whole(500));
        assertThat(Evaluator.evaluate(Exprs.parse("on" + "&&on".repeat(249)), VALUES::get))
                .isEqualTo(new Value.Truth(true));
        assertThat(Evaluator.evaluate(Exprs.parse("(".repeat(32) + "1" + ")".repeat(32)), VALUES::get))
                .isEqualTo(new Value.Whole(1));
    }
}
