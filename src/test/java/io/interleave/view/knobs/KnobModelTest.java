package io.interleave.view.knobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Knob;
import io.interleave.model.Place;
import io.interleave.model.Value;
import org.junit.jupiter.api.Test;

final class KnobModelTest {

    private final KnobModel rounds = new KnobModel(
            new Knob.Slider(
                    "rounds",
                    "Additions each",
                    false,
                    Place.NOWHERE,
                    new Value.Whole(2_000),
                    new Value.Whole(1),
                    new Value.Whole(100_000),
                    Knob.Scale.LOG),
            new Value.Whole(2_000));

    @Test
    void whatIsShownCanBeTyped() {
        assertThat(rounds.text()).isEqualTo("2,000");
        assertThat(rounds.type("12,345")).isEmpty();
        assertThat(rounds.value()).isEqualTo(new Value.Whole(12_345));
    }

    @Test
    void whatIsWrongIsSaidAndTheValueStays() {
        assertThat(rounds.type("a lot")).isPresent();
        assertThat(rounds.type("100001")).get().asString().contains("100000");
        assertThat(rounds.value()).isEqualTo(new Value.Whole(2_000));
    }

    @Test
    void durationsAreShownWithTheirUnitAndReadBack() {
        var work = new KnobModel(
                new Knob.Slider(
                        "work",
                        "Work",
                        false,
                        Place.NOWHERE,
                        new Value.Time(1_000),
                        new Value.Time(1_000),
                        new Value.Time(1_000_000),
                        Knob.Scale.LOG),
                new Value.Time(100_000));
        assertThat(work.text()).isEqualTo("100 µs");
        assertThat(work.type("250 µs")).isEmpty();
        assertThat(work.value()).isEqualTo(new Value.Time(250_000));
    }
}
