package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// Finds out of which kind a knob, a resource or a unit group is: the one of the kinds' words that its mapping has
/// as a key.
final class Kinds {

    record Kind(String word, YamlNode.Mapping mapping) {}

    private Kinds() {}

    static Optional<Kind> of(YamlNode.Entry entry, String what, List<String> kinds, Problems problems) {
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
        var found = mapping.entries().stream()
                .filter(it -> kinds.contains(it.key().text()))
                .toList();
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
