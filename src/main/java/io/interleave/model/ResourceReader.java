package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.List;
import java.util.Optional;

/// Reads one resource.
final class ResourceReader {

    static final List<String> KINDS = List.of("variable", "lock");

    private static final List<String> LOCK_KINDS = List.of("mutex");
    private static final String VALUE = "a number, a duration or a switch, such as 0, 2ms or off";

    private final YamlNode.Entry entry;
    private final String name;
    private final Scope knobs;
    private final Problems problems;

    private ResourceReader(YamlNode.Entry entry, Scope knobs, Problems problems) {
        this.entry = entry;
        this.name = entry.key().text();
        this.knobs = knobs;
        this.problems = problems;
    }

    static Optional<Resource> read(YamlNode.Entry entry, Scope knobs, Problems problems) {
        return new ResourceReader(entry, knobs, problems).read();
    }

    private Optional<Resource> read() {
        return Kinds.of(entry, "resource", KINDS, problems)
                .flatMap(kind -> kind.word().equals("variable") ? variable(kind) : lock(kind));
    }

    private Optional<Resource> variable(Kinds.Kind kind) {
        var fields = new Fields(kind.mapping(), "variable '%s'".formatted(name), List.of("variable"), problems);
        return fields.optional("variable")
                .flatMap(node -> fields.scalar("variable", node, VALUE))
                .flatMap(scalar -> {
                    var value = scalar.plain() ? Literals.parse(scalar.text()) : Optional.<Value>empty();
                    if (value.isEmpty()) {
                        problems.error(
                                scalar.place(),
                                "variable '%s' cannot start as '%s'".formatted(name, scalar.shown()),
                                VALUE);
                    }
                    return value.map(it -> new Resource.Variable(name, entry.place(), Resource.ONE, it));
                });
    }

    private Optional<Resource> lock(Kinds.Kind kind) {
        var fields = new Fields(kind.mapping(), "lock '%s'".formatted(name), List.of("lock", "enabled"), problems);
        var of = fields.optional("lock")
                .flatMap(node -> fields.scalar("lock", node, Fields.oneOf(LOCK_KINDS)))
                .flatMap(this::kind);
        var enabled = fields.optional("enabled");
        if (enabled.isEmpty()) {
            return of.map(it -> lock(it, Resource.ON));
        }
        return enabled.flatMap(node -> fields.scalar("enabled", node, "a switch such as $lock"))
                .flatMap(scalar -> Expressions.read(scalar, knobs, Type.TRUTH, problems))
                .flatMap(condition -> of.map(it -> lock(it, condition)));
    }

    private Resource lock(Resource.Lock.Kind kind, Expr enabled) {
        return new Resource.Lock(name, entry.place(), Resource.ONE, kind, enabled, Optional.empty());
    }

    private Optional<Resource.Lock.Kind> kind(YamlNode.Scalar scalar) {
        if (scalar.text().equals("mutex")) {
            return Optional.of(Resource.Lock.Kind.MUTEX);
        }
        problems.unknown(
                scalar.place(),
                "'%s' is no kind of lock".formatted(scalar.shown()),
                Fields.oneOf(LOCK_KINDS),
                scalar.text(),
                LOCK_KINDS);
        return Optional.empty();
    }
}
