package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value;

/// Reading and writing variables.
final class PythonStateSteps {

    private final PythonFunction function;

    PythonStateSteps(PythonFunction function) {
        this.function = function;
    }

    private String variable(Target target) {
        return function.program.names.variable(target.name())
                + target.at()
                        .map(it -> "[" + function.expressions.oneLess(it) + "]")
                        .orElse("");
    }

    private Value.Type type(Target target) {
        return ((Resource.Variable) function.program.resource(target.name()))
                .initial()
                .type();
    }

    void read(Step.Read it) {
        function.give(it.local(), variable(it.variable()), it);
    }

    /// A plain one must not fall between the read and the write of an atomic one.
    void write(Step.Write it) {
        var to = variable(it.variable());
        var code = to + " = " + function.expressions.as(type(it.variable()), it.value());
        if (function.program.uses.isUpdated(it.variable().name())) {
            atomically(it, it.variable(), () -> function.add(code, it));
        } else {
            function.add(code, it);
        }
    }

    /// Without a lock, on purpose. CPython looks whether another thread wants to run at calls and at the ends of
    /// loops; in `+=` there is neither between the read and the write, where the sum may go round there is a call.
    void increment(Step.Increment it) {
        var name = it.variable().name();
        var type = type(it.variable());
        boolean isInPlace = !function.expressions.sumGoesRound(name, type, it.by());
        if (isInPlace && !function.async && function.program.uses.isContended(name)) {
            function.program.gap(
                    function.lines,
                    it.place(),
                    "`+=` reads, adds and writes; CPython happens not to switch threads in the middle of it, so that fewer updates get lost than in the scenario, or none.");
        }
        function.add(function.expressions.increment(name, type, variable(it.variable()), it.by()), it);
    }

    void update(Step.Update it) {
        var to = variable(it.variable());
        var name = it.variable().name();
        var expressions = function.expressions.updating(name, type(it.variable()), to);
        boolean goesRound = expressions.goesRound(it.value());
        var code = switch (it.value()) {
            case Expr.Binary(var _, BinaryOperator operator, Expr.Name(var _, var left), var right)
            when !goesRound && left.equals(name) && inPlace(operator) && isOther(right, name) ->
                to + " " + operator.symbol() + "= " + function.of(right);
            case Expr.Binary(
                    var _,
                    BinaryOperator last,
                    Expr.Binary(var _, BinaryOperator first, Expr.Name(var _, var left), var middle),
                    var right)
            when !goesRound
                    && type(it.variable()) != Value.Type.DECIMAL
                    && left.equals(name)
                    && first == BinaryOperator.ADD
                    && inPlace(last)
                    && isOther(middle, name)
                    && isOther(right, name) ->
                to + " += " + function.of(middle) + " " + last.symbol() + " " + function.expressions.summand(right);
            case Expr.Binary _, Expr.Literal _, Expr.Name _, Expr.Unary _ ->
                to + " = " + expressions.as(type(it.variable()), it.value());
        };
        atomically(it, it.variable(), () -> function.add(code, it));
    }

    private static boolean inPlace(BinaryOperator operator) {
        return operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
    }

    /// Whether something may stand behind `+=` of the variable.
    private boolean isOther(Expr expr, String name) {
        return StepContents.names(expr).noneMatch(name::equals) && !function.expressions.goesRound(expr);
    }

    void compareAndSet(Step.CompareAndSet it) {
        var to = variable(it.variable());
        var type = type(it.variable());
        var expected = function.expressions.as(type, it.expected());
        var equal = type == Value.Type.TIME
                ? "round(" + to + " - (" + expected + "), 9) == 0"
                : to + " == " + function.expressions.comparable(it.expected());
        var set = to + " = " + function.expressions.as(type, it.value());
        atomically(it, it.variable(), () -> {
            var condition = equal;
            if (it.into().isPresent()) {
                condition = function.names.of(it.into().get());
                function.add(condition + " = " + equal, it);
            }
            function.add("if " + condition + ":", it);
            function.lines.indented(() -> function.lines.add(set));
        });
    }

    /// Where only coroutines of one loop, or one unit alone, ever write it, nobody can come in between.
    private void atomically(Step step, Target variable, Runnable code) {
        if (function.program.uses.isContended(variable.name())) {
            function.add("with atomic:", step);
            function.lines.indented(code);
        } else {
            code.run();
        }
    }
}
