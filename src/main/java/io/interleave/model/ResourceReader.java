package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.Optional;
import java.util.function.Function;

/// Reads one resource.
final class ResourceReader {

    private static final String VALUE = "a number, a duration, a switch or a text in quotes, such as 0, 2ms or off";

    private final YamlNode.Entry entry;
    private final String name;
    private final Place place;
    private final Word word;
    private final Fields fields;
    private final Declarations declarations;
    private final Scope knobs;
    private final Problems problems;

    private ResourceReader(YamlNode.Entry entry, Kinds.Kind kind, Declarations declarations, Problems problems) {
        this.entry = entry;
        this.name = entry.key().text();
        this.place = entry.place();
        this.word = Vocabulary.word(Word.Family.RESOURCE, kind.word());
        this.fields =
                new Fields(kind.mapping(), "%s '%s'".formatted(Words.noun(word.word()), name), word.known(), problems);
        this.declarations = declarations;
        this.knobs = declarations.knobsOnly();
        this.problems = problems;
    }

    /// The resource of this entry; nothing if it is wrong in a way that says nothing of what it would be.
    static Optional<Resource> read(YamlNode.Entry entry, Declarations declarations, Problems problems) {
        return Kinds.of(entry, "resource", Word.Family.RESOURCE, problems)
                .flatMap(kind -> new ResourceReader(entry, kind, declarations, problems).read());
    }

    private Optional<Resource> read() {
        return switch (word.word()) {
            case "variable" -> variable();
            case "lock" ->
                choice("lock", Resource.Lock.Kind.class, "kind of lock").map(this::lock);
            case "semaphore" -> {
                var fair = fields.truth("fair").orElse(false);
                var enabled = enabled();
                var count = count();
                yield number(it -> new Resource.Semaphore(name, place, count, it, fair, enabled));
            }
            case "condition" -> scalar("condition").flatMap(this::condition);
            case "barrier" -> {
                var enabled = enabled();
                yield number(it -> new Resource.Barrier(name, place, it, enabled));
            }
            case "latch" -> number(it -> new Resource.Latch(name, place, it));
            case "phaser" -> number(it -> new Resource.Phaser(name, place, it));
            case "event" -> {
                var count = count();
                yield scalar("event")
                        .flatMap(_ -> fields.truth("event"))
                        .map(it -> new Resource.Event(name, place, count, it));
            }
            case "queue" ->
                choice("queue", Resource.Queue.Order.class, "kind of queue").flatMap(this::queue);
            case "event_loop" -> {
                var priorities = expr("priorities", Type.TRUTH).orElse(OFF);
                yield number(it -> new Resource.EventLoop(name, place, it, priorities));
            }
            case "pool" ->
                choice("pool", Resource.Pool.Kind.class, "kind of pool").flatMap(this::pool);
            default -> throw new IllegalStateException("unhandled resource " + word.word());
        };
    }

    private static final Expr OFF = new Expr.Literal(Place.NOWHERE, new Value.Truth(false));

    private Optional<YamlNode.Scalar> scalar(String key) {
        String expected =
                key.equals(word.word()) ? word.shape() : word.form(key).words();
        return fields.optional(key).flatMap(it -> fields.scalar(key, it, expected));
    }

    private Optional<Expr> expr(String key, Type type) {
        return scalar(key).flatMap(it -> Expressions.read(it, knobs, type, problems));
    }

    /// The resource whose word is followed by a whole number.
    private Optional<Resource> number(Function<Expr, Resource> resource) {
        return expr(word.word(), Type.WHOLE).map(resource);
    }

    private <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, String what) {
        return scalar(key).flatMap(it -> Choices.read(it, type, what, problems));
    }

    private Expr enabled() {
        return expr("enabled", Type.TRUTH).orElse(Resource.ON);
    }

    /// How many there are. That cannot change while they are in use.
    private Expr count() {
        var count = expr("count", Type.WHOLE);
        count.ifPresent(it -> LiveKnobs.in(it, declarations)
                .ifPresent(knob -> problems.error(
                        it.place(),
                        "knob '%s' is live, and how many '%s' there are cannot change in a run".formatted(knob, name),
                        "a number over knobs that are not live")));
        boolean one = count.orElse(null) instanceof Expr.Literal(var _, Value.Whole(long number)) && number == 1;
        return one ? Resource.ONE : count.orElse(Resource.ONE);
    }

    private Optional<Resource> variable() {
        var count = count();
        return fields.optional("variable")
                .flatMap(node -> fields.scalar("variable", node, VALUE))
                .flatMap(scalar -> {
                    var value = scalar.plain()
                            ? Literals.parse(scalar.text())
                            : Optional.<Value>of(new Value.Text(scalar.text()));
                    if (value.isEmpty()) {
                        problems.error(
                                scalar.place(),
                                "variable '%s' cannot start as '%s'".formatted(name, scalar.shown()),
                                VALUE);
                    }
                    return value.map(it -> new Resource.Variable(name, place, count, it));
                });
    }

    private Resource lock(Resource.Lock.Kind kind) {
        var interval = expr("interval", Type.TIME);
        if (kind != Resource.Lock.Kind.GIL) {
            fields.optional("interval")
                    .ifPresent(it -> problems.error(
                            it.place(),
                            "'%s' is no interpreter lock".formatted(name),
                            "'interval' with 'lock: gil' only"));
        } else {
            fields.optional("count")
                    .ifPresent(it ->
                            problems.error(it.place(), "there is one interpreter lock under one name", "no 'count'"));
        }
        return new Resource.Lock(name, place, count(), kind, enabled(), interval);
    }

    private Optional<Resource> condition(YamlNode.Scalar lock) {
        return declarations
                .find(lock, word.alone().orElseThrow().choices())
                .filter(it -> it instanceof Declared.Shared(Resource.Lock found) && hasConditions(found, lock.place()))
                .map(it -> new Resource.Condition(name, place, it.name()));
    }

    private boolean hasConditions(Resource.Lock lock, Place at) {
        boolean has = switch (lock.kind()) {
            case MUTEX, REENTRANT, FAIR -> true;
            case SPIN, READ_WRITE, STAMPED, GIL -> false;
        };
        if (!has) {
            problems.error(
                    at,
                    "'%s' is a %s lock, which has no conditions".formatted(lock.name(), Form.word(lock.kind())),
                    "a lock that is mutex, reentrant or fair");
        } else if (!lock.count().equals(Resource.ONE)) {
            problems.error(
                    at,
                    "'%s' may be several, and a condition belongs to one".formatted(lock.name()),
                    "a lock without 'count'");
        }
        return has;
    }

    private Optional<Resource> queue(Resource.Queue.Order order) {
        var capacity = expr("capacity", Type.WHOLE);
        if (order == Resource.Queue.Order.RENDEZVOUS) {
            fields.optional("capacity")
                    .ifPresent(it -> problems.error(
                            it.place(), "rendezvous '%s' holds nothing".formatted(name), "no 'capacity'"));
        }
        var count = count();
        if (fields.optional("of").isEmpty()) {
            return Optional.of(new Resource.Queue(name, place, count, order, capacity, Type.WHOLE));
        }
        return choice("of", Type.class, "type of value")
                .map(it -> new Resource.Queue(name, place, count, order, capacity, it));
    }

    private Optional<Resource> pool(Resource.Pool.Kind kind) {
        var size = fields.required("size", word.form("size").words()).flatMap(_ -> expr("size", Type.WHOLE));
        var queue = expr("queue", Type.WHOLE);
        var saturation = choice("saturation", Resource.Pool.Saturation.class, "saturation policy")
                .orElse(Resource.Pool.Saturation.WAIT);
        if (fields.optional("saturation").isPresent()
                && fields.optional("queue").isEmpty()) {
            problems.error(
                    fields.optional("saturation").get().place(),
                    "pool '%s' lets any number of tasks wait, and is never saturated".formatted(name),
                    "'queue' with a whole number beside it");
        }
        return Optional.of(new Resource.Pool(name, place, kind, size.orElse(Resource.ONE), queue, saturation));
    }
}
