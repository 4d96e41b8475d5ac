package io.interleave.model;

import io.interleave.model.UnitContext.Found;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the steps with which units wait for each other.
final class WaitReader {

    private final StepReader steps;
    private final UnitContext unit;

    WaitReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        var place = verb.place();
        return switch (verb.word()) {
            case "await" -> await(verb);
            case "signal" ->
                unit.find(verb, "event").map(it -> noted(it)).map(it -> new Step.Signal(place, it.target(), false));
            case "signal_all" ->
                unit.find(verb, "").map(it -> noted(it)).map(it -> new Step.Signal(place, it.target(), true));
            case "clear" -> unit.find(verb, "event").map(it -> new Step.Clear(place, it.target()));
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    /// The steps with which a unit says that it has come, or will.
    Optional<Step> arrival(Verb verb) {
        var place = verb.place();
        return unit.find(verb, "").map(Found::target).map(target -> switch (verb.word()) {
            case "count_down" -> new Step.CountDown(place, target);
            case "arrive" -> new Step.Arrive(place, target);
            case "register" -> new Step.Register(place, target);
            case "deregister" -> new Step.Deregister(place, target);
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        });
    }

    private Found<Declared> noted(Found<Declared> found) {
        if (found.it() instanceof Declared.Shared(Resource.Condition condition)
                && !unit.held.isHeld(condition.lock())) {
            unit.problems.hint(
                    found.target().place(),
                    "'%s' belongs to lock '%s', which this unit does not hold here"
                            .formatted(condition.name(), condition.lock()),
                    new Problem.Matter.Unlocked(condition.name(), condition.lock()));
        }
        return found;
    }

    private Optional<Step> await(Verb verb) {
        var name = verb.scalar("for");
        if (name.isPresent() && unit.isHandle(name.get().text())) {
            return Optional.of(awaitTask(verb, name.get()));
        }
        if (name.isPresent()
                && unit.declarations.named("task").contains(name.get().text())) {
            unit.problems.error(
                    name.get().place(),
                    "'%s' is a task that a pool may run many times"
                            .formatted(name.get().text()),
                    "the name that 'submit' gave it by 'into'");
            steps.waiting(verb, true);
            return Optional.empty();
        }
        boolean into = verb.has("into");
        var found = name.flatMap(it -> unit.find(verb, "for", it, into || !unit.declarations.isUnits(it.text())))
                .map(this::noted);
        found.ifPresent(this::hintAtItself);
        var type = found.flatMap(it -> result(it.it()));
        var local = unit.local(verb.scalar("into"), type);
        if (into && found.isPresent() && type.isEmpty()) {
            unit.problems.error(
                    verb.placeOf("into"),
                    "waiting for '%s' gives nothing"
                            .formatted(found.get().target().name()),
                    "no 'into'");
        }
        var waiting = steps.waiting(verb, false);
        return found.map(it -> new Step.Await(verb.place(), it.target(), local, waiting));
    }

    private Step awaitTask(Verb verb, YamlNode.Scalar name) {
        if (verb.has("at")) {
            unit.problems.error(verb.placeOf("at"), "there is only one '%s'".formatted(name.text()), "no 'at'");
        }
        var local = unit.local(verb.scalar("into"), unit.result(name.text()));
        var target = new Target(name.place(), name.text(), Optional.empty());
        return new Step.Await(verb.place(), target, local, steps.waiting(verb, true));
    }

    private void hintAtItself(Found<Declared> found) {
        if (found.it() instanceof Declared.Units(var head) && head.name().equals(unit.unit.name())) {
            unit.problems.hint(found.target().place(), "this waits for its own end, for ever");
        }
    }

    /// The type of what waiting for it gives.
    private static Optional<Type> result(Declared it) {
        return switch (it) {
            case Declared.Shared(Resource.Barrier _), Declared.Shared(Resource.Phaser _) -> Optional.of(Type.WHOLE);
            case Declared.Shared _ -> Optional.empty();
            case Declared.Units(var head) -> head.word().equals("process") ? Optional.of(Type.WHOLE) : Optional.empty();
        };
    }
}
