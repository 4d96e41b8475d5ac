package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    private static final Scenario SCENARIO = ScenarioReader.read("""
        interleave: 1
        title: T
        knobs:
          k: { slider: 4, min: 0, max: 50000 }
        resources: { n: { variable: 0 } }
        units:
          w:
            thread: k
            steps:
              - repeat: k - 2
                steps:
                  - sleep: 2ms * (k - 1)
                  - write: { to: n, value: 12 / k }
        """).scenario().orElseThrow();

    @Test
    void whatTheFileSaysIsInOrder() {
        assertThat(SettingsCheck.check(SCENARIO, Settings.of(SCENARIO))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, f:10:17: error: cannot repeat -1 times; expected 0 or more",
        "50000, f:8:13: error: cannot start 50000 units; expected 0 to 20000",
    })
    void saysWhatTheSettingsSpoil(long k, String problem) {
        var settings = Settings.of(SCENARIO).with("k", new Value.Whole(k));
        assertThat(SettingsCheck.check(SCENARIO, settings))
                .extracting(it -> it.inFile("f"))
                .containsExactly(problem);
    }

    @Test
    void saysAllThatTheySpoil() {
        var settings = Settings.of(SCENARIO).with("k", new Value.Whole(0));
        assertThat(SettingsCheck.check(SCENARIO, settings))
                .extracting(Problem::message)
                .containsExactly("cannot repeat -2 times", "this cannot take -2ms", "division by zero in '12 / k'");
    }
}
