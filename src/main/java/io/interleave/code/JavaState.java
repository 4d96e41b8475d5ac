package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// What is done with variables. Those that a step sets atomically are atomic objects, all others plain memory.
final class JavaState {

    private final JavaSteps steps;

    JavaState(JavaSteps steps) {
        this.steps = steps;
    }

    private Type type(Target variable) {
        return steps.model
                .resource(variable.name(), Resource.Variable.class)
                .initial()
                .type();
    }

    private boolean isAtomic(Target variable) {
        return steps.model.isAtomic(variable.name());
    }

    /// A field or an element of an array; of an atomic one the object.
    private String place(Target variable) {
        return isAtomic(variable) || variable.at().isEmpty()
                ? steps.targets.object(variable)
                : "%s[%s]"
                        .formatted(
                                steps.model.names.field(variable.name()),
                                steps.targets.position(variable.at().get()));
    }

    private String get(Target variable) {
        return place(variable) + (isAtomic(variable) ? ".get()" : "");
    }

    private void set(Target variable, String value, String comment) {
        steps.text.add(
                isAtomic(variable)
                        ? "%s.set(%s);".formatted(place(variable), value)
                        : "%s = %s;".formatted(place(variable), value),
                comment);
    }

    private static String comment(Step step, Target variable) {
        return step.word() + ": " + variable.name();
    }

    /// As what the variable keeps.
    private String value(Target variable, Expr expr) {
        var value = steps.expr(expr);
        return isAtomic(variable) && type(variable) == Type.DECIMAL ? value.boxed(Type.DECIMAL) : value.text();
    }

    void read(Step.Read it) {
        steps.assign(it, it.local(), get(it.variable()), comment(it, it.variable()));
    }

    void write(Step.Write it) {
        set(it.variable(), value(it.variable(), it.value()), comment(it, it.variable()));
    }

    void increment(Step.Increment it) {
        var by = steps.expr(it.by());
        boolean isOne = it.by() instanceof Expr.Literal(var _, Value.Whole(long one)) && one == 1;
        if (isAtomic(it.variable())) {
            set(
                    it.variable(),
                    get(it.variable()) + " + " + by.within(JavaValue.SUM + 1),
                    "increment: reads, adds, writes");
        } else if (isOne) {
            steps.text.add(place(it.variable()) + "++;", "increment: reads, adds, writes");
        } else {
            set(
                    it.variable(),
                    "%s + %s".formatted(place(it.variable()), by.within(JavaValue.SUM + 1)),
                    "increment: reads, adds, writes");
        }
    }

    void update(Step.Update it) {
        var name = it.variable().name();
        var type = type(it.variable());
        var comment = comment(it, it.variable());
        var object = place(it.variable());
        var added = type == Type.WHOLE || type == Type.TIME ? added(it.value(), name) : Optional.<Expr>empty();
        if (added.isPresent()) {
            steps.text.add(object + adding(added.get(), type) + ";", comment);
            return;
        }
        if (type == Type.TRUTH) {
            updateTruth(it, object, comment);
            return;
        }
        var before = steps.names.fresh("before");
        var expressions = steps.expressions(it2 -> it2.equals(name) ? JavaValue.simple(before, type) : settled(it2));
        var value = expressions.of(it.value());
        steps.text.add(
                "%s.updateAndGet(%s -> %s);"
                        .formatted(object, before, type == Type.DECIMAL ? value.boxed(type) : value.text()),
                comment);
    }

    /// There is no `updateAndGet` of an `AtomicBoolean`.
    private void updateTruth(Step.Update it, String object, String comment) {
        var name = it.variable().name();
        if (StepContents.names(it.value()).noneMatch(name::equals)) {
            steps.text.add(
                    "%s.set(%s);".formatted(object, steps.expr(it.value()).text()), comment);
            return;
        }
        var before = steps.names.fresh("before");
        var expressions = steps.expressions(it2 ->
                it2.equals(name) ? JavaValue.simple(before, Type.TRUTH) : steps.locals.value(it2, steps.names.of(it2)));
        steps.text.add("boolean %s;".formatted(before));
        steps.text.add("do {", comment);
        steps.text.indented(() -> steps.text.add("%s = %s.get();".formatted(before, object)));
        steps.text.add("} while (!%s.compareAndSet(%s, %s));"
                .formatted(object, before, expressions.of(it.value()).text()));
    }

    /// A local that a lambda may use: itself, or a copy, which is no `int` even where that is one.
    private JavaValue settled(String name) {
        var it = new Expr.Name(Place.NOWHERE, name);
        if (steps.isSettled(it)) {
            return steps.locals.value(name, steps.names.of(name));
        }
        var type = steps.locals.typeOfLocal(name);
        return JavaValue.simple(steps.settled(it, type, "now"), type);
    }

    /// What an expression adds to a variable, if that is all that it does.
    private static Optional<Expr> added(Expr expr, String variable) {
        if (!(expr instanceof Expr.Binary(var place, var operator, var left, var right))
                || StepContents.names(right).anyMatch(variable::equals)) {
            return Optional.empty();
        }
        boolean isSum = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
        if (isSum && left instanceof Expr.Name name && name.name().equals(variable)) {
            return Optional.of(
                    operator == BinaryOperator.ADD ? right : new Expr.Unary(place, Expr.UnaryOperator.NEGATE, right));
        }
        return isSum ? added(left, variable).map(it -> new Expr.Binary(place, operator, it, right)) : Optional.empty();
    }

    private String adding(Expr added, Type type) {
        if (added instanceof Expr.Literal(var _, Value.Whole(long one)) && one == 1) {
            return ".incrementAndGet()";
        }
        if (added instanceof Expr.Unary(var _, var _, Expr.Literal(var _, Value.Whole(long one))) && one == 1) {
            return ".decrementAndGet()";
        }
        return ".addAndGet(%s)".formatted(steps.expr(added).text());
    }

    void compareAndSet(Step.CompareAndSet it) {
        var type = type(it.variable());
        var object = place(it.variable());
        var expected = value(it.variable(), it.expected());
        var value = value(it.variable(), it.value());
        var call = "%s.compareAndSet(%s, %s)".formatted(object, expected, value);
        if (type == Type.DECIMAL || type == Type.TEXT) {
            // These are objects, and two of them can be equal without being one.
            var found = steps.names.fresh("found");
            steps.text.add("var %s = %s.get();".formatted(found, object));
            call = "%s.equals(%s) && %s.compareAndSet(%s, %s)".formatted(found, expected, object, found, value);
            if (it.into().isEmpty()) {
                steps.text.add("if (%s.equals(%s)) %s.compareAndSet(%s, %s);"
                        .formatted(found, expected, object, found, value));
                return;
            }
        }
        if (it.into().isPresent()) {
            steps.assign(it, it.into().get(), call, "");
        } else {
            steps.text.add(call + ";");
        }
    }
}
