package io.interleave.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The keys of a mapping that is to be written, in their order, and how expressions and texts are spelt in
/// them.
final class Written {

    private final SequencedMap<String, String> keys = new LinkedHashMap<>();

    static Written of(String key, String value) {
        return new Written().and(key, value);
    }

    /// What a step acts on, and which of several.
    static Written of(String key, Target target) {
        return of(key, target.name()).maybe("at", target.at());
    }

    Written and(String key, String value) {
        keys.put(key, value);
        return this;
    }

    Written and(String key, Expr value) {
        return and(key, ExprText.of(value));
    }

    Written maybe(String key, Optional<Expr> value) {
        value.ifPresent(it -> and(key, it));
        return this;
    }

    Written into(Optional<String> local) {
        local.ifPresent(it -> and("into", it));
        return this;
    }

    /// Where it is not what the reader would take it to be anyway.
    Written unless(Enum<?> usual, String key, Enum<?> value) {
        return value == usual ? this : and(key, Form.word(value));
    }

    Map<String, String> keys() {
        return keys;
    }

    /// A name alone is written with the `$` that shows that it is one.
    static String reference(Expr expr) {
        return expr instanceof Expr.Name name ? "$" + name.name() : ExprText.of(expr);
    }

    static String text(Template template) {
        var text = new StringBuilder();
        for (var part : template.parts()) {
            switch (part) {
                case Template.Verbatim verbatim ->
                    text.append(verbatim.text().replace("{", "{{").replace("}", "}}"));
                case Template.Hole hole ->
                    text.append('{').append(ExprText.of(hole.value())).append('}');
            }
        }
        return text.toString();
    }
}
