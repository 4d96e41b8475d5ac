package io.interleave.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Settings;
import io.interleave.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialTest {

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

    private static Settings settings() {
        return Settings.of(Script.of(TEXT).reading().scenario().orElseThrow());
    }

    private static String started(String text, Settings settings) {
        return Edits.done(Script.of(text).edit(new Operation.Start(settings))).text();
    }

    @Test
    void nothing_changes_but_the_values() {
        assertThat(started(TEXT, settings().with("workers", new Value.Whole(12))))
                .isEqualTo(TEXT.replace("slider: 4 ,", "slider: 12 ,"));
        assertThat(started(TEXT, settings().with("work", new Value.Time(2_500_000))))
                .isEqualTo(TEXT.replace("slider: 100us", "slider: 2.5ms"));
        assertThat(started(TEXT, settings().with("lock", new Value.Truth(false))))
                .isEqualTo(TEXT.replace("toggle: yes", "toggle: off"));
    }

    @Test
    void a_value_that_is_there_already_keeps_its_spelling() {
        assertThat(started(TEXT, settings())).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last, first", "a\"b", "it's", "on: off", "{", "\u0001é😀"})
    void every_option_can_be_chosen(String option) {
        var chosen = settings().with("policy", new Value.Text(option));
        String text = started(TEXT, chosen);
        assertThat(Settings.of(Script.of(text).reading().scenario().orElseThrow()))
                .isEqualTo(chosen);
        assertThat(started(text, settings())).isEqualTo(TEXT);
    }
}
