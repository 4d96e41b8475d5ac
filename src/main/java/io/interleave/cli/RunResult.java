package io.interleave.cli;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Judge;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.Timeline;
import io.interleave.model.Scenario;
import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.run.RunReport;
import io.interleave.run.RunRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What came of a run.
record RunResult(
        String name, Scenario scenario, RunRequest request, RunEnd end, Optional<RunReport> report, Timeline timeline) {

    /// What the expectations say. Without a trace, the engine's own word on the last values is taken.
    Outcome outcome() {
        if (request.record()) {
            return timeline.outcome();
        }
        var names = new HashMap<>(request.settings().asMap());
        names.putAll(report.map(RunReport::finals).orElseGet(java.util.Map::of));
        var stage = end instanceof RunEnd.Completed ? Judge.Stage.OVER : Judge.Stage.UNDER_WAY;
        return report.isPresent() ? Judge.outcome(scenario.expectations(), names, stage) : new Outcome(List.of());
    }

    List<Finding> findings() {
        return timeline.findings();
    }

    boolean held() {
        var results = outcome().results();
        return results.size() == scenario.expectations().size()
                && results.stream().allMatch(it -> it.verdict() == Outcome.Verdict.HELD);
    }

    int exitStatus() {
        return switch (end) {
            case RunEnd.Completed _, RunEnd.LimitReached _, RunEnd.Stopped _ ->
                held() ? ExitStatus.HELD : ExitStatus.NOT_HELD;
            case RunEnd.UnitFailed _, RunEnd.EngineDied _ -> ExitStatus.FAILED;
            case RunEnd.Refused _ -> ExitStatus.BAD_INPUT;
        };
    }

    /// How it ended, as a sentence without a full stop.
    String endInWords() {
        return inWords(end);
    }

    /// What is said instead of all else where the trace cannot be read for want of memory.
    ///
    /// @param trace where it is kept, if it is
    /// @param memory in bytes, that this program may have
    static String tooLarge(String name, RunEnd end, Optional<Path> trace, long memory) {
        return "%s: %s. Its trace is too large for the %,d MiB of memory that this program may have%s. JAVA_TOOL_OPTIONS=-Xmx8g in the environment gives it 8 GiB"
                .formatted(
                        name,
                        inWords(end),
                        memory >> 20,
                        trace.map(it -> ", and is kept in " + it).orElse(""));
    }

    private static String inWords(RunEnd end) {
        return switch (end) {
            case RunEnd.Completed _ -> "Completed";
            case RunEnd.Stopped _ -> "Stopped";
            case RunEnd.LimitReached _ -> "Ended by its time limit";
            case RunEnd.UnitFailed(var unit, var line, var message) ->
                "%s failed at line %d: %s".formatted(unit, line, message);
            case RunEnd.Refused(var message) -> message;
            case RunEnd.EngineDied(var cause) -> cause;
        };
    }

    String text() {
        return new RunText(this).text();
    }

    String json(Optional<Path> trace, Optional<Path> picture) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new RunDocuments(this).document(trace, picture));
    }

    /// A value as JSON has it: a number, a switch or a text; a duration as its nanoseconds.
    static Object plain(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Decimal(double decimal) -> decimal;
            case Value.Time(long nanos) -> nanos;
            case Value.Truth(boolean truth) -> truth;
            case Value.Text(String text) -> text;
        };
    }

    /// Expected minus actual, of whole numbers.
    static Optional<Long> missing(Outcome.Result result) {
        return result.isEquation()
                        && result.actual().orElse(null) instanceof Value.Whole(long actual)
                        && result.expected().orElse(null) instanceof Value.Whole(long expected)
                ? Optional.of(expected - actual)
                : Optional.empty();
    }
}
