package io.interleave.code;

import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/// Scenarios as programs in Python.
public final class PythonCode {

    private static final int WIDTH = 88;

    private PythonCode() {}

    /// The program that does what a scenario does, with these values of its knobs as constants at its top. In the
    /// end it prints what came out and whether the expectations held, and its exit status is 0 if all did.
    ///
    /// @param name what the program's file is called, without its ending
    public static Listing of(Scenario scenario, Settings settings, String name) {
        var program = new PythonProgram(scenario, settings);
        var knobs = new PythonLines();
        knobs(program, knobs);
        var resources = new PythonLines();
        new PythonResources(program, resources).write();
        var units =
                scenario.units().stream().map(it -> PythonUnits.of(program, it)).toList();
        var report = new PythonLines();
        PythonReport.write(program, report);
        var main = new PythonLines();
        new PythonMain(program, main).write();

        var lines = new Lines();
        var fileName = name + "." + Language.PYTHON.ending();
        docstring(scenario, fileName, lines);
        lines.blank();
        var imports = new PythonLines();
        program.parts.writeImports(imports);
        imports.writeTo(lines);
        if (!knobs.isEmpty()) {
            lines.blank();
            knobs.writeTo(lines);
        }
        var helpers = new PythonLines();
        program.parts.writeHelpers(helpers);
        helpers.writeTo(lines);
        if (!resources.isEmpty()) {
            lines.blank();
            if (!helpers.isEmpty()) {
                lines.blank();
            }
            resources.writeTo(lines);
        }
        units.forEach(it -> it.writeTo(lines));
        for (var piece : List.of(report, main)) {
            lines.blank();
            lines.blank();
            piece.writeTo(lines);
        }
        program.gaps().forEach(it -> lines.gap(it.place(), it.words()));
        return lines.listing(Language.PYTHON, fileName);
    }

    private static void docstring(Scenario scenario, String fileName, Lines lines) {
        lines.add("\"\"\"" + PythonText.docstring(scenario.title()));
        lines.blank();
        if (!scenario.about().isBlank()) {
            Prose.wrap(PythonText.docstring(scenario.about()), WIDTH).forEach(lines::add);
            lines.blank();
        }
        lines.add("Made by Interleave from a scenario; needs Python 3.11 or newer and nothing else:");
        lines.add("python3 " + PythonText.docstring(fileName));
        lines.add("\"\"\"");
    }

    /// The knobs as constants.
    private static void knobs(PythonProgram program, PythonLines lines) {
        var live = program.scenario.knobs().stream().filter(Knob::live).toList();
        if (!live.isEmpty()) {
            var names = live.stream().map(it -> program.names.of(it.name())).collect(Collectors.joining(", "));
            program.gap(
                    lines,
                    live.getFirst().place(),
                    "What a scenario lets turn while it runs is constant here (" + names
                            + "): change it and run again.");
        }
        for (var knob : program.scenario.knobs()) {
            lines.from(
                    knob.place(),
                    () -> lines.add(
                            program.names.of(knob.name()) + " = "
                                    + PythonText.literal(program.settings.get(knob.name())),
                            Prose.comment(meaning(knob))));
        }
    }

    private static String meaning(Knob knob) {
        return switch (knob) {
            case Knob.Slider it ->
                it.label()
                        + (it.initial() instanceof Value.Time ? ", in seconds" : "")
                        + ": " + KnobText.format(it.min()) + " to " + KnobText.format(it.max());
            case Knob.Toggle it -> it.label();
            case Knob.Choice it -> it.label() + ": " + String.join(", ", it.options());
        };
    }
}
