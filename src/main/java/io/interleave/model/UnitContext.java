package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of a group of units at the point of its text that the reading has come to, and how its steps
/// name things.
final class UnitContext {

    /// Something that a step names, and how it does so.
    record Found<D>(D it, Target target) {}

    private static final String AT = "at";

    final UnitHead unit;
    final Declarations declarations;
    final Problems problems;
    final Scope scope;
    final Held held = new Held();
    private final Map<String, Optional<Type>> handles = new HashMap<>();

    UnitContext(UnitHead unit, Declarations declarations, Problems problems) {
        this.unit = unit;
        this.declarations = declarations;
        this.problems = problems;
        this.scope = declarations.unitScope();
        if (unit.word().equals("task")) {
            scope.remove(UnitGroup.INDEX);
            scope.refuse(UnitGroup.INDEX, "the number of a unit, and a task is none; give it a number by 'with'");
        }
    }

    Optional<Expr> expr(Optional<YamlNode.Scalar> scalar, Type type) {
        return scalar.flatMap(it -> Expressions.read(it, scope, type, problems));
    }

    /// An expression of this type, or where that could not be told, of any.
    Optional<Expr> expr(Optional<YamlNode.Scalar> scalar, Optional<Type> type) {
        return type.isPresent()
                ? expr(scalar, type.get())
                : scalar.flatMap(it -> Expressions.typed(it, scope, problems)).map(Expressions.Typed::expr);
    }

    /// What the value of `key` names, which must be of a kind that the vocabulary allows there.
    Optional<Found<Declared>> find(Verb verb, String key) {
        return verb.scalar(key).flatMap(name -> find(verb, key, name, true));
    }

    /// @param one whether the step acts on one, and so must say which one where there are several
    Optional<Found<Declared>> find(Verb verb, String key, YamlNode.Scalar name, boolean one) {
        return declarations
                .find(name, verb.form(key).choices())
                .map(it -> new Found<>(it, new Target(name.place(), name.text(), at(verb, key, it, name, one))));
    }

    private Optional<Expr> at(Verb verb, String key, Declared it, YamlNode.Scalar name, boolean one) {
        boolean has = verb.has(AT);
        if (has && !it.isSeveral()) {
            problems.error(verb.placeOf(AT), "there is only one '%s'".formatted(it.name()), "no 'at'");
            return Optional.empty();
        }
        if (!has && it.isSeveral() && one) {
            problems.error(
                    name.place(),
                    "'%s' may be several".formatted(it.name()),
                    "{ %s: %s, at: the number of one, … }".formatted(key, it.name()));
        }
        return has ? expr(verb.scalar(AT), Type.WHOLE) : Optional.empty();
    }

    /// The resource that the value of `key` names.
    <R extends Resource> Optional<Found<R>> resource(Verb verb, String key, Class<R> type) {
        return find(verb, key)
                .flatMap(found -> found.it() instanceof Declared.Shared(var resource) && type.isInstance(resource)
                        ? Optional.of(new Found<>(type.cast(resource), found.target()))
                        : Optional.empty());
    }

    /// The group of units that the value of `key` names.
    Optional<Found<UnitHead>> units(Verb verb, String key) {
        return find(verb, key)
                .flatMap(found -> found.it() instanceof Declared.Units(var head)
                        ? Optional.of(new Found<>(head, found.target()))
                        : Optional.empty());
    }

    /// The name that is given to a local of this type; where the type could not be told, later uses of it say
    /// nothing.
    Optional<String> local(Optional<YamlNode.Scalar> name, Optional<Type> type) {
        return name.flatMap(it -> local(it, type, ""));
    }

    /// @param variable of which the local may bear the name
    Optional<String> local(YamlNode.Scalar name, Optional<Type> type, String variable) {
        String word = name.text();
        if (!declarations.mayBeLocal(name, variable)) {
            return Optional.empty();
        }
        if (handles.containsKey(word)) {
            problems.error(name.place(), "'%s' already stands for a task".formatted(word), "another name");
            return Optional.empty();
        }
        if (type.isEmpty()) {
            scope.addBroken(word);
            return Optional.empty();
        }
        var before = scope.known(word);
        if (before.isPresent() && before.get() != type.get()) {
            problems.error(
                    name.place(),
                    "local '%s' already holds %s".formatted(word, before.get().words()),
                    "another name for " + type.get().words());
            return Optional.empty();
        }
        scope.add(word, type.get());
        return Optional.of(word);
    }

    /// The name under which a task is awaited.
    ///
    /// @param type of its result, if that could be told
    Optional<String> handle(YamlNode.Scalar name, Optional<Type> type) {
        String word = name.text();
        if (!declarations.mayBeLocal(name, "")) {
            return Optional.empty();
        }
        var before = handles.get(word);
        boolean other = before != null && before.isPresent() && type.isPresent() && !before.equals(type);
        if (scope.known(word).isPresent() || other) {
            problems.error(
                    name.place(),
                    other
                            ? "'%s' already stands for a task with another type of result".formatted(word)
                            : "'%s' is already a local".formatted(word),
                    "another name");
            return Optional.empty();
        }
        handles.put(word, type);
        scope.refuse(word, "a task; '- await: { for: %s, into: … }' gives its result".formatted(word));
        return Optional.of(word);
    }

    boolean isHandle(String name) {
        return handles.containsKey(name);
    }

    /// The type of the result of a task that was handed to a pool under this name, if it could be told.
    Optional<Type> result(String handle) {
        return handles.getOrDefault(handle, Optional.empty());
    }
}
