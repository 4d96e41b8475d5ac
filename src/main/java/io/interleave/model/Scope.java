package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that an expression may use at one point of a scenario, and what to say of those that it may not.
final class Scope {

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> used;

    private Scope(Set<String> used) {
        this.used = used;
    }

    Scope() {
        this(new HashSet<>());
    }

    static Scope of(Map<String, Type> types) {
        var scope = new Scope();
        scope.types.putAll(types);
        return scope;
    }

    /// A scope with the same names, to which others can be added; what is used there counts as used here.
    Scope inner() {
        var inner = new Scope(used);
        inner.types.putAll(types);
        inner.refusals.putAll(refusals);
        inner.broken.addAll(broken);
        return inner;
    }

    void add(String name, Type type) {
        types.put(name, type);
        refusals.remove(name);
    }

    void remove(String name) {
        types.remove(name);
    }

    /// Declares a name whose definition is wrong. That has been reported, so that uses of it say nothing.
    void addBroken(String name) {
        broken.add(name);
    }

    /// Declares that a name exists but cannot be used here, and why: what follows `'name' is `.
    void refuse(String name, String reason) {
        refusals.put(name, reason);
    }

    boolean isBroken(String name) {
        return broken.contains(name);
    }

    Optional<Type> known(String name) {
        return Optional.ofNullable(types.get(name));
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    void use(String name) {
        used.add(name);
    }

    Optional<Type> type(Expr.Name name, Problems problems) {
        String word = name.name();
        used.add(word);
        var type = known(word);
        if (type.isEmpty() && !broken.contains(word)) {
            String refusal = refusals.get(word);
            if (refusal != null) {
                problems.error(name.place(), "'%s' is %s".formatted(word, refusal));
            } else {
                problems.unknown(
                        name.place(),
                        "nothing is called '%s'".formatted(Names.shown(word)),
                        candidates(),
                        word,
                        declared());
            }
        }
        return type;
    }

    private String candidates() {
        var names = types.keySet().stream().sorted().toList();
        return names.isEmpty() || names.size() > 8 ? "the name of a knob or a local" : Fields.oneOf(names);
    }

    /// All that could have been meant, whether or not it may be used here.
    private Set<String> declared() {
        var declared = new HashSet<>(types.keySet());
        declared.addAll(broken);
        declared.addAll(refusals.keySet());
        return declared;
    }
}
