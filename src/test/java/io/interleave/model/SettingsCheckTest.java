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

    private static final Scenario EVERYTHING =
            ScenarioReader.read("""
        interleave: 1
        title: T
        knobs:
          k: { slider: 1, min: -1, max: 9 }
          t: { slider: 1ms, min: -1ms, max: 1s }
        resources:
          cells: { variable: 0, count: k }
          q: { queue: fifo, capacity: k }
          s: { semaphore: k }
          b: { barrier: k }
          l: { latch: k }
          p: { phaser: k }
          e: { event_loop: k }
          w: { pool: thread, size: k, queue: k }
          g: { lock: gil, interval: t }
        units:
          p1: { process: k, command: [ls] }
          p2: { process: 1, command: [cat], input: p1 }
          job: { task: n, steps: [ return: n ] }
          u:
            thread: 1
            priority: k
            core: k
            steps:
              - read: { from: cells, at: 1, into: x }
              - take: { from: q, into: y }
                timeout: t
              - io: { file: k }
              - compute: { kernel: primes, size: k }
              - submit: { to: w, task: job, payload: k }
              - map: { pool: w, task: job, from: 1, to: 2, chunk: k }
        """).scenario().orElseThrow();

    @Test
    void everyNumberThatTheKnobsDecideIsWithinBounds() {
        var settings = Settings.of(EVERYTHING).with("k", new Value.Whole(-1)).with("t", new Value.Time(-1_000_000));
        assertThat(SettingsCheck.check(EVERYTHING, settings))
                .extracting(Problem::message)
                .containsExactly(
                        "there cannot be -1 of 'cells'",
                        "'q' cannot hold -1 items",
                        "'s' cannot have -1 permits",
                        "'b' cannot wait for -1 parties",
                        "'l' cannot count down from -1",
                        "'p' cannot have -1 parties",
                        "'e' cannot have -1 carriers",
                        "'w' cannot have -1 workers",
                        "'w' cannot let -1 tasks wait",
                        "this cannot take -1ms",
                        "cannot start -1 units",
                        "there are 1 of 'p2' and -1 of 'p1', whose output it reads",
                        "there is no priority -1",
                        "there is no core -1",
                        "there is no 'cells' 1",
                        "this cannot take -1ms",
                        "this cannot be -1 bytes",
                        "this cannot be of size -1",
                        "-1 bytes cannot travel with it",
                        "-1 tasks cannot travel together");
    }

    @Test
    void asManyPipedAsThereAreToReadFrom() {
        var settings = Settings.of(EVERYTHING).with("k", new Value.Whole(2));
        assertThat(SettingsCheck.check(EVERYTHING, settings))
                .extracting(Problem::message)
                .containsExactly("there are 1 of 'p2' and 2 of 'p1', whose output it reads");
    }
}
