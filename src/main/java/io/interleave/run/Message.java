package io.interleave.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.interleave.model.Durations;
import io.interleave.model.KnobText;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.util.Map;
import java.util.Optional;

/// What crosses between the application and an engine process: one JSON object a line, on the engine's standard
/// input and output.
///
/// The engine says `ready`, is told `start` once, and then may be told `turn` and `stop`; it answers with
/// `begun` and `ended`, or `refused`, and exits. When its standard input ends, so does the engine.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Message.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = Message.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Message.Turn.class, name = "turn"),
    @JsonSubTypes.Type(value = Message.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = Message.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Message.Refused.class, name = "refused")
})
sealed interface Message {

    /// To the application: warmed up and waiting.
    record Ready() implements Message {}

    /// To the application: the first unit starts now, from which on a time limit counts.
    record Begun() implements Message {}

    /// @param settings of every knob, as text
    /// @param limitNanos 0 for none
    /// @param traceLimit bytes that the trace may take; 0 for no trace at all
    /// @param commandsAllowed whether the person has agreed to the scenario's commands
    record Start(
            String scenario,
            Map<String, String> settings,
            int cores,
            long limitNanos,
            CoreSource best,
            String directory,
            long traceLimit,
            boolean commandsAllowed)
            implements Message {}

    record Turn(String knob, String value) implements Message {}

    record Stop() implements Message {}

    /// To the application: the run is over and its trace complete.
    record Ended(Definition.How how, long wallNanos, Map<String, TypedText> finals, Optional<FailedUnit> failure)
            implements Message {}

    /// A value that reads back as it was.
    record TypedText(Value.Type type, String text) {

        static TypedText of(Value value) {
            return new TypedText(value.type(), KnobText.format(value));
        }

        Value value() {
            return switch (type) {
                case WHOLE -> new Value.Whole(Long.parseLong(text));
                case DECIMAL -> new Value.Decimal(Double.parseDouble(text));
                case TIME -> new Value.Time(Durations.parse(text).orElseThrow());
                case TRUTH -> new Value.Truth(text.equals("on"));
                case TEXT -> new Value.Text(text);
            };
        }
    }

    record FailedUnit(String unit, int line, String text) {}

    /// To the application: nothing was started, and why.
    record Refused(String text) implements Message {}
}
