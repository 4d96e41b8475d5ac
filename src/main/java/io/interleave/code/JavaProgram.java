package io.interleave.code;

import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Remarks;
import io.interleave.model.Resource;
import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a whole program together: what can be turned, what is shared, who does what, `main`, and the helpers.
final class JavaProgram {

    private final JavaModel model;
    private final String className;
    private final Set<JavaNeed> needs;
    private final JavaText text;
    private final JavaResources resources;
    private final JavaUnits units;

    private JavaProgram(JavaModel model, String className, Lines lines, Set<JavaNeed> needs, Remarks remarks) {
        this.model = model;
        this.className = className;
        this.needs = needs;
        text = new JavaText(lines, new Carried(remarks));
        resources = new JavaResources(model, text, needs);
        units = new JavaUnits(model, text, needs);
    }

    static Listing listing(JavaModel model, String className, Remarks remarks) {
        // Written twice: what the top needs is known when the rest has been written.
        var needs = EnumSet.noneOf(JavaNeed.class);
        var scratch = new Lines();
        new JavaProgram(model, className, scratch, needs, remarks).write("");
        var lines = new Lines();
        new JavaProgram(model, className, lines, needs, remarks)
                .write(scratch.listing(Language.JAVA, "").text());
        return lines.listing(Language.JAVA, className + ".java");
    }

    /// @param before the program as it was written the first time
    private void write(String before) {
        heading();
        units(before);
        knobs();
        shared();
        groups();
        model.scenario.units().forEach(it -> units.method(it, text));
        new JavaMain(model, text, needs, resources, units).write();
        JavaHelpers.write(needs, text, model);
    }

    private void heading() {
        text.wrapped("// ", model.scenario.title());
        if (!model.scenario.about().isBlank()) {
            text.add("//");
            text.wrapped("// ", model.scenario.about());
        }
        text.add("//");
        text.add("// Run it with Java 25 or newer: java %s.java".formatted(className));
    }

    // Knobs

    private void knobs() {
        if (model.scenario.knobs().isEmpty()) {
            return;
        }
        text.blank();
        text.add("// What can be turned: change a value here and run again.");
        var live = model.scenario.knobs().stream().filter(Knob::live).toList();
        if (!live.isEmpty()) {
            text.gap(
                    live.getFirst().place(),
                    "In the scenario %s can be turned while it runs; here only before."
                            .formatted(live.stream()
                                    .map(it -> "'" + it.name() + "'")
                                    .collect(Collectors.joining(", "))));
        }
        text.blank();
        model.scenario.knobs().forEach(it -> text.from(it.place(), () -> knob(it)));
    }

    private void knob(Knob knob) {
        var value = model.settings.get(knob.name());
        boolean isInt = model.knob(knob.name()).orElseThrow().isInt();
        var java = JavaExpr.literal(value);
        text.add(
                "static final %s %s = %s;"
                        .formatted(
                                isInt ? "int" : JavaLocals.java(value.type()),
                                model.names.field(knob.name()),
                                isInt ? java.text() : java.widened().text()),
                label(knob) + range(knob));
    }

    private static String label(Knob knob) {
        return knob.label().equals(knob.name()) ? "" : knob.label();
    }

    private static String range(Knob knob) {
        String words = switch (knob) {
            case Knob.Slider it -> KnobText.format(it.min()) + " to " + KnobText.format(it.max());
            case Knob.Toggle _ -> "";
            case Knob.Choice it -> String.join(", ", it.options());
        };
        return words.isEmpty() ? "" : label(knob).isEmpty() ? words : ": " + words;
    }

    /// The units of time that the program names.
    private void units(String before) {
        var used = new ArrayList<String>();
        if (before.matches("(?s).*\\* US\\b.*")) {
            used.add("US = 1_000");
        }
        if (before.matches("(?s).*\\* MS\\b.*")) {
            used.add("MS = 1_000_000");
        }
        if (before.matches("(?s).*\\* SEC\\b.*")) {
            used.add("SEC = 1_000_000_000");
        }
        if (needs.contains(JavaNeed.CLOCK)) {
            text.blank();
            text.add("static final long BEGAN = System.nanoTime();");
        } else if (!used.isEmpty()) {
            text.blank();
        }
        if (!used.isEmpty()) {
            text.add("static final long %s;".formatted(String.join(", ", used)), "times are in nanoseconds");
        }
    }

    // What is shared, and who does what

    private void shared() {
        if (model.scenario.resources().isEmpty()) {
            return;
        }
        text.blank();
        text.add("// What they share.");
        text.blank();
        model.scenario.resources().stream()
                .filter(it -> !(it instanceof Resource.Condition))
                .forEach(resources::write);
        // After the locks that they belong to.
        model.scenario.resources().stream()
                .filter(Resource.Condition.class::isInstance)
                .forEach(resources::write);
    }

    private void groups() {
        text.blank();
        text.add("// Who does something.");
        text.blank();
        // After those whose output they read.
        var processes = model.scenario.units().stream().sorted((a, b) -> Integer.compare(depth(a), depth(b)));
        processes.forEach(units::field);
    }

    private int depth(UnitGroup group) {
        int depth = 0;
        var it = Optional.of(group);
        while (it.isPresent()
                && it.get().kind() instanceof UnitGroup.Process process
                && process.input().isPresent()) {
            it = model.group(process.input().get());
            depth++;
        }
        return depth;
    }
}
