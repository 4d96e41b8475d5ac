package io.interleave.engine;

import io.interleave.engine.ExpressionCompiler.Compiled;
import io.interleave.model.KnobText;
import io.interleave.model.Template;
import io.interleave.trace.RawValue;
import java.util.ArrayList;

/// Compiles texts with expressions in them.
final class Templates {

    private Templates() {}

    static StepCompiler.Text compile(Template template, ExpressionCompiler expressions, Texts texts) {
        var parts = new ArrayList<StepCompiler.Text>();
        for (var part : template.parts()) {
            parts.add(
                    switch (part) {
                        case Template.Verbatim(var verbatim) -> _ -> verbatim;
                        case Template.Hole(var value) -> formatted(expressions.compile(value), texts);
                    });
        }
        return locals -> {
            var text = new StringBuilder();
            parts.forEach(it -> text.append(it.of(locals)));
            return text.toString();
        };
    }

    static StepCompiler.Text formatted(Compiled value, Texts texts) {
        return locals ->
                KnobText.format(RawValue.value(value.type(), value.code().value(locals), texts::text));
    }
}
