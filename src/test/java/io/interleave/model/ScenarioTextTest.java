package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {

    private static final String TEXT = """
        # é😀 a comment
        interleave: 1   # first
        title:   'A 😀 title'

        knobs:
          workers:   { min: 1,  slider: 4 ,  max: 16 }  # how many
          work: {slider: 100us, min: 1us, max: 10ms}
          lock:
            label: Lock
            toggle: yes     # stays as it is
          policy: { choice: fifo, options: [ fifo, 'last, first', "a\\"b", 'it''s', "on: off", "{", "\\u0001é😀" ] }
        units: { w: { thread: $workers, steps: [ compute: $work ] } }
        """;

    @Test
    void anEditChangesNothingButTheValue() {
        var text = ScenarioText.of(TEXT);
        assertThat(text.reading().errors()).isEmpty();
        assertThat(text.withKnobInitial("workers", new Value.Whole(12)).text())
                .isEqualTo(TEXT.replace("slider: 4 ,", "slider: 12 ,"));
        assertThat(text.withKnobInitial("work", new Value.Time(2_500_000)).text())
                .isEqualTo(TEXT.replace("slider: 100us", "slider: 2.5ms"));
        assertThat(text.withKnobInitial("lock", new Value.Truth(false)).text())
                .isEqualTo(TEXT.replace("toggle: yes", "toggle: off"));
    }

    @Test
    void aValueThatIsThereAlreadyLeavesItsSpelling() {
        var text = ScenarioText.of(TEXT);
        assertThat(text.withKnobInitial("lock", new Value.Truth(true))).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last, first", "a\"b", "it's", "on: off", "{", "\u0001é😀"})
    void everyOptionCanBeChosen(String option) {
        var text = ScenarioText.of(TEXT).withKnobInitial("policy", new Value.Text(option));
        var scenario = text.reading().scenario().orElseThrow();
        assertThat(scenario.knob("policy").orElseThrow().initial()).isEqualTo(new Value.Text(option));
        assertThat(text.withKnobInitial("policy", new Value.Text("fifo")).text())
                .isEqualTo(TEXT);
    }

    @Test
    void allKnobsCanBeSetAtOnce() {
        var text = ScenarioText.of(TEXT);
        var settings = Settings.of(text.reading().scenario().orElseThrow())
                .with("workers", new Value.Whole(2))
                .with("lock", new Value.Truth(false));
        var changed = text.withInitial(settings);
        assertThat(Settings.of(changed.reading().scenario().orElseThrow())).isEqualTo(settings);
        assertThat(changed.text()).contains("# how many", "# stays as it is");
    }

    @Test
    void whatTheKnobCannotBeIsRefused() {
        var text = ScenarioText.of(TEXT);
        assertThatThrownBy(() -> text.withKnobInitial("workers", new Value.Whole(17)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text.withKnobInitial("workers", new Value.Time(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text.withKnobInitial("wrokers", new Value.Whole(4)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
