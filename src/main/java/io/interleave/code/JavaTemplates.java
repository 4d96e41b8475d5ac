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
        var text = value.type() == Type.WHOLE ? value.within(JavaValue.PRODUCT) : value.text();
        return shown(value.type(), text, needs);
    }

    /// A value as it stands in a text.
    static String shown(Type type, String value, Set<JavaNeed> needs) {
        return switch (type) {
            case TRUTH -> "(%s ? \"on\" : \"off\")".formatted(value);
            case TIME -> {
                needs.add(JavaNeed.SHOW);
                yield "show(%s)".formatted(value);
            }
            case DECIMAL -> {
                needs.add(JavaNeed.SHOW_DECIMAL);
                yield "show(%s)".formatted(value);
            }
            case WHOLE, TEXT -> value;
        };
    }
}
