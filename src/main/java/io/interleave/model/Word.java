package io.interleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One word of the scenario language: a kind of knob, resource or unit, or a step, with all that may stand with
/// it.
///
/// @param chapter under which the reference lists it
/// @param meaning one plain sentence
/// @param alone what may stand behind the word as a single value; absent where only a mapping may
/// @param standsFor the key of the mapping that the single value stands for; empty where it is none of them
/// @param keys of the mapping that may stand behind the word; none where only a single value may
/// @param beside the keys that may stand beside the word
/// @param example of a step a list of steps, of anything else entries of its section; in YAML. Those of all
///     words together are one scenario, so that they may name each other's things
public record Word(
        Family family,
        String chapter,
        String word,
        String meaning,
        Optional<Form> alone,
        String standsFor,
        List<Key> keys,
        List<Key> beside,
        String example) {

    public enum Family {
        KNOB,
        RESOURCE,
        UNIT,
        STEP
    }

    /// @param meaning a phrase that goes on after the form
    public record Key(String name, Form form, boolean required, String meaning) {}

    public Word {
        keys = List.copyOf(keys);
        beside = List.copyOf(beside);
    }

    /// A word of this meaning, to which nothing has been added yet.
    static Word of(Family family, String chapter, String word, String meaning) {
        return new Word(family, chapter, word, meaning, Optional.empty(), "", List.of(), List.of(), "");
    }

    /// With a single value behind it, which no key of a mapping stands for.
    Word alone(Form form) {
        return copy(Optional.of(form), standsFor, keys, beside, example);
    }

    /// With a key that must be in its mapping and that a single value stands for as well.
    Word first(String key, Form form, String meaning) {
        return copy(Optional.of(form), key, plus(keys, new Key(key, form, true, meaning)), beside, example);
    }

    /// With a key that may be in its mapping and that a single value stands for as well.
    Word stands(String key, Form form, String meaning) {
        return copy(Optional.of(form), key, plus(keys, new Key(key, form, false, meaning)), beside, example);
    }

    Word required(String key, Form form, String meaning) {
        return copy(alone, standsFor, plus(keys, new Key(key, form, true, meaning)), beside, example);
    }

    Word optional(String key, Form form, String meaning) {
        return copy(alone, standsFor, plus(keys, new Key(key, form, false, meaning)), beside, example);
    }

    /// With a key that must stand beside it.
    Word with(String key, Form form, String meaning) {
        return copy(alone, standsFor, keys, plus(beside, new Key(key, form, true, meaning)), example);
    }

    /// With a key that may stand beside it.
    Word maybe(String key, Form form, String meaning) {
        return copy(alone, standsFor, keys, plus(beside, new Key(key, form, false, meaning)), example);
    }

    Word example(String yaml) {
        return copy(alone, standsFor, keys, beside, yaml.strip());
    }

    private Word copy(Optional<Form> alone, String standsFor, List<Key> keys, List<Key> beside, String example) {
        return new Word(family, chapter, word, meaning, alone, standsFor, keys, beside, example);
    }

    private static List<Key> plus(List<Key> keys, Key key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return more;
    }

    /// The keys of the mapping behind the word.
    List<String> keyNames() {
        return keys.stream().map(Key::name).toList();
    }

    /// The word itself and the keys that may stand beside it.
    List<String> known() {
        return Stream.concat(Stream.of(word), beside.stream().map(Key::name)).toList();
    }

    Form form(String key) {
        for (var those : List.of(keys, beside)) {
            for (var it : those) {
                if (it.name().equals(key)) {
                    return it.form();
                }
            }
        }
        throw new IllegalArgumentException("'%s' has no key '%s'".formatted(word, key));
    }

    /// All that may stand behind the word, in short: `the name of a lock or { lock: …, at: … }`.
    String shape() {
        var mapping = keys.isEmpty()
                ? ""
                : keys.stream().map(it -> it.name() + ": …").reduce((a, b) -> a + ", " + b).stream()
                        .map("{ %s }"::formatted)
                        .findFirst()
                        .orElse("");
        return alone.map(it -> mapping.isEmpty() ? it.words() : it.words() + " or " + mapping)
                .orElse(mapping);
    }
}
