package io.interleave.code;

import io.interleave.model.Template;
import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.Set;

/// Texts with expressions in them, as sums of strings.
final class JavaTemplates {

    private JavaTemplates() {}

    static String java(Template template, JavaExpr expressions, Set<JavaNeed> needs) {
        var parts = new ArrayList<String>();
        for (var part : template.parts()) {
            parts.add(
                    switch (part) {
                        case Template.Verbatim(var text) -> JavaExpr.quoted(text);
                        case Template.Hole(var value) -> hole(expressions.of(value), needs);
                    });
        }
        if (parts.isEmpty()) {
            return "\"\"";
        }
        // Java adds from the left: without a text at the beginning it would add numbers.
        boolean isText = parts.getFirst().startsWith("\"");
        return (isText ? "" : "\"\" + ") + String.join(" + ", parts);
    }

    private static String hole(JavaValue value, Set<JavaNeed> needs) {
        return switch (value.type()) {
            case TRUTH -> "(%s ? \"on\" : \"off\")".formatted(value.text());
            case TIME -> {
                needs.add(JavaNeed.SHOW);
                yield "show(%s)".formatted(value.as(Type.TIME));
            }
            case WHOLE, DECIMAL, TEXT -> value.within(value.type() == Type.TEXT ? JavaValue.WHOLE : JavaValue.PRODUCT);
        };
    }
}
