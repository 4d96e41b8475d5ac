package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Reads the steps on whole groups of units.
final class UnitStepReader {

    private final StepReader steps;
    private final UnitContext unit;

    UnitStepReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        var place = verb.place();
        return switch (verb.word()) {
            case "start" -> verb.alone().flatMap(it -> started(verb, it)).map(it -> new Step.Start(place, it));
            case "cancel" ->
                verb.alone().flatMap(it -> group(verb, "", it)).map(it -> new Step.Cancel(place, it.name()));
            case "poll" -> {
                var group = verb.scalar("unit").flatMap(it -> group(verb, "unit", it));
                var into = unit.local(verb.scalar("into"), Optional.of(Type.TRUTH));
                yield group.flatMap(it -> into.map(local -> new Step.Poll(place, it.name(), local)));
            }
            case "gather" -> gather(verb);
            case "pause" -> verb.value().map(_ -> new Step.Pause(place));
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    /// A group as a whole, however many units it has.
    private Optional<UnitHead> group(Verb verb, String key, YamlNode.Scalar name) {
        return unit.declarations
                .find(name, verb.form(key).choices())
                .flatMap(it -> it instanceof Declared.Units(var head) ? Optional.of(head) : Optional.empty());
    }

    private Optional<String> started(Verb verb, YamlNode.Scalar name) {
        return group(verb, "", name)
                .filter(it -> {
                    if (!it.manual()) {
                        unit.problems.error(
                                name.place(),
                                "'%s' is started by the run itself".formatted(it.name()),
                                "'start: manual' in '%s'".formatted(it.name()));
                    }
                    return it.manual();
                })
                .map(UnitHead::name);
    }

    private Optional<Step> gather(Verb verb) {
        var names = new LinkedHashSet<String>();
        verb.value().ifPresent(value -> {
            if (value instanceof YamlNode.Sequence list && list.items().isEmpty()) {
                unit.problems.error(value.place(), "'gather' has an empty list", "the name of a group of units");
            }
            for (var item : value instanceof YamlNode.Sequence list ? list.items() : List.of(value)) {
                if (!(item instanceof YamlNode.Scalar name) || name.isMissing()) {
                    unit.problems.error(
                            item.place(), "'gather' has %s".formatted(item.words()), "the name of a group of units");
                } else {
                    started(verb, name)
                            .filter(it -> !names.add(it))
                            .ifPresent(it -> unit.problems.error(
                                    name.place(), "'%s' is given twice".formatted(it), "each group once"));
                }
            }
        });
        var waiting = steps.waiting(verb, false);
        return Optional.of(new Step.Gather(verb.place(), new ArrayList<>(names), waiting));
    }
}
