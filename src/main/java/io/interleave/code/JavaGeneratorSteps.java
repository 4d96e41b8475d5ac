package io.interleave.code;

import io.interleave.model.Step;
import io.interleave.model.Value.Type;

/// What generators do, and what is done with them.
final class JavaGeneratorSteps {

    /// What a generator's own steps call it.
    static final String SELF = "self";

    private final JavaSteps steps;

    JavaGeneratorSteps(JavaSteps steps) {
        this.steps = steps;
    }

    private Type type(String generator) {
        return LocalTypes.given(steps.model.scenario, generator);
    }

    void yield(Step.Yield it) {
        var type = type(steps.group.name());
        steps.mayThrow("InterruptedException");
        var call = "%s.give(%s)".formatted(SELF, steps.expr(it.value()).boxed(type));
        if (it.into().isPresent()) {
            var sent = "Objects.requireNonNullElse(%s, %s)"
                    .formatted(call, type == Type.WHOLE || type == Type.TIME ? "0L" : JavaLocals.initial(type));
            steps.assign(it, it.into().get(), sent, "yield");
        } else {
            steps.text.add(call + ";", "yield");
        }
    }

    void next(Step.Next it) {
        var type = type(it.generator().name());
        steps.mayThrow("InterruptedException");
        var object = steps.element(it.generator());
        var orNull = it.atEnd().isPresent() ? "OrNull" : "";
        var call = it.sent()
                .map(sent -> "%s.send%s(%s)"
                        .formatted(object, orNull, steps.expr(sent).boxed(type)))
                .orElse("%s.next%s()".formatted(object, orNull));
        var words = "'%s' has ended: there is no next value"
                .formatted(it.generator().name());
        if (it.atEnd().isEmpty()) {
            if (it.into().isPresent()) {
                steps.assign(it, it.into().get(), call, "");
            } else {
                steps.text.add(call + ";");
            }
            return;
        }
        steps.need(JavaNeed.GENERATOR_ELSE);
        if (it.into().isEmpty()) {
            steps.unless(call + " == null", it.atEnd(), words);
            return;
        }
        var given = steps.names.fresh("given");
        steps.text.add("if (%s instanceof %s %s) {".formatted(call, JavaLocals.boxed(type), given));
        steps.text.indented(() -> steps.assign(it, it.into().get(), given, ""));
        steps.otherwise(it.atEnd(), words, false);
    }
}
