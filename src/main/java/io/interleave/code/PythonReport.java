package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Value;

/// The function that says what came out, and whether that was expected.
final class PythonReport {

    private static final int WIDTH = 88;

    private PythonReport() {}

    static void write(PythonProgram program, PythonLines lines) {
        var expressions = program.overResults();
        lines.add("def report():");
        lines.indented(() -> {
            lines.add("\"\"\"Prints what came out; whether it is what was expected.\"\"\"");
            for (var resource : program.scenario.resources()) {
                if (resource instanceof Resource.Variable variable && !PythonResources.isSeveral(variable)) {
                    lines.add("print(" + PythonText.quoted(variable.name() + " =") + ", "
                            + shown(program, expressions, variable) + ")");
                }
            }
            if (program.scenario.expectations().isEmpty()) {
                lines.add("return True");
                return;
            }
            lines.add("expectations = {");
            lines.indented(() -> {
                for (var it : program.scenario.expectations()) {
                    lines.from(
                            it.place(),
                            () -> expectation(PythonText.quoted(it.text()), expressions.of(it.condition()), lines));
                }
            });
            lines.add("}");
            lines.add("for text, held in expectations.items():");
            lines.indented(() -> lines.add("print(f\"{text}: {'held' if held else 'did not hold'}\")"));
            lines.add("return all(expectations.values())");
        });
    }

    private static void expectation(String text, String condition, PythonLines lines) {
        if (text.length() + condition.length() <= WIDTH) {
            lines.add(text + ": " + condition + ",");
        } else {
            lines.add(text + ":");
            lines.indented(() -> lines.add(condition + ","));
        }
    }

    private static String shown(PythonProgram program, PythonExpressions expressions, Resource.Variable variable) {
        var name = program.names.variable(variable.name());
        var shown = expressions.shown(variable.initial().type(), name);
        return variable.initial().type() == Value.Type.TRUTH ? shown.replace('\'', '"') : shown;
    }
}
