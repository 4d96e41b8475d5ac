package io.interleave.model;

import io.interleave.model.Problem.Matter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The names that a scenario declares, over knobs, resources and unit groups together, and which of them are
/// used.
final class Declarations {

    private static final String KNOB = "knob";

    /// What a name is called of which the kind could not be told. It has been reported.
    static final String UNKNOWN_RESOURCE = "resource";

    static final String UNKNOWN_UNITS = "unit group";

    private final Problems problems;
    private final Map<String, String> kindOfName = new HashMap<>();
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<Knob> knobs = new ArrayList<>();
    private final Scope knobScope = new Scope();

    Declarations(Problems problems) {
        this.problems = problems;
    }

    /// Claims the name for a thing of this kind. A name that cannot be one, or that something else has, is a
    /// problem.
    boolean claim(YamlNode.Scalar name, String kind) {
        String word = name.text();
        if (!isName(name, Words.noun(kind))) {
            return false;
        }
        String other = kindOfName.putIfAbsent(word, kind);
        if (other != null) {
            problems.error(
                    name.place(),
                    "'%s' is already the name of %s".formatted(word, Words.a(other)),
                    "a name of its own");
        }
        return other == null;
    }

    private boolean isName(YamlNode.Scalar name, String noun) {
        String word = name.text();
        if (!Names.isName(word)) {
            problems.error(name.place(), "'%s' cannot be the name of a %s".formatted(name.shown(), noun), Names.RULE);
        } else if (Names.isReserved(word)) {
            problems.error(name.place(), "'%s' already means something in expressions".formatted(word), "another name");
        } else if (word.equals(UnitGroup.INDEX)) {
            problems.error(
                    name.place(), "'%s' is the number of each unit in its group".formatted(word), "another name");
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

    void addResource(Resource resource) {
        declared.put(resource.name(), new Declared.Shared(resource));
    }

    void addUnits(UnitHead head) {
        declared.put(head.name(), new Declared.Units(head));
    }

    List<Knob> knobs() {
        return knobs;
    }

    Optional<Knob> knob(String name) {
        return knobs.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// What may be named where knobs alone count, as in a lock's switch and in a number of units.
    Scope knobsOnly() {
        var scope = knobScope.inner();
        kindOfName.forEach((name, kind) -> {
            if (!kind.equals(KNOB)) {
                scope.refuse(name, "%s; this can depend on knobs alone".formatted(Words.a(kind)));
            }
        });
        return scope;
    }

    /// What the steps of a unit may name before it has read anything.
    Scope unitScope() {
        var scope = knobScope.inner();
        kindOfName.forEach((name, kind) -> {
            boolean known = declared.containsKey(name);
            if (kind.equals("variable") && known) {
                scope.refuse(
                        name, "a variable, which this unit has not read yet; put '- read: %s' before".formatted(name));
            } else if (known) {
                scope.refuse(name, Words.a(kind) + ", which has no value");
            } else if (!kind.equals(KNOB)) {
                scope.addBroken(name);
            }
        });
        scope.add(UnitGroup.INDEX, Value.Type.WHOLE);
        return scope;
    }

    /// What an expectation may name: knobs and the final values of variables.
    Scope expectationScope() {
        var scope = unitScope();
        scope.remove(UnitGroup.INDEX);
        for (var it : declared.values()) {
            if (it instanceof Declared.Shared(Resource.Variable variable)) {
                if (it.isSeveral()) {
                    scope.refuse(it.name(), "several variables, and an expectation can name only single ones");
                } else {
                    scope.add(variable.name(), variable.initial().type());
                }
            }
        }
        return scope;
    }

    void use(String name) {
        used.add(name);
    }

    /// What `name` stands for, if it is of one of these kinds; else a problem says what it is, or which name
    /// was perhaps meant.
    Optional<Declared> find(YamlNode.Scalar name, List<String> kinds) {
        String word = name.text();
        used.add(word);
        String kind = kindOfName.get(word);
        if (kind != null && kinds.contains(kind)) {
            return Optional.ofNullable(declared.get(word));
        }
        String wanted = Words.either(kinds);
        if (word.startsWith("$")) {
            problems.error(
                    name.place(),
                    "'%s' is a value, not %s".formatted(name.shown(), wanted),
                    "the name of %s, without '$'".formatted(wanted));
        } else if (kind == null) {
            var known = known(kinds).toList();
            problems.unknown(
                    name.place(),
                    "there is no %s '%s'".formatted(kinds.size() > 3 ? "such" : nouns(kinds), name.shown()),
                    known.isEmpty() ? wanted + " of the scenario" : "the name of " + wanted,
                    word,
                    known,
                    Names.isName(word) ? new Matter.Undeclared(word, kinds) : Matter.OTHER);
        } else if (!kind.equals(UNKNOWN_RESOURCE) && !kind.equals(UNKNOWN_UNITS)) {
            problems.error(name.place(), "'%s' is %s".formatted(word, Words.a(kind)), wanted);
        }
        return Optional.empty();
    }

    private static String nouns(List<String> kinds) {
        return String.join(" or ", kinds.stream().map(Words::noun).toList());
    }

    private Stream<String> known(List<String> kinds) {
        return kindOfName.entrySet().stream()
                .filter(it -> kinds.contains(it.getValue()))
                .map(Map.Entry::getKey);
    }

    /// All names of one kind that are in order, in the order of the file.
    List<String> named(String kind) {
        return declared.keySet().stream()
                .filter(it -> kind.equals(kindOfName.get(it)))
                .toList();
    }

    boolean isClaimed(String name, String kind) {
        return kind.equals(kindOfName.get(name));
    }

    /// The process whose input is the output of the process of this name.
    Optional<String> readerOf(String process) {
        return declared.values().stream()
                .filter(it -> it instanceof Declared.Units(var head)
                        && head.process().flatMap(UnitGroup.Process::input).equals(Optional.of(process)))
                .map(Declared::name)
                .findFirst();
    }

    boolean isUnits(String name) {
        return declared.get(name) instanceof Declared.Units;
    }

    /// The name that a unit's local takes must not be that of anything else, but for the variable that it is
    /// read from.
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
                local.place(),
                "a local '%s' would hide the %s of that name".formatted(word, Words.noun(other)),
                "another name");
        return false;
    }

    void hintAtUnused() {
        for (var knob : knobs) {
            if (!knobScope.isUsed(knob.name())) {
                problems.hint(knob.place(), "nothing depends on knob '%s'".formatted(knob.name()));
            }
        }
        for (var it : declared.values()) {
            if (!used.contains(it.name())) {
                hintAtUnused(it);
            }
        }
    }

    private void hintAtUnused(Declared unused) {
        switch (unused) {
            case Declared.Shared(var resource) ->
                problems.hint(resource.place(), "no unit uses '%s'".formatted(resource.name()));
            case Declared.Units(var head) -> {
                if (head.word().equals("generator")) {
                    problems.hint(head.place(), "no step resumes '%s'".formatted(head.name()));
                } else if (head.word().equals("task")) {
                    problems.hint(head.place(), "no step hands '%s' to a pool".formatted(head.name()));
                } else if (head.manual()) {
                    problems.hint(
                            head.place(),
                            "no step starts '%s'".formatted(head.name()),
                            new Matter.NotStarted(head.name()));
                }
            }
        }
    }
}
