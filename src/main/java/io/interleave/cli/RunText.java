package io.interleave.cli;

import io.interleave.analysis.GroupTimes;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.State;
import io.interleave.model.KnobText;
import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.trace.CoreSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says for a person at a terminal what came of a run.
final class RunText {

    /// Of larger groups not each unit has a line of its own.
    private static final int EACH = 8;

    private static final int MOST_VARIABLES = 16;

    private final RunResult result;
    private final List<String> lines = new ArrayList<>();

    RunText(RunResult result) {
        this.result = result;
    }

    String text() {
        lines.add(result.scenario().title());
        if (!result.request().settings().asMap().isEmpty()) {
            lines.add("  "
                    + result.request().settings().asMap().entrySet().stream()
                            .map(it -> it.getKey() + " " + KnobText.format(it.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        lines.add("");
        result.timeline().lines().forEach(it -> lines.add("  " + it.text()));
        result.outcome().results().forEach(this::expectation);
        variables();
        var words = new FindingText(result.timeline().start());
        result.findings().forEach(it -> lines.addAll(words.lines(it)));
        lines.add("");
        units();
        figures();
        lines.add(endLine());
        source().ifPresent(lines::add);
        return String.join(System.lineSeparator(), lines);
    }

    private void variables() {
        var values = result.timeline().variables();
        if (!values.isEmpty()) {
            lines.add("  "
                    + values.entrySet().stream()
                            .limit(MOST_VARIABLES)
                            .map(it -> it.getKey() + " " + value(it.getValue()))
                            .collect(Collectors.joining(", "))
                    + (values.size() > MOST_VARIABLES ? format(", and %,d more", values.size() - MOST_VARIABLES) : ""));
        }
    }

    private void expectation(Outcome.Result it) {
        var mark = switch (it.verdict()) {
            case HELD -> "✓";
            case FAILED -> "✗";
            case UNDECIDED -> "?";
        };
        var actual = it.actual().map(RunText::value).orElse("no value");
        var expected = it.relation()
                .map(relation -> (it.isEquation() ? "" : relation.symbol() + " ")
                        + it.expected().map(RunText::value).orElse("no value"))
                .orElse("on");
        var found = switch (it.verdict()) {
            case HELD -> actual;
            case FAILED -> "%s, expected %s".formatted(actual, expected);
            case UNDECIDED -> "%s so far, expected %s, and the run did not come to its end".formatted(actual, expected);
        };
        lines.add("%s %s: %s".formatted(mark, it.text(), found));
    }

    /// A large group in one line, of any other each unit.
    private void units() {
        var large = result.timeline().groupTimes().stream()
                .filter(it -> it.units() > EACH)
                .collect(Collectors.toMap(GroupTimes::name, it -> it, (one, _) -> one, LinkedHashMap::new));
        large.values().forEach(it -> lines.add(format("  %s (%,d): %s", it.name(), it.units(), states(it.states()))));
        result.timeline().unitTimes().stream()
                .filter(it -> !large.containsKey(it.group()))
                .filter(it -> !it.states().isEmpty())
                .forEach(it -> lines.add("  %s: %s".formatted(it.name(), states(it.states()))));
    }

    private static String states(Map<State, Long> states) {
        long all =
                Math.max(1, states.values().stream().mapToLong(Long::longValue).sum());
        return states.entrySet().stream()
                .map(entry -> format("%s %.1f %%", state(entry.getKey()), 100.0 * entry.getValue() / all))
                .collect(Collectors.joining(", "));
    }

    private void figures() {
        new FigureText(result.timeline()).lines().forEach(lines::add);
    }

    private String endLine() {
        var end = result.endInWords();
        var wall = result.report()
                .map(it -> format(" in %s", time(it.wallNanos())))
                .orElse("");
        var timeline = result.timeline();
        var kept = result.request().record()
                ? format("; %,d events kept%s", timeline.eventsKept(), notKept(timeline.eventsNotKept()))
                : "; nothing was recorded";
        return result.end() instanceof RunEnd.Completed ? end + wall + kept : end + kept;
    }

    private static String notKept(long events) {
        return events == 0 ? "" : format(", %,d not kept", events);
    }

    private Optional<String> source() {
        return result.timeline()
                .cores()
                .filter(it -> it.source() != CoreSource.EXACT)
                .map(it -> "Cores are %s. %s".formatted(it.source().name().toLowerCase(Locale.ROOT), it.reason()));
    }

    private static String state(State state) {
        return switch (state) {
            case RUNNING -> "running";
            case READY -> "ready";
            case ACTIVE -> "running or ready";
            case LOCK_WAIT -> "waiting for a lock";
            case WAIT -> "waiting";
            case IO -> "I/O";
            case SERIALIZING -> "serializing";
            case SLEEPING -> "sleeping";
            case SUSPENDED -> "suspended";
            case HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> "unknown";
        };
    }

    private static String value(Value value) {
        return value instanceof Value.Whole(long whole) ? format("%,d", whole) : KnobText.format(value);
    }

    static String time(long nanos) {
        return nanos >= 1_000_000_000L ? format("%.2f s", nanos / 1e9) : format("%.1f ms", nanos / 1e6);
    }

    static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
