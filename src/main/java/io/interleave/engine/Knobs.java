package io.interleave.engine;

import io.interleave.model.Knob;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.RawValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The knobs of a run. Those that are not live are constants to the compiler; a live one is a cell that units read
/// with an opaque load: cheap, never cached for ever, and without any ordering that a scenario could take for a
/// lock.
final class Knobs {

    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);

    private final List<Knob> knobs;
    private final long[] cells;
    private final Texts texts;

    Knobs(Scenario scenario, Settings settings, Texts texts) {
        this.knobs = scenario.knobs();
        this.texts = texts;
        this.cells = knobs.stream()
                .mapToLong(knob -> RawValue.of(settings.get(knob.name()), texts::number))
                .toArray();
    }

    OptionalInt index(String name) {
        return IntStream.range(0, knobs.size())
                .filter(index -> knobs.get(index).name().equals(name))
                .findFirst();
    }

    Knob knob(int index) {
        return knobs.get(index);
    }

    long get(int index) {
        return (long) CELLS.getOpaque(cells, index);
    }

    void set(int index, Value value) {
        CELLS.setOpaque(cells, index, RawValue.of(value, texts::number));
    }

    /// What an event says of a knob's value: the raw bits, of a choice which option, from 0.
    long told(int index) {
        return switch (knobs.get(index)) {
            case Knob.Slider _, Knob.Toggle _ -> get(index);
            case Knob.Choice choice -> choice.options().indexOf(texts.text(get(index)));
        };
    }
}
