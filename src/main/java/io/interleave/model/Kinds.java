package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;
import java.util.Optional;

/// Finds out of which kind a knob, a resource or a unit group is: the one of the kinds' words that its mapping
/// has as a key.
final class Kinds {

    record Kind(String word, YamlNode.Mapping mapping) {}

    private Kinds() {}

    /// The word for what this is, as far as that can be told from the first of its keys that is one.
    static Optional<String> word(YamlNode node, Family family) {
        return node instanceof YamlNode.Mapping mapping
                ? words(mapping, family).stream().map(it -> it.key().text()).findFirst()
                : Optional.empty();
    }

    private static List<YamlNode.Entry> words(YamlNode.Mapping mapping, Family family) {
        var keys = mapping.entries().stream().map(it -> it.key().text()).toList();
        var words = words(keys, family);
        return mapping.entries().stream()
                .filter(it -> words.contains(it.key().text()))
                .toList();
    }

    /// The keys that are words of this family, but for those that may stand beside another one that is there, as
    /// the `queue` of a `pool`.
    static List<String> words(List<String> keys, Family family) {
        var words = Vocabulary.words(family);
        var found = keys.stream().filter(words::contains).toList();
        var beside = found.stream()
                .flatMap(word -> Vocabulary.word(family, word).known().stream().filter(it -> !it.equals(word)))
                .toList();
        var alone = found.stream().filter(it -> !beside.contains(it)).toList();
        return alone.isEmpty() ? found : alone;
    }

    static Optional<Kind> of(YamlNode.Entry entry, String what, Family family, Problems problems) {
        var kinds = Vocabulary.words(family);
        String name = entry.key().shown();
        String expected = "a mapping with " + Fields.oneOf(kinds);
        if (!(entry.value() instanceof YamlNode.Mapping mapping)) {
            var missing = entry.value() instanceof YamlNode.Scalar scalar && scalar.isMissing();
            problems.error(
                    missing ? entry.key().place() : entry.value().place(),
                    "%s '%s' is %s".formatted(what, name, entry.value().words()),
                    expected);
            return Optional.empty();
        }
        var found = words(mapping, family);
        if (found.size() == 1) {
            return Optional.of(new Kind(found.getFirst().key().text(), mapping));
        }
        if (found.size() > 1) {
            problems.error(
                    found.get(1).key().place(),
                    "%s '%s' is already a %s"
                            .formatted(what, name, found.getFirst().key().shown()),
                    "one of " + Fields.oneOf(kinds));
            return Optional.empty();
        }
        for (var it : mapping.entries()) {
            if (Nearest.to(it.key().text(), kinds).isPresent()) {
                problems.unknown(
                        it.key().place(),
                        "%s '%s' has no key '%s'".formatted(what, name, it.key().shown()),
                        Fields.oneOf(kinds),
                        it.key().text(),
                        kinds);
                return Optional.empty();
            }
        }
        problems.error(
                entry.key().place(), "%s '%s' does not say what it is".formatted(what, name), Fields.oneOf(kinds));
        return Optional.empty();
    }
}
