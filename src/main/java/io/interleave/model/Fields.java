package io.interleave.model;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The entries of one mapping by their keys, and the values in them as what they should be. Whatever does not
/// fit is noted as a problem and comes back empty.
final class Fields {

    private final YamlNode.Mapping mapping;
    private final String owner;
    private final Problems problems;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();

    /// @param owner what the mapping describes, as messages call it
    /// @param known the keys that it may have; others are noted as problems
    Fields(YamlNode.Mapping mapping, String owner, List<String> known, Problems problems) {
        this.mapping = mapping;
        this.owner = owner;
        this.problems = problems;
        for (var entry : mapping.entries()) {
            String key = entry.key().text();
            if (known.contains(key)) {
                entries.put(key, entry);
            } else {
                if (problems.isFull()) {
                    continue;
                }
                var absent = absent(known);
                Nearest.to(key, absent).ifPresent(misspelt::add);
                problems.unknown(
                        entry.key().place(),
                        "%s has no key '%s'".formatted(owner, entry.key().shown()),
                        oneOf(known),
                        key,
                        absent);
            }
        }
    }

    private List<String> absent(List<String> known) {
        var present = mapping.entries().stream().map(it -> it.key().text()).collect(Collectors.toSet());
        return known.stream().filter(it -> !present.contains(it)).toList();
    }

    static String oneOf(List<String> words) {
        return words.size() == 1
                ? "'" + words.getFirst() + "'"
                : "'" + String.join("', '", words.subList(0, words.size() - 1)) + "' or '" + words.getLast() + "'";
    }

    Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlNode.Entry::value);
    }

    /// Whether the key is not there, but one is that was perhaps meant to be it. That has been said.
    boolean isMisspelt(String key) {
        return misspelt.contains(key);
    }

    /// The value of a key that must be there. Where it seems to be there but misspelt, that has been said.
    Optional<YamlNode> required(String key, String expected) {
        var entry = entries.get(key);
        if (entry == null && !misspelt.contains(key)) {
            problems.error(mapping.place().start(), "%s lacks '%s'".formatted(owner, key), expected);
        }
        return Optional.ofNullable(entry).map(YamlNode.Entry::value);
    }

    /// The value as a single one that says something.
    Optional<YamlNode.Scalar> scalar(String key, YamlNode value, String expected) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.isMissing()) {
            return Optional.of(scalar);
        }
        var place = value instanceof YamlNode.Scalar
                ? requireNonNull(entries.get(key)).key().place()
                : value.place();
        problems.error(place, "'%s' has %s".formatted(key, value.words()), expected);
        return Optional.empty();
    }

    Optional<Boolean> truth(String key) {
        return optional(key).flatMap(value -> scalar(key, value, "on or off")).flatMap(scalar -> {
            var truth = Literals.truth(scalar.text());
            if (truth.isEmpty()) {
                problems.unknown(
                        scalar.place(),
                        "'%s' is no switch".formatted(scalar.shown()),
                        "on or off",
                        scalar.text(),
                        List.of("on", "off", "true", "false"));
            }
            return truth.map(it -> it instanceof Value.Truth(boolean on) && on);
        });
    }

    Optional<String> text(String key) {
        return optional(key).flatMap(value -> scalar(key, value, "a text")).map(YamlNode.Scalar::text);
    }
}
