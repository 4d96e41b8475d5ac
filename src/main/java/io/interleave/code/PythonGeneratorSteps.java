package io.interleave.code;

import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import java.util.List;
import java.util.Optional;

/// What generators do, and what is done with them.
final class PythonGeneratorSteps {

    private final PythonFunction function;

    PythonGeneratorSteps(PythonFunction function) {
        this.function = function;
    }

    /// Resumed without a value, a `yield` gives `None` in Python.
    void yield(Step.Yield it) {
        var value = function.given(function.group.name(), it.value());
        if (it.into().isEmpty()) {
            function.add("yield " + value, it);
            return;
        }
        boolean always = function.program
                .uses
                .steps(Step.Next.class)
                .filter(next -> next.generator().name().equals(function.group.name()))
                .allMatch(next -> next.sent().isPresent());
        var type = ((UnitGroup.Generator) function.group.kind()).of();
        var zero = PythonText.literal(PythonFunction.zero(type));
        function.give(it.into().get(), always ? "yield " + value : "(yield " + value + ") or " + zero, it);
    }

    void next(Step.Next it) {
        var generator = generator(it.generator());
        var call = it.sent()
                .map(value ->
                        generator + ".send(" + function.given(it.generator().name(), value) + ")")
                .orElse("next(" + generator + ")");
        Optional<List<Step>> atEnd = it.atEnd();
        function.attempt(it, atEnd, "StopIteration", () -> function.add(function.into(it.into(), call), it));
    }

    void close(Step.Close it) {
        function.add(generator(it.target()) + ".close()", it);
    }

    private String generator(Target target) {
        return function.program.groups.units(target.name())
                + target.at()
                        .map(it -> "[" + function.expressions.oneLess(it) + "]")
                        .orElse("");
    }
}
