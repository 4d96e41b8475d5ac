package io.interleave.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that a scenario declares, over knobs, resources and unit groups together, and which of them are used.
final class Declarations {

    private final Problems problems;
    private final Map<String, String> kindOfName = new HashMap<>();
    private final Map<String, Resource> resources = new HashMap<>();
    private final Set<String> usedResources = new HashSet<>();
    private final List<Knob> knobs = new ArrayList<>();
    private final Scope knobScope = new Scope();

    Declarations(Problems problems) {
        this.problems = problems;
    }

    /// Claims the name for a thing of this kind. A name that cannot be one, or that something else has, is a
    /// problem.
    boolean claim(YamlNode.Scalar name, String kind) {
        String word = name.text();
        if (!isName(name, kind)) {
            return false;
        }
        String other = kindOfName.putIfAbsent(word, kind);
        if (other != null) {
            problems.error(
                    name.place(), "'%s' is already the name of a %s".formatted(word, other), "a name of its own");
        }
        return other == null;
    }

    private boolean isName(YamlNode.Scalar name, String kind) {
        String word = name.text();
        if (!Names.isName(word)) {
            problems.error(name.place(), "'%s' cannot be the name of a %s".formatted(name.shown(), kind), Names.RULE);
        } else if (Names.isReserved(word)) {
            problems.error(name.place(), "'%s' already means something in expressions".formatted(word), "another name");
        } else {
            return true;
        }
        return false;
    }

    void addKnob(String name, Optional<Knob> knob) {
        knob.ifPresentOrElse(
                it -> {
                    knobs.add(it);
                    knobScope.add(name, it.initial().type());
                },
                () -> knobScope.addBroken(name));
    }

    void addResource(String name, Optional<Resource> resource) {
        resource.ifPresent(it -> resources.put(name, it));
    }

    List<Knob> knobs() {
        return knobs;
    }

    /// Checks what the knobs decide as they are set to begin with.
    SettingsCheck atStart() {
        var values = new HashMap<String, Value>();
        knobs.forEach(it -> values.put(it.name(), it.initial()));
        return new SettingsCheck(values, problems);
    }

    /// What may be named where knobs alone count: in a lock's switch and in a number of units.
    Scope knobsOnly() {
        var scope = knobScope.inner();
        kindOfName.forEach((name, kind) -> {
            if (!kind.equals("knob")) {
                scope.refuse(name, "a %s; this can depend on knobs alone".formatted(kind));
            }
        });
        return scope;
    }

    /// What the steps of a unit may name before it has read anything.
    Scope unitScope() {
        var scope = knobScope.inner();
        kindOfName.forEach((name, kind) -> {
            switch (kind) {
                case "variable" -> {
                    if (resources.containsKey(name)) {
                        scope.refuse(
                                name,
                                "a variable, which this unit has not read yet; put '- read: %s' before"
                                        .formatted(name));
                    } else {
                        scope.addBroken(name);
                    }
                }
                case "lock", "unit group" -> scope.refuse(name, "a %s, which has no value".formatted(kind));
                case "resource" -> scope.addBroken(name);
                default -> {}
            }
        });
        return scope;
    }

    /// What an expectation may name: knobs and the final values of variables.
    Scope expectationScope() {
        var scope = unitScope();
        for (var resource : resources.values()) {
            if (resource instanceof Resource.Variable variable) {
                scope.add(variable.name(), variable.initial().type());
            }
        }
        return scope;
    }

    Optional<Resource.Variable> variable(YamlNode.Scalar name) {
        return find(name, "variable", Resource.Variable.class);
    }

    Optional<Resource.Lock> lock(YamlNode.Scalar name) {
        return find(name, "lock", Resource.Lock.class);
    }

    private <R extends Resource> Optional<R> find(YamlNode.Scalar name, String kind, Class<R> type) {
        String word = name.text();
        usedResources.add(word);
        var found = Optional.ofNullable(resources.get(word));
        if (found.isPresent()) {
            if (!type.isInstance(found.get())) {
                problems.error(name.place(), "'%s' is a %s".formatted(word, kindOfName.get(word)), "a " + kind);
            }
            return found.filter(type::isInstance).map(type::cast);
        }
        String other = kindOfName.get(word);
        if (word.startsWith("$")) {
            problems.error(
                    name.place(),
                    "'%s' is a value, not a %s".formatted(name.shown(), kind),
                    "the name of a %s, without '$'".formatted(kind));
        } else if (other == null) {
            var known = resources.values().stream()
                    .filter(type::isInstance)
                    .map(Resource::name)
                    .toList();
            problems.unknown(
                    name.place(),
                    "there is no %s '%s'".formatted(kind, name.shown()),
                    known.isEmpty() ? "a %s under 'resources'".formatted(kind) : "the name of a " + kind,
                    word,
                    known);
        } else if (other.equals("knob") || other.equals("unit group")) {
            problems.error(name.place(), "'%s' is a %s".formatted(word, other), "a " + kind);
        }
        return Optional.empty();
    }

    /// The name that a unit's local takes must not be that of anything else, but for the variable that it is read
    /// from.
    boolean mayBeLocal(YamlNode.Scalar local, String variable) {
        String word = local.text();
        if (!isName(local, "local")) {
            return false;
        }
        String other = kindOfName.get(word);
        if (other == null || word.equals(variable)) {
            return true;
        }
        problems.error(
                local.place(), "a local '%s' would hide the %s of that name".formatted(word, other), "another name");
        return false;
    }

    void hintAtUnused() {
        for (var knob : knobs) {
            if (!knobScope.isUsed(knob.name())) {
                problems.hint(knob.place(), "nothing depends on knob '%s'".formatted(knob.name()));
            }
        }
        for (var resource : resources.values()) {
            if (!usedResources.contains(resource.name())) {
                problems.hint(resource.place(), "no unit uses '%s'".formatted(resource.name()));
            }
        }
    }
}
