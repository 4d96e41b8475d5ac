package io.interleave.code;

import io.interleave.model.Durations;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How texts and values are written in Python.
final class PythonText {

    private static final long MILLI = 1_000_000;
    private static final long MICRO = 1_000;

    private PythonText() {}

    static String literal(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> Long.toString(whole);
            case Value.Decimal(double decimal) -> decimal(decimal);
            case Value.Time(long nanos) -> seconds(nanos);
            case Value.Truth(boolean truth) -> truth ? "True" : "False";
            case Value.Text(String text) -> quoted(text);
        };
    }

    private static String decimal(double value) {
        return Double.isInfinite(value) || Double.isNaN(value) ? "float(\"" + value + "\")" : Double.toString(value);
    }

    /// A duration in seconds, as a person writes a short one: `0.02`, `250e-6`.
    static String seconds(long nanos) {
        if (nanos % MILLI == 0) {
            var seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
            return seconds.scale() <= 0 ? seconds.toBigInteger() + ".0" : seconds.toPlainString();
        }
        if (Math.abs(nanos) < MILLI) {
            return nanos % MICRO == 0 ? nanos / MICRO + "e-6" : nanos + "e-9";
        }
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    /// As a scenario writes it.
    static String duration(long nanos) {
        return Durations.format(nanos);
    }

    static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /// What stands between quotes.
    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Prose.isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
                    }
                }
            }
        });
        return out.toString();
    }

    /// What may stand between the quotes of a docstring.
    static String docstring(String text) {
        return Prose.comment(text).replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    }

    /// The parts of a list on as few lines as that width lets them be.
    static List<String> fill(List<String> parts, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var part : parts) {
            if (!line.isEmpty() && line.length() + part.length() + 2 > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(part).append(",");
        }
        lines.add(line.toString());
        return lines;
    }

    /// The program that a process runs, as far as the scenario says it without an expression.
    static String program(UnitGroup.Process process) {
        return process.command().getFirst().parts().stream()
                .map(it -> it instanceof Template.Verbatim(var text) ? text : "?")
                .collect(Collectors.joining());
    }
}
