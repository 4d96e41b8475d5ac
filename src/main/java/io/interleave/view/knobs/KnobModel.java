package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One knob of the open scenario as the user turns it.
public final class KnobModel {

    /// What the user should know about turning it at this moment.
    public enum Note {
        NONE,
        /// It acts on the run that is under way.
        LIVE,
        /// A run is under way that will not know of this value: it counts at the next run.
        NEXT_RUN
    }

    private static final Pattern UNIT = Pattern.compile("([a-z]+)$");

    private final Knob knob;
    private final ObjectProperty<Value> value;
    private final ObjectProperty<Note> note = new SimpleObjectProperty<>(Note.NONE);

    public KnobModel(Knob knob, Value value) {
        this.knob = knob;
        this.value = new SimpleObjectProperty<>(value);
    }

    public Knob knob() {
        return knob;
    }

    public ObjectProperty<Value> valueProperty() {
        return value;
    }

    public Value value() {
        return value.get();
    }

    public ObjectProperty<Note> noteProperty() {
        return note;
    }

    /// Takes what was typed; or says what is wrong with it and keeps the value.
    public Optional<String> type(String typed) {
        return switch (KnobText.parse(
                knob, typed.replace(",", "").replace(" ", "").replace("µ", "u"))) {
            case KnobText.Accepted accepted -> {
                value.set(accepted.value());
                yield Optional.empty();
            }
            case KnobText.Refused refused -> Optional.of(refused.message());
        };
    }

    /// The value as a person reads it.
    public String text() {
        return text(value.get());
    }

    /// A value as a person reads it: whole numbers in groups of three digits, durations with a space before the
    /// unit.
    public static String text(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> String.format(Locale.ENGLISH, "%,d", whole);
            case Value.Time time ->
                UNIT.matcher(KnobText.format(time)).replaceFirst(" $1").replace("us", "µs");
            case Value.Decimal _, Value.Truth _, Value.Text _ -> KnobText.format(value);
        };
    }
}
