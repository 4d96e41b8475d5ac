package io.interleave.code;

import io.interleave.model.Knob;
import io.interleave.model.Scenario;
import io.interleave.model.UnitGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the things of a scenario are called in Java: knobs `LIKE_THIS`, all others `likeThis`.
final class JavaNames {

    /// Names of the program's own, and one of Java's that would be taken for such a one.
    private static final Set<String> FIELDS = Set.of(
            "allHeld", "allStarted", "BEGAN", "folder", "sink", "ROUNDS_PER_NANO", "SERVER", "US", "MS", "SEC", "IO");

    /// Beside those of the helpers.
    private static final Set<String> METHODS =
            Set.of("main tell wait notify notifyAll getClass hashCode equals toString clone finalize".split(" "));

    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while"
                            + " record var yield sealed permits when module exports opens requires")
                    .split(" "));

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final Set<String> taken = new HashSet<>(FIELDS);

    JavaNames(Scenario scenario) {
        for (var knob : scenario.knobs()) {
            fields.put(knob.name(), take(constant(knob), "", taken));
        }
        scenario.resources().forEach(it -> fields.put(it.name(), take(camel(it.name()), it.word(), taken)));
        var takenMethods = new HashSet<>(METHODS);
        takenMethods.addAll(JavaHelpers.methods());
        for (var group : scenario.units()) {
            if (!(group.kind() instanceof UnitGroup.Task)) {
                fields.put(group.name(), take(camel(group.name()), group.kind().word(), taken));
            }
            var name = camel(group.name());
            boolean isFree = !takenMethods.contains(name);
            methods.put(
                    group.name(),
                    take(isFree ? name : name + suffix(group.kind()), suffix(group.kind()), takenMethods));
        }
    }

    private static String suffix(UnitGroup.Kind kind) {
        return capital(kind.word());
    }

    /// The name of a knob's constant, a resource's field or a group's field.
    String field(String name) {
        return fields.getOrDefault(name, camel(name));
    }

    /// The name of the method with a group's steps.
    String method(String group) {
        return methods.getOrDefault(group, camel(group));
    }

    /// Names for the locals of one unit, which must not hide a field.
    final class Locals {

        private final Map<String, String> locals = new HashMap<>();
        private final Set<String> own = new HashSet<>(taken);

        Locals() {
            own.add(JavaGeneratorSteps.SELF);
        }

        /// A unit's copy of the variable `count` is `myCount`.
        String of(String local) {
            var known = locals.get(local);
            if (known != null) {
                return known;
            }
            var name = camel(local);
            var java = take(taken.contains(name) ? "my" + capital(name) : name, "value", own);
            locals.put(local, java);
            return java;
        }

        /// A name of the program's own, such as that of a loop's counter.
        String fresh(String wanted) {
            return take(wanted, "value", own);
        }
    }

    /// @param kind what it is, for a name that is a word of Java's
    private static String take(String wanted, String kind, Set<String> taken) {
        var base = KEYWORDS.contains(wanted) ? wanted + capital(kind.replace("_", "")) : wanted;
        var name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + i;
        }
        taken.add(name);
        return name;
    }

    private static String constant(Knob knob) {
        return knob.name().replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2").toUpperCase(Locale.ROOT);
    }

    static String camel(String name) {
        var words = Stream.of(name.split("_")).filter(it -> !it.isEmpty()).toList();
        var first = words.getFirst();
        return first.substring(0, 1).toLowerCase(Locale.ROOT)
                + first.substring(1)
                + words.stream().skip(1).map(JavaNames::capital).collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// The name of a program's class, which is that of its file too.
    ///
    /// @param scenario a name, or that of a file
    static String program(String scenario) {
        var base = scenario.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.(interleave\\.)?ya?ml$", "");
        var words = Stream.of(base.split("[^\\p{L}\\p{N}]+"))
                .filter(it -> !it.isEmpty())
                .map(JavaNames::capital)
                .collect(Collectors.joining());
        if (words.isEmpty() || !Character.isLetter(words.charAt(0))) {
            return "Scenario" + words;
        }
        return JavaHelpers.types().contains(words) || isImported(words) ? words + "Scenario" : words;
    }

    /// Whether a class of that name is there in every program, which one of the program's own would hide.
    private static boolean isImported(String name) {
        return Object.class.getModule().getDescriptor().exports().stream()
                .filter(it -> !it.isQualified())
                .anyMatch(it -> Class.forName(Object.class.getModule(), it.source() + "." + name) != null);
    }
}
