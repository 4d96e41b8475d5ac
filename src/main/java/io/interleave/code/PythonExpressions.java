package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.ExprTypes;
import io.interleave.model.Step;
import io.interleave.model.Template;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Writes expressions in Python, with no more parentheses than that needs. Durations are seconds there.
final class PythonExpressions {

    private static final int OR = 0;
    private static final int AND = 1;
    private static final int NOT = 2;
    private static final int COMPARISON = 3;
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int SIGN = 6;
    private static final int OPERAND = 7;

    private final PythonParts parts;
    private final PythonRanges ranges;
    private final String unit;
    private final String updated;
    private final Map<String, Value.Type> types;
    private final UnaryOperator<String> names;

    /// Whether durations are whole numbers of nanoseconds, as in the scenario.
    private final boolean counts;

    /// @param unit whose locals names may be; empty for none
    /// @param names how a name of the scenario is written
    PythonExpressions(
            PythonParts parts,
            PythonRanges ranges,
            String unit,
            Map<String, Value.Type> types,
            UnaryOperator<String> names) {
        this(parts, ranges, unit, "", types, names, true);
    }

    private PythonExpressions(
            PythonParts parts,
            PythonRanges ranges,
            String unit,
            String updated,
            Map<String, Value.Type> types,
            UnaryOperator<String> names,
            boolean counts) {
        this.parts = parts;
        this.ranges = ranges;
        this.unit = unit;
        this.updated = updated;
        this.types = types;
        this.names = names;
        this.counts = counts;
    }

    /// These for the value of an update, in which the variable's own name is the variable.
    PythonExpressions updating(String variable, Value.Type type, String written) {
        var more = new HashMap<>(types);
        more.put(variable, type);
        return new PythonExpressions(
                parts, ranges, unit, variable, more, it -> it.equals(variable) ? written : names.apply(it), counts);
    }

    private record Written(String text, int strength) {
        String atLeast(int least) {
            return strength >= least ? text : "(" + text + ")";
        }
    }

    String of(Expr expr) {
        return rounded(expr).text();
    }

    /// How long to wait or to work: a part of a nanosecond is of no account there.
    String time(Expr expr) {
        return uncounted().of(expr);
    }

    private PythonExpressions uncounted() {
        return new PythonExpressions(parts, ranges, unit, updated, types, names, false);
    }

    /// Such that an operator or a member may stand beside it.
    String operand(Expr expr) {
        return rounded(expr).atLeast(OPERAND);
    }

    /// Such that it may stand behind a `+` or a `-`.
    String summand(Expr expr) {
        return rounded(expr).atLeast(PRODUCT);
    }

    /// Such that it may stand beside a comparison.
    String comparable(Expr expr) {
        return rounded(expr).atLeast(COMPARISON + 1);
    }

    /// As a value of that type: a whole number becomes a decimal one where that is wanted.
    String as(Value.Type type, Expr expr) {
        if (type != Value.Type.DECIMAL || type(expr) != Value.Type.WHOLE) {
            return of(expr);
        }
        return expr instanceof Expr.Literal(var _, Value.Whole(long whole))
                ? PythonText.literal(new Value.Decimal(whole))
                : "float(" + of(expr) + ")";
    }

    Value.Type type(Expr expr) {
        return ExprTypes.typeOf(expr, types).type().orElse(Value.Type.WHOLE);
    }

    /// One less: elements count from 0 in Python.
    String oneLess(Expr expr) {
        return moved(expr, -1);
    }

    /// One more: the end of a range is not in it in Python.
    String oneMore(Expr expr) {
        return moved(expr, 1);
    }

    private String moved(Expr expr, long by) {
        if (expr instanceof Expr.Literal(var _, Value.Whole(long whole))) {
            return Long.toString(whole + by);
        }
        if (expr instanceof Expr.Binary(var _, var operator, var left, Expr.Literal(var _, Value.Whole(long last)))
                && (operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT)
                && !goesRound(expr)) {
            long sum = (operator == BinaryOperator.ADD ? last : -last) + by;
            return sum == 0 ? of(left) : written(left).atLeast(SUM) + signed(sum);
        }
        return rounded(expr).atLeast(SUM) + signed(by);
    }

    private static String signed(long summand) {
        return summand < 0 ? " - " + -summand : " + " + summand;
    }

    /// As an argument of `range`, from the first number to the last, both included.
    String range(Expr from, Expr to) {
        boolean fromZero = from instanceof Expr.Literal(var _, Value.Whole(long first)) && first == 0;
        return fromZero ? "range(" + oneMore(to) + ")" : "range(" + of(from) + ", " + oneMore(to) + ")";
    }

    /// Where something else than a sum or a product is made of it: as it is after it has gone round, if it does.
    private Written rounded(Expr expr) {
        var written = written(expr);
        return goesRound(expr) ? new Written(rounded(written.text()), OPERAND) : written;
    }

    private String rounded(String number) {
        return parts.helper("int64") + "(" + number + ")";
    }

    /// The statement that adds to a variable, which is written `to`.
    String increment(String variable, Value.Type type, String to, Expr by) {
        return sumGoesRound(variable, type, by)
                ? to + " = " + rounded(to + " + " + written(by).atLeast(PRODUCT))
                : to + " += " + of(by);
    }

    /// Whether adding to a variable may go round.
    boolean sumGoesRound(String variable, Value.Type type, Expr by) {
        return type == Value.Type.WHOLE
                && (goesRound(by) || ranges.shared(variable).plus(range(by)).goesRound());
    }

    /// The sum of what the tasks of a `map` return.
    String sum(Step.MapTasks it, String results) {
        var sum = "sum(" + results + ")";
        return ranges.sum(it, unit).goesRound() ? rounded(sum) : sum;
    }

    private Written written(Expr expr) {
        return switch (expr) {
            case Expr.Literal(var _, var value) -> {
                var text = PythonText.literal(value);
                yield new Written(text, text.startsWith("-") ? SIGN : OPERAND);
            }
            case Expr.Name(var _, var name) -> new Written(names.apply(name), OPERAND);
            case Expr.Unary(var _, var operator, var operand) ->
                switch (operator) {
                    case NEGATE -> new Written("-" + written(operand).atLeast(OPERAND), SIGN);
                    case NOT -> new Written("not " + written(operand).atLeast(NOT), NOT);
                };
            case Expr.Binary it -> binary(it);
        };
    }

    private Written binary(Expr.Binary it) {
        return switch (it.operator()) {
            case OR -> grouped(it, " or ", OR);
            case AND -> grouped(it, " and ", AND);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                type(it.left()) == Value.Type.TIME ? timeComparison(it) : comparison(it);
            case ADD -> grouped(it, " + ", SUM);
            case SUBTRACT -> grouped(it, " - ", SUM);
            case MULTIPLY -> hasPartsOfNanos(it) ? scaled(it) : grouped(it, " * ", PRODUCT);
            case DIVIDE ->
                hasPartsOfNanos(it)
                        ? scaled(it)
                        : isWhole(it) ? whole(it, " // ", "quotient") : grouped(it, " / ", PRODUCT);
            case REMAINDER -> isWhole(it) ? whole(it, " % ", "remainder") : call("math.fmod", it);
        };
    }

    private Written grouped(Expr.Binary it, String operator, int strength) {
        boolean goesRoundLater =
                isWhole(it) && it.operator() != BinaryOperator.DIVIDE && it.operator() != BinaryOperator.REMAINDER;
        var left = goesRoundLater ? written(it.left()) : rounded(it.left());
        var right = goesRoundLater ? written(it.right()) : rounded(it.right());
        return new Written(left.atLeast(strength) + operator + right.atLeast(strength + 1), strength);
    }

    /// Two comparisons in a row would mean something else in Python.
    private Written comparison(Expr.Binary it) {
        return new Written(
                beside(it.left(), it.right()) + " " + it.operator().symbol() + " " + beside(it.right(), it.left()),
                COMPARISON);
    }

    /// Python compares a whole number and a decimal exactly, the scenario as decimals.
    private String beside(Expr expr, Expr other) {
        boolean isExact = type(expr) != Value.Type.WHOLE
                || type(other) != Value.Type.DECIMAL
                || range(expr).isWithin(0x1p53);
        return isExact ? comparable(expr) : "float(" + of(expr) + ")";
    }

    /// Sums of seconds are not exact: durations are compared to the nanosecond, or ten times 100 ms were less than 1 s.
    /// What is expected is about durations that were measured, where it may be simpler.
    private Written timeComparison(Expr.Binary it) {
        var sides = unit.isEmpty() ? uncounted() : this;
        var difference = sides.written(it.left()).atLeast(SUM) + " - "
                + sides.written(it.right()).atLeast(PRODUCT);
        return new Written("round(" + difference + ", 9) " + it.operator().symbol() + " 0", COMPARISON);
    }

    /// Whether Python's number may be one beyond 64 bits, at whose ends the scenario's numbers go round.
    boolean goesRound(Expr expr) {
        boolean computed = expr instanceof Expr.Binary || expr instanceof Expr.Unary;
        return computed && type(expr) == Value.Type.WHOLE && range(expr).goesRound();
    }

    private PythonRanges.Range range(Expr expr) {
        return ranges.of(expr, unit, updated);
    }

    /// Whether a duration is divided, or multiplied by a decimal.
    private boolean hasPartsOfNanos(Expr.Binary it) {
        boolean isOfTimes = type(it.left()) == Value.Type.TIME || type(it.right()) == Value.Type.TIME;
        boolean isOfDecimals = type(it.left()) == Value.Type.DECIMAL || type(it.right()) == Value.Type.DECIMAL;
        return counts && isOfTimes && (it.operator() == BinaryOperator.DIVIDE || isOfDecimals);
    }

    /// In nanoseconds, as the scenario has it: rounded where a decimal is in it, and else without what is left over.
    private Written scaled(Expr.Binary it) {
        var left = nanos(it.left());
        var right = nanos(it.right());
        if (type(it) == Value.Type.TIME && type(it.right()) == Value.Type.WHOLE) {
            return new Written(
                    parts.helper("from_nanos") + "(" + parts.helper("quotient") + "(" + left.text() + ", "
                            + right.text() + "))",
                    OPERAND);
        }
        var scaled = new Written(
                left.atLeast(PRODUCT) + " " + it.operator().symbol() + " " + right.atLeast(PRODUCT + 1), PRODUCT);
        return type(it) == Value.Type.TIME
                ? new Written(parts.helper("from_nanos") + "(" + scaled.text() + ")", OPERAND)
                : scaled;
    }

    private Written nanos(Expr expr) {
        return type(expr) == Value.Type.TIME
                ? new Written(parts.helper("in_nanos") + "(" + of(expr) + ")", OPERAND)
                : rounded(expr);
    }

    private boolean isWhole(Expr.Binary it) {
        return type(it) == Value.Type.WHOLE;
    }

    private Written whole(Expr.Binary it, String operator, String helper) {
        boolean perhapsNegative = range(it.left()).within64Bits().isNegative()
                || range(it.right()).isNegative();
        return perhapsNegative ? call(parts.helper(helper), it) : grouped(it, operator, PRODUCT);
    }

    private Written call(String function, Expr.Binary it) {
        if (function.startsWith("math.")) {
            parts.module("math");
        }
        return new Written(function + "(" + of(it.left()) + ", " + of(it.right()) + ")", OPERAND);
    }

    /// As it stands in a text: durations and switches as the scenario writes them.
    String shown(Expr expr) {
        return shown(type(expr), of(expr));
    }

    String shown(Value.Type type, String value) {
        return switch (type) {
            case WHOLE, DECIMAL, TEXT -> value;
            case TIME -> parts.helper("duration") + "(" + value + ")";
            case TRUTH -> "'on' if " + value + " else 'off'";
        };
    }

    /// A text with expressions in it, in quotes.
    String text(Template template) {
        return hole(template)
                .orElseGet(() -> StepContents.holes(template).findAny().isPresent()
                        ? "f\"" + formatted(template) + '"'
                        : PythonText.quoted(plain(template)));
    }

    /// A template that is one text and nothing else.
    private Optional<String> hole(Template template) {
        return template.parts().size() == 1
                        && template.parts().getFirst() instanceof Template.Hole(var value)
                        && type(value) == Value.Type.TEXT
                ? Optional.of(of(value))
                : Optional.empty();
    }

    private static String plain(Template template) {
        var text = new StringBuilder();
        for (var part : template.parts()) {
            if (part instanceof Template.Verbatim(var verbatim)) {
                text.append(verbatim);
            }
        }
        return text.toString();
    }

    /// Before Python 3.12 there is neither a backslash nor the outer quote within the braces.
    private String formatted(Template template) {
        var text = new StringBuilder();
        for (var part : template.parts()) {
            switch (part) {
                case Template.Verbatim(var verbatim) ->
                    text.append(PythonText.escaped(verbatim.replace("{", "{{").replace("}", "}}")));
                case Template.Hole(var value) -> {
                    var shown = shown(value);
                    boolean fits = shown.indexOf('"') < 0 && shown.indexOf('\\') < 0;
                    text.append(fits ? "{" + shown + "}" : "\" + str(" + shown + ") + f\"");
                }
            }
        }
        return text.toString();
    }
}
