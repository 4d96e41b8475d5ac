package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.trace.Definition;
import io.interleave.trace.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The resources of one run. Their ids count from 0 in the order of the file, over all kinds and elements.
final class Memory {

    /// Which of several a step acts on.
    @FunctionalInterface
    interface Selection<T> {
        T of(Unit unit);
    }

    /// Not a name that a file can give.
    private static final String IMPLICIT_LOOP = "event loop";

    private static final Expr OFF = new Expr.Literal(Place.NOWHERE, new Value.Truth(false));

    private final Map<String, List<Shared>> byName = new LinkedHashMap<>();
    private final List<Definition.Resource> definitions = new ArrayList<>();
    private int ids;

    Memory(Scenario scenario, Knobs knobs, Texts texts) {
        var expressions = new ExpressionCompiler(knobs, texts, Map.of());
        for (var resource : withLoop(scenario)) {
            var elements = new ArrayList<Shared>();
            long count = expressions.compile(resource.count()).constant();
            boolean alone = resource.count().equals(Resource.ONE);
            for (int i = 1; i <= count; i++) {
                int id = ids++;
                var name = alone ? resource.name() : resource.name() + " " + i;
                elements.add(element(resource, id, name, expressions, texts));
                definitions.add(new Definition.Resource(id, name, resource.word(), type(resource)));
            }
            byName.put(resource.name(), List.copyOf(elements));
        }
        all(Signals.class).forEach(it -> it.bind(this));
    }

    /// The resources; where coroutines need an event loop and none is declared, one of a single carrier too.
    private static List<Resource> withLoop(Scenario scenario) {
        boolean isDeclared = scenario.resources().stream().anyMatch(Resource.EventLoop.class::isInstance);
        boolean isNeeded = scenario.units().stream().anyMatch(it -> it.kind() instanceof UnitGroup.Coroutine)
                || scenario.resources().stream()
                        .anyMatch(
                                it -> it instanceof Resource.Pool pool && pool.kind() == Resource.Pool.Kind.COROUTINE);
        if (isDeclared || !isNeeded) {
            return scenario.resources();
        }
        var all = new ArrayList<>(scenario.resources());
        all.add(new Resource.EventLoop(IMPLICIT_LOOP, Place.NOWHERE, Resource.ONE, OFF));
        return all;
    }

    /// The loop that these coroutines run on.
    EventLoop loop(UnitGroup.Coroutine coroutine) {
        return coroutine
                .loop()
                .map(it -> one(it, EventLoop.class))
                .orElseGet(() -> all(EventLoop.class).getFirst());
    }

    private Shared element(Resource resource, int id, String name, ExpressionCompiler expressions, Texts texts) {
        return switch (resource) {
            case Resource.Variable it ->
                new Variable(id, name, it.initial().type(), RawValue.of(it.initial(), texts::number));
            case Resource.Lock it -> new Synchronizers(id, name, expressions).lock(it);
            case Resource.Semaphore it -> new Synchronizers(id, name, expressions).semaphore(it);
            case Resource.Condition it -> new Synchronizers(id, name, expressions).condition(it);
            case Resource.Barrier it -> new Synchronizers(id, name, expressions).barrier(it);
            case Resource.Latch it -> new Synchronizers(id, name, expressions).latch(it);
            case Resource.Phaser it -> new Synchronizers(id, name, expressions).phaser(it);
            case Resource.Event it -> new Synchronizers(id, name, expressions).event(it);
            case Resource.Queue it -> ItemQueue.of(it, id, name, expressions);
            case Resource.EventLoop it ->
                new EventLoop(
                        id,
                        name,
                        (int) Math.clamp(expressions.compile(it.carriers()).constant(), 1, EventLoop.MOST_CARRIERS),
                        expressions.compile(it.priorities()).code());
            case Resource.Pool it ->
                new Pools(
                                id,
                                name,
                                expressions,
                                texts,
                                () -> all(EventLoop.class).getFirst())
                        .pool(it);
        };
    }

    private static Value.Type type(Resource resource) {
        return switch (resource) {
            case Resource.Variable it -> it.initial().type();
            case Resource.Queue it -> it.of();
            default -> Value.Type.TRUTH;
        };
    }

    /// What the trace is told of the resources.
    List<Definition.Resource> definitions() {
        return definitions;
    }

    /// All elements of this class, in the order of their ids.
    <T extends Shared> List<T> all(Class<T> type) {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The one resource of a name, or the first of several.
    <T extends Shared> T one(String name, Class<T> type) {
        return type.cast(requireNonNull(byName.get(name)).getFirst());
    }

    <T extends Shared> Selection<T> select(Target target, Class<T> type, ExpressionCompiler expressions) {
        var elements = requireNonNull(byName.get(target.name())).stream()
                .map(type::cast)
                .toList();
        if (target.at().isEmpty()) {
            var only = elements.getFirst();
            return _ -> only;
        }
        var at = expressions.compile(target.at().get()).code();
        return unit -> {
            long number = at.value(unit.locals);
            if (number < 1 || number > elements.size()) {
                throw new UnitFailed(
                        target.place(),
                        "there is no %s %d: they count from 1 to %d".formatted(target.name(), number, elements.size()));
            }
            return elements.get((int) number - 1);
        };
    }
}
