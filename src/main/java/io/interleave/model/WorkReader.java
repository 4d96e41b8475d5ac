package io.interleave.model;

import io.interleave.model.Step.Io.Medium;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the steps that do work of their own.
final class WorkReader {

    private final UnitContext unit;

    WorkReader(UnitContext unit) {
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        var place = verb.place();
        return switch (verb.word()) {
            case "compute" -> verb.hasKeys() ? kernel(verb) : time(verb).map(it -> new Step.Compute(place, it));
            case "sleep" -> time(verb).map(it -> new Step.Sleep(place, it));
            case "io" -> io(verb);
            case "log" -> text(verb).map(it -> new Step.Log(place, it));
            case "fail" -> text(verb).map(it -> new Step.Fail(place, it));
            case "check" ->
                unit.expr(verb.alone(), Type.TRUTH)
                        .flatMap(it -> verb.alone().map(text -> new Step.Check(place, it, text.text())));
            case "let" -> verb.value().flatMap(it -> let(verb, (YamlNode.Mapping) it));
            case "clock" -> unit.local(verb.alone(), Optional.of(Type.TIME)).map(it -> new Step.ReadClock(place, it));
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Expr> time(Verb verb) {
        return unit.expr(verb.alone(), Type.TIME);
    }

    private Optional<Template> text(Verb verb) {
        return verb.alone().flatMap(it -> TemplateReader.read(it, unit.scope, unit.problems));
    }

    private Optional<Step> kernel(Verb verb) {
        var kernel =
                verb.scalar("kernel").flatMap(it -> Choices.read(it, Kernel.class, "piece of work", unit.problems));
        var size = unit.expr(verb.scalar("size"), Type.WHOLE);
        var into = unit.local(verb.scalar("into"), Optional.of(Type.WHOLE));
        return kernel.flatMap(which -> size.map(much -> new Step.Kernelled(verb.place(), which, much, into)));
    }

    private Optional<Step> io(Verb verb) {
        if (!verb.hasKeys()) {
            return unit.expr(verb.scalar("socket"), Type.TIME).map(it -> new Step.Io(verb.place(), Medium.SOCKET, it));
        }
        if (verb.has("socket") == verb.has("file")) {
            unit.problems.error(
                    verb.has("file") ? verb.placeOf("file") : verb.owner().place(),
                    verb.has("file") ? "'io' has both a socket and a file" : "'io' does not say with what",
                    "'socket' or 'file'");
            return Optional.empty();
        }
        return verb.has("file")
                ? unit.expr(verb.scalar("file"), Type.WHOLE).map(it -> new Step.Io(verb.place(), Medium.FILE, it))
                : unit.expr(verb.scalar("socket"), Type.TIME).map(it -> new Step.Io(verb.place(), Medium.SOCKET, it));
    }

    /// A local keeps the type of its first value; a whole number may become a decimal one.
    private Optional<Step> let(Verb verb, YamlNode.Mapping mapping) {
        if (mapping.entries().size() != 1) {
            unit.problems.error(
                    mapping.entries().isEmpty()
                            ? mapping.place()
                            : mapping.entries().get(1).key().place(),
                    "'let' has %s".formatted(mapping.entries().isEmpty() ? "no local" : "more than one local"),
                    "exactly one, such as { x: x + 1 }");
            return Optional.empty();
        }
        var entry = mapping.entries().getFirst();
        if (!(entry.value() instanceof YamlNode.Scalar scalar) || scalar.isMissing()) {
            unit.problems.error(
                    entry.place(),
                    "local '%s' gets %s"
                            .formatted(entry.key().shown(), entry.value().words()),
                    "an expression");
            unit.scope.addBroken(entry.key().text());
            return Optional.empty();
        }
        var known = unit.scope.known(entry.key().text());
        if (known.isPresent() && unit.declarations.knob(entry.key().text()).isEmpty()) {
            if (!unit.declarations.mayBeLocal(entry.key(), entry.key().text())) {
                return Optional.empty();
            }
            return unit.expr(Optional.of(scalar), known.get())
                    .map(it -> new Step.Let(verb.place(), entry.key().text(), it));
        }
        var value = Expressions.typed(scalar, unit.scope, unit.problems);
        var local = unit.local(entry.key(), value.map(Expressions.Typed::type), "");
        return local.flatMap(name -> value.map(it -> new Step.Let(verb.place(), name, it.expr())));
    }
}
