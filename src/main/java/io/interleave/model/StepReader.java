package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the steps of one unit group, in the order of the text, and follows which locals are known and which
/// locks are held.
final class StepReader {

    static final List<String> WORDS = List.of(
            "repeat", "hold", "acquire", "release", "read", "write", "increment", "update", "compute", "sleep", "log");

    private static final List<String> WITH_BODY = List.of("repeat", "hold");

    private final Declarations declarations;
    private final Problems problems;
    private final Scope scope;
    private final Map<String, Place> acquired = new LinkedHashMap<>();
    private final List<String> holding = new ArrayList<>();
    private int count;

    StepReader(Declarations declarations, Problems problems) {
        this.declarations = declarations;
        this.problems = problems;
        this.scope = declarations.unitScope();
    }

    /// How many steps have been read, wrong ones included.
    int count() {
        return count;
    }

    /// All steps of the group; empty if one of them is wrong.
    Optional<List<Step>> unit(Optional<YamlNode> node, YamlNode.Scalar owner) {
        var steps = steps(node, owner);
        acquired.forEach(
                (lock, place) -> problems.hint(place, "'%s' is acquired here and never released".formatted(lock)));
        return steps;
    }

    private Optional<List<Step>> steps(Optional<YamlNode> node, YamlNode.Scalar owner) {
        if (node.isEmpty()) {
            problems.error(owner.place(), "'%s' lacks its 'steps'".formatted(owner.shown()), "a list of steps");
            return Optional.empty();
        }
        boolean nothing = node.get() instanceof YamlNode.Scalar scalar && scalar.isMissing();
        if (!(node.get() instanceof YamlNode.Sequence sequence)
                || sequence.items().isEmpty()) {
            problems.error(
                    nothing ? owner.place() : node.get().place(),
                    nothing || node.get() instanceof YamlNode.Sequence
                            ? "'%s' has no steps".formatted(owner.shown())
                            : "the steps of '%s' are %s"
                                    .formatted(owner.shown(), node.get().words()),
                    "a list of steps, each with '- ' before it");
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        boolean complete = true;
        for (var item : sequence.items()) {
            if (++count > Limits.STEPS) {
                break;
            }
            var step = step(item);
            step.ifPresent(steps::add);
            complete &= step.isPresent();
        }
        return complete ? Optional.of(steps) : Optional.empty();
    }

    private Optional<Step> step(YamlNode item) {
        if (!(item instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.unknown(
                    item.place(),
                    item instanceof YamlNode.Scalar scalar && !scalar.isMissing()
                            ? "'%s' is no step".formatted(scalar.shown())
                            : "%s stands where a step should".formatted(item.words()),
                    "'word: what', such as 'read: count'",
                    item instanceof YamlNode.Scalar scalar ? scalar.text() : "",
                    WORDS);
            return Optional.empty();
        }
        var verbs = mapping.entries().stream()
                .filter(it -> WORDS.contains(it.key().text()))
                .toList();
        if (verbs.size() > 1) {
            problems.error(
                    verbs.get(1).key().place(),
                    "'%s' and '%s' in one step"
                            .formatted(
                                    verbs.get(0).key().shown(),
                                    verbs.get(1).key().shown()),
                    "each step with its own '- '");
            return Optional.empty();
        }
        if (verbs.isEmpty()) {
            var key = mapping.entries().getFirst().key();
            problems.unknown(
                    key.place(),
                    "there is no step '%s'".formatted(key.shown()),
                    Fields.oneOf(WORDS),
                    key.text(),
                    WORDS);
            return Optional.empty();
        }
        var verb = verbs.getFirst();
        boolean hasBody = WITH_BODY.contains(verb.key().text());
        var known = hasBody
                ? List.of(verb.key().text(), "steps")
                : List.of(verb.key().text());
        int before = problems.count();
        var fields = new Fields(mapping, "step '%s'".formatted(verb.key().shown()), known, problems);
        boolean extraKeys = problems.count() > before;
        return step(mapping, verb, fields).filter(_ -> !extraKeys);
    }

    private Optional<Step> step(YamlNode.Mapping mapping, YamlNode.Entry verb, Fields fields) {
        var place = mapping.place();
        String word = verb.key().text();
        return switch (word) {
            case "repeat" -> {
                var times =
                        scalar(fields, verb, "how often, such as 10 or $rounds").flatMap(this::times);
                var body = steps(fields.optional("steps"), verb.key());
                yield times.flatMap(it -> body.map(steps -> new Step.Repeat(place, it, steps)));
            }
            case "hold" -> hold(place, verb, fields);
            case "acquire" -> lock(fields, verb).map(lock -> acquire(place, lock));
            case "release" -> lock(fields, verb).flatMap(lock -> release(verb, place, lock));
            case "read" -> read(place, verb, fields);
            case "write" -> assignment(verb, scope).map(it -> new Step.Write(place, it.target(), it.value));
            case "update" -> assignment(verb, null).map(it -> new Step.Update(place, it.target(), it.value));
            case "increment" -> increment(place, verb, fields);
            case "compute" ->
                scalar(fields, verb, "how much work, such as 2ms")
                        .flatMap(this::time)
                        .map(it -> new Step.Compute(place, it));
            case "sleep" ->
                scalar(fields, verb, "how long, such as 2ms")
                        .flatMap(this::time)
                        .map(it -> new Step.Sleep(place, it));
            case "log" ->
                scalar(fields, verb, "a text")
                        .flatMap(it -> TemplateReader.read(it, scope, problems))
                        .map(it -> new Step.Log(place, it));
            default -> throw new IllegalStateException("unhandled step " + word);
        };
    }

    private Optional<YamlNode.Scalar> scalar(Fields fields, YamlNode.Entry verb, String expected) {
        return fields.scalar(verb.key().text(), verb.value(), expected);
    }

    private Optional<Expr> times(YamlNode.Scalar scalar) {
        var times = Expressions.read(scalar, scope, Type.WHOLE, problems);
        times.ifPresent(declarations.atStart()::times);
        return times;
    }

    private Optional<Expr> time(YamlNode.Scalar scalar) {
        var time = Expressions.read(scalar, scope, Type.TIME, problems);
        time.ifPresent(declarations.atStart()::time);
        return time;
    }

    private Optional<Resource.Lock> lock(Fields fields, YamlNode.Entry verb) {
        return scalar(fields, verb, "the name of a lock").flatMap(declarations::lock);
    }

    private Optional<Step> hold(Place place, YamlNode.Entry verb, Fields fields) {
        var lock = lock(fields, verb);
        lock.ifPresent(it -> hintIfHeld(it.name(), verb.value().place()));
        lock.ifPresent(it -> holding.add(it.name()));
        var body = steps(fields.optional("steps"), verb.key());
        lock.ifPresent(_ -> holding.removeLast());
        return lock.flatMap(
                it -> body.map(steps -> new Step.Hold(place, target(it), Step.Mode.WRITE, Waiting.FOR_EVER, steps)));
    }

    private Step acquire(Place place, Resource.Lock lock) {
        hintIfHeld(lock.name(), place);
        acquired.put(lock.name(), place);
        return new Step.Acquire(place, target(lock), Step.Mode.WRITE, Waiting.FOR_EVER);
    }

    private void hintIfHeld(String lock, Place place) {
        if (holding.contains(lock) || acquired.containsKey(lock)) {
            problems.hint(place, "this unit holds '%s' already and will wait for itself for ever".formatted(lock));
        }
    }

    private Optional<Step> release(YamlNode.Entry verb, Place place, Resource.Lock lock) {
        if (acquired.remove(lock.name()) != null) {
            return Optional.of(new Step.Release(place, target(lock)));
        }
        boolean held = holding.contains(lock.name());
        problems.error(
                verb.value().place(),
                held
                        ? "'hold' releases '%s' by itself".formatted(lock.name())
                        : "'%s' is released but was not acquired before".formatted(lock.name()),
                held ? "no 'release' within a 'hold'" : "'acquire: %s' before it".formatted(lock.name()));
        return Optional.empty();
    }

    private Optional<Step> read(Place place, YamlNode.Entry verb, Fields fields) {
        if (!(verb.value() instanceof YamlNode.Mapping mapping)) {
            return scalar(fields, verb, "the name of a variable, or { from: …, into: … }")
                    .flatMap(name -> declarations.variable(name).flatMap(it -> read(place, it, name)));
        }
        var inner = new Fields(mapping, "'read'", List.of("from", "into"), problems);
        var variable = inner.required("from", "the name of a variable")
                .flatMap(it -> inner.scalar("from", it, "the name of a variable"))
                .flatMap(declarations::variable);
        var local = inner.required("into", "a name for what was read")
                .flatMap(it -> inner.scalar("into", it, "a name for what was read"));
        if (variable.isEmpty()) {
            local.map(YamlNode.Scalar::text).ifPresent(scope::addBroken);
        }
        return variable.flatMap(it -> local.flatMap(name -> read(place, it, name)));
    }

    private Optional<Step> read(Place place, Resource.Variable variable, YamlNode.Scalar local) {
        String name = local.text();
        if (!declarations.mayBeLocal(local, variable.name())) {
            return Optional.empty();
        }
        var type = variable.initial().type();
        var before = scope.known(name);
        if (before.isPresent() && before.get() != type) {
            problems.error(
                    local.place(),
                    "local '%s' already holds %s".formatted(name, before.get().words()),
                    "another name for " + type.words());
            return Optional.empty();
        }
        scope.add(name, type);
        return Optional.of(new Step.Read(place, target(variable), name));
    }

    private record Assignment(Resource.Variable variable, Expr value) {
        Target target() {
            return StepReader.target(variable);
        }
    }

    private static Target target(Resource resource) {
        return new Target(Place.NOWHERE, resource.name(), Optional.empty());
    }

    /// `{ to: variable, value: expression }`.
    ///
    /// @param within the names that the expression may use, or `null` for those and the variable's own value
    private Optional<Assignment> assignment(YamlNode.Entry verb, @Nullable Scope within) {
        String word = verb.key().text();
        if (!(verb.value() instanceof YamlNode.Mapping mapping)) {
            problems.error(
                    verb.value() instanceof YamlNode.Scalar scalar && scalar.isMissing()
                            ? verb.key().place()
                            : verb.value().place(),
                    "'%s' has %s".formatted(word, verb.value().words()),
                    "{ to: a variable, value: an expression }");
            return Optional.empty();
        }
        var fields = new Fields(mapping, "'%s'".formatted(word), List.of("to", "value"), problems);
        var variable = fields.required("to", "the name of a variable")
                .flatMap(it -> fields.scalar("to", it, "the name of a variable"))
                .flatMap(declarations::variable);
        var value =
                fields.required("value", "an expression").flatMap(it -> fields.scalar("value", it, "an expression"));
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        var type = variable.get().initial().type();
        var names = within;
        if (names == null) {
            names = scope.inner();
            names.add(variable.get().name(), type);
        }
        var known = names;
        var expr = value.flatMap(it -> Expressions.read(it, known, type, problems));
        expr.ifPresent(declarations.atStart()::value);
        return expr.map(it -> new Assignment(variable.get(), it));
    }

    private Optional<Step> increment(Place place, YamlNode.Entry verb, Fields fields) {
        if (!(verb.value() instanceof YamlNode.Mapping mapping)) {
            var one = new Expr.Literal(Place.NOWHERE, new Value.Whole(1));
            return scalar(fields, verb, "the name of a variable, or { variable: …, by: … }")
                    .flatMap(name -> declarations.variable(name).filter(it -> canGrow(it, name, true)))
                    .map(it -> new Step.Increment(place, target(it), one));
        }
        var inner = new Fields(mapping, "'increment'", List.of("variable", "by"), problems);
        var by = inner.required("by", "by how much").flatMap(it -> inner.scalar("by", it, "by how much"));
        var variable = inner.required("variable", "the name of a variable")
                .flatMap(it -> inner.scalar("variable", it, "the name of a variable"))
                .flatMap(name -> declarations.variable(name).filter(it -> canGrow(it, name, false)));
        return variable.flatMap(it -> {
            var amount = by.flatMap(
                    scalar -> Expressions.read(scalar, scope, it.initial().type(), problems));
            amount.ifPresent(declarations.atStart()::value);
            return amount.map(expr -> new Step.Increment(place, target(it), expr));
        });
    }

    private boolean canGrow(Resource.Variable variable, YamlNode.Scalar name, boolean byOne) {
        var type = variable.initial().type();
        if (type.isNumber() || type == Type.TIME && !byOne) {
            return true;
        }
        problems.error(
                name.place(),
                "'%s' is %s".formatted(variable.name(), type.words()),
                type == Type.TIME
                        ? "{ variable: %s, by: a duration }".formatted(variable.name())
                        : "a variable that is a number");
        return false;
    }
}
