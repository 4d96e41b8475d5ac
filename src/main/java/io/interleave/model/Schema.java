package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The JSON Schema of scenarios, made from the vocabulary, for editors that complete and check YAML. It knows
/// words and forms; names, types and everything that depends on another part of the file only the reader
/// checks.
public final class Schema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final List<String> SCALAR = List.of("string", "number", "boolean");
    private static final String NAME = "^[\\p{L}_][\\p{L}\\p{Nd}_]*$";

    /// In YAML 1.2 only `true` and `false` are truths of their own; the other words are texts.
    private static final String SWITCH = "^([Oo][Nn]|[Oo][Ff][Ff]|[Yy][Ee][Ss]|[Nn][Oo]|[Tt]rue|[Ff]alse|TRUE|FALSE)$";

    private Schema() {}

    /// The schema as maps, lists, texts, numbers and truths.
    public static Map<String, Object> document() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("interleave", Map.of("const", ScenarioReader.VERSION));
        properties.put("title", described(scalar(), "One line."));
        properties.put("about", described(scalar(), "A paragraph in plain words."));
        properties.put("knobs", section(Family.KNOB, "What can be turned.", true, Limits.KNOBS));
        properties.put("presets", presets());
        properties.put("resources", section(Family.RESOURCE, "What units share.", true, Limits.RESOURCES));
        properties.put("units", section(Family.UNIT, "Groups of units.", false, Limits.GROUPS));
        var expect = object("type", List.of("array", "null"));
        expect.put("items", scalar());
        expect.put("maxItems", Limits.EXPECTATIONS);
        properties.put("expect", described(expect, "Conditions on what comes out."));
        var schema = object("$schema", DIALECT);
        schema.put("title", "An Interleave scenario");
        schema.put("type", "object");
        schema.put("required", List.of("interleave", "title", "units"));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        schema.put("$defs", definitions());
        return schema;
    }

    private static SequencedMap<String, Object> section(Family family, String meaning, boolean mayBeEmpty, int most) {
        var section = object("description", meaning);
        section.put("type", mayBeEmpty ? List.of("object", "null") : "object");
        section.put("propertyNames", name());
        section.put("additionalProperties", reference(id(family)));
        if (!mayBeEmpty) {
            section.put("minProperties", 1);
        }
        section.put("maxProperties", most);
        return section;
    }

    private static SequencedMap<String, Object> presets() {
        var values = object("type", List.of("object", "null"));
        values.put("propertyNames", name());
        values.put("additionalProperties", scalar());
        var presets = object("description", "Values of several knobs under one name.");
        presets.put("type", List.of("object", "null"));
        presets.put("propertyNames", name());
        presets.put("additionalProperties", values);
        presets.put("maxProperties", Limits.PRESETS);
        return presets;
    }

    private static Map<String, Object> definitions() {
        var definitions = new LinkedHashMap<String, Object>();
        for (var family : Family.values()) {
            for (var word : Vocabulary.all(family)) {
                definitions.put(id(family) + "-" + word.word(), word(word));
            }
            definitions.put(id(family), oneOf(family));
        }
        var steps = object("type", "array");
        steps.put("items", reference(id(Family.STEP)));
        steps.put("minItems", 1);
        definitions.put("steps", steps);
        return definitions;
    }

    /// One of the words of a family. The key that is the word decides which, so that a long list of steps
    /// within steps is looked at once and not once for each word.
    private static Object oneOf(Family family) {
        var words = Vocabulary.all(family);
        var cases = new ArrayList<Object>();
        for (var word : words) {
            var others = words.stream()
                    .filter(it ->
                            it.beside().stream().anyMatch(key -> key.name().equals(word.word())))
                    .map(it -> requires(it.word()))
                    .toList();
            var condition = requires(word.word());
            if (!others.isEmpty()) {
                condition.put("not", object("anyOf", others));
            }
            var decided = object("if", condition);
            decided.put("then", reference(id(family) + "-" + word.word()));
            cases.add(decided);
        }
        var schema = object("type", "object");
        schema.put("anyOf", words.stream().map(it -> requires(it.word())).toList());
        schema.put("allOf", cases);
        return schema;
    }

    private static SequencedMap<String, Object> requires(String key) {
        return object("required", List.of(key));
    }

    private static String id(Family family) {
        return Form.word(family);
    }

    private static Object word(Word word) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(word.word(), value(word));
        word.beside().forEach(it -> properties.put(it.name(), described(form(it.form()), it.meaning())));
        var required = new ArrayList<String>(List.of(word.word()));
        word.beside().stream().filter(Word.Key::required).map(Word.Key::name).forEach(required::add);
        var schema = object("description", word.meaning());
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Object value(Word word) {
        var forms = new ArrayList<Object>();
        word.alone().map(Schema::form).ifPresent(forms::add);
        if (!word.keys().isEmpty()) {
            var properties = new LinkedHashMap<String, Object>();
            word.keys().forEach(it -> properties.put(it.name(), described(form(it.form()), it.meaning())));
            var mapping = object("type", "object");
            mapping.put("properties", properties);
            mapping.put(
                    "required",
                    word.keys().stream()
                            .filter(Word.Key::required)
                            .map(Word.Key::name)
                            .toList());
            mapping.put("additionalProperties", false);
            forms.add(mapping);
        }
        return forms.size() == 1 ? forms.getFirst() : Map.of("anyOf", forms);
    }

    private static SequencedMap<String, Object> form(Form form) {
        return switch (form.kind()) {
            case EXPRESSION, LITERAL, TEXT, PLAIN -> scalar();
            case LOCAL, NAME -> name();
            case NAMES -> object("anyOf", List.of(name(), list(name())));
            case TEXTS, PLAINS -> list(scalar());
            case ENTRIES -> mapping(scalar());
            case CHOICE -> object("enum", form.choices());
            case SWITCH -> {
                var word = object("type", "string");
                word.put("pattern", SWITCH);
                yield object("anyOf", List.of(object("type", "boolean"), word));
            }
            case STEPS -> reference("steps");
            case ASSIGNMENT -> {
                var one = mapping(scalar());
                one.put("propertyNames", name());
                one.put("minProperties", 1);
                one.put("maxProperties", 1);
                yield one;
            }
            case NOTHING -> object("type", "null");
        };
    }

    private static SequencedMap<String, Object> scalar() {
        return object("type", SCALAR);
    }

    private static SequencedMap<String, Object> name() {
        var name = object("type", "string");
        name.put("pattern", NAME);
        name.put("maxLength", Limits.NAME_LENGTH);
        return name;
    }

    private static SequencedMap<String, Object> list(Object items) {
        var list = object("type", "array");
        list.put("items", items);
        list.put("minItems", 1);
        return list;
    }

    private static SequencedMap<String, Object> mapping(Object values) {
        var mapping = object("type", "object");
        mapping.put("additionalProperties", values);
        return mapping;
    }

    private static SequencedMap<String, Object> described(SequencedMap<String, Object> schema, String meaning) {
        schema.putFirst("description", meaning);
        return schema;
    }

    private static SequencedMap<String, Object> reference(String id) {
        return object("$ref", "#/$defs/" + id);
    }

    private static SequencedMap<String, Object> object(String key, Object value) {
        var object = new LinkedHashMap<String, Object>();
        object.put(key, value);
        return object;
    }
}
