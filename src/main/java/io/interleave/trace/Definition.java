package io.interleave.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.interleave.model.Value;
import java.util.List;
import java.util.Map;

/// What the numbers in a trace's events stand for, and what is known of the run as a whole. Written as one line of
/// JSON each, always before the first event that refers to it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "define")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Definition.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Definition.Cores.class, name = "cores"),
    @JsonSubTypes.Type(value = Definition.Unit.class, name = "unit"),
    @JsonSubTypes.Type(value = Definition.Resource.class, name = "resource"),
    @JsonSubTypes.Type(value = Definition.Step.class, name = "step"),
    @JsonSubTypes.Type(value = Definition.Line.class, name = "line"),
    @JsonSubTypes.Type(value = Definition.Failure.class, name = "failure"),
    @JsonSubTypes.Type(value = Definition.End.class, name = "end")
})
public sealed interface Definition {

    /// The scenario and its settings at the start, as text that reads back to the same values.
    record Run(String scenario, Map<String, String> settings, long clockStart, long epochMillis, long pid)
            implements Definition {}

    /// Which cores the run may use, and where the knowledge of who ran on them comes from.
    ///
    /// @param reason why not from a better source, with the cure; empty for the best
    record Cores(List<Integer> cores, CoreSource source, String reason) implements Definition {}

    /// @param index counts from 0 within the group
    record Unit(int id, String name, String group, int index) implements Definition {}

    /// @param kind `variable` or `lock`
    /// @param type of a variable's values; of a lock `TRUTH`
    record Resource(int id, String name, String kind, Value.Type type) implements Definition {}

    /// @param line in the scenario's text, from 1
    record Step(int id, String word, String text, int line) implements Definition {}

    /// A line of output.
    record Line(int unit, long time, String text) implements Definition {}

    /// A unit could not go on.
    record Failure(int unit, int line, String message) implements Definition {}

    /// The run is over; nothing follows.
    record End(How how, long time) implements Definition {}

    /// How a run ended.
    enum How {
        /// Every unit came to its end.
        COMPLETED,
        /// The user stopped it.
        STOPPED,
        /// Its time was up.
        LIMIT,
        /// A unit failed.
        FAILED
    }
}
