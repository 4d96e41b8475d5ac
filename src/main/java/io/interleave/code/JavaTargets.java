package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Target;
import io.interleave.model.Value;

/// What a step acts on: a thing, or the one of several that it means.
final class JavaTargets {

    private final JavaModel model;
    private final JavaExpr expressions;

    JavaTargets(JavaModel model, JavaExpr expressions) {
        this.model = model;
        this.expressions = expressions;
    }

    /// A resource.
    String object(Target target) {
        boolean several = model.resource(target.name())
                .filter(it -> !it.count().equals(Resource.ONE))
                .isPresent();
        return several ? element(target) : model.names.field(target.name());
    }

    /// A unit of a group, or the group.
    String element(Target target) {
        var field = model.names.field(target.name());
        return target.at()
                .map(at -> "%s.get(%s)".formatted(field, position(at)))
                .orElse(field);
    }

    /// Elements count from 1 in a scenario and from 0 in Java.
    String position(Expr at) {
        return expressions.of(minusOne(at)).asInt();
    }

    private static Expr minusOne(Expr at) {
        if (at instanceof Expr.Literal(var _, Value.Whole(long number))) {
            return whole(number - 1);
        }
        if (at instanceof Expr.Binary(var place, var operator, var left, Expr.Literal(var _, Value.Whole(long by)))) {
            if (operator == BinaryOperator.ADD) {
                return by == 1 ? left : new Expr.Binary(place, operator, left, whole(by - 1));
            }
            if (operator == BinaryOperator.SUBTRACT) {
                return new Expr.Binary(place, operator, left, whole(by + 1));
            }
        }
        return new Expr.Binary(Place.NOWHERE, BinaryOperator.SUBTRACT, at, whole(1));
    }

    private static Expr whole(long number) {
        return new Expr.Literal(Place.NOWHERE, new Value.Whole(number));
    }
}
