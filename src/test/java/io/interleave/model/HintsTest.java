package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the reader warns of in scenarios that can be run, and what it does not.
class HintsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- hold: m\n  steps: [ { hold: m, steps: [ pause: ] } ]",
                "- acquire: sp\n- acquire: sp\n- release: sp\n- release: sp",
                "- hold: { lock: several, at: 2 }\n  steps: [ { hold: { lock: several, at: 2 }, steps: [ pause: ] } ]",
                "- hold: st\n  steps: [ { hold: { lock: st, mode: write }, steps: [ pause: ] } ]",
            })
    void a_lock_that_would_be_taken_twice(String steps) {
        assertThat(hints(steps)).singleElement().asString().contains("will wait for itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- hold: re\n  steps: [ { hold: re, steps: [ pause: ] } ]",
                "- hold: rw\n  steps: [ { hold: { lock: rw, mode: read }, steps: [ pause: ] } ]",
                "- hold: { lock: several, at: 1 }\n  steps: [ { hold: { lock: several, at: 2 }, steps: [ pause: ] } ]",
                "- hold: seats\n  steps: [ { hold: seats, steps: [ pause: ] } ]",
                "- acquire: seats",
            })
    void not_one_that_may_be(String steps) {
        assertThat(hints(steps)).isEmpty();
    }

    @Test
    void not_a_lock_that_one_case_acquires_and_another_does_not_need_to() {
        assertThat(hints("""
                - acquire: m
                  timeout: 0s
                  else:
                    - log: somebody is in
                    - acquire: m
                - release: m
                """)).isEmpty();
    }

    @Test
    void not_a_lock_that_each_case_releases() {
        assertThat(hints("""
                - acquire: m
                - if: index == 1
                  steps:
                    - release: m
                  else:
                    - release: m
                """)).isEmpty();
    }

    @Test
    void not_locks_that_are_taken_hand_over_hand() {
        assertThat(hints("""
                - acquire: { lock: several, at: 1 }
                - for_each: { as: i, from: 2, to: 3 }
                  steps:
                    - acquire: { lock: several, at: i }
                    - release: { lock: several, at: i - 1 }
                - release: { lock: several, at: 3 }
                """)).isEmpty();
    }

    @Test
    void a_condition_without_its_lock() {
        assertThat(hints("- await: ready")).singleElement().asString().contains("belongs to lock 'm'");
        assertThat(hints("- signal: ready")).singleElement().asString().contains("does not hold");
        assertThat(hints("- hold: m\n  steps: [ { await: ready }, { signal_all: ready } ]"))
                .isEmpty();
        assertThat(hints("- acquire: m\n- await: ready\n- release: m")).isEmpty();
    }

    @Test
    void waiting_for_its_own_end() {
        assertThat(hints("- await: w")).singleElement().asString().contains("its own end");
    }

    @Test
    void what_nobody_uses() {
        var reading = ScenarioReader.read("""
                interleave: 1
                title: T
                resources:
                  m: { lock: mutex }
                  g: { lock: gil }
                  l: { event_loop: 1 }
                  c: { condition: m }
                units:
                  w: { thread: 1, under: g, steps: [ pause: ] }
                  co: { coroutine: 1, steps: [ pause: ] }
                  later: { thread: 1, start: manual, steps: [ pause: ] }
                  gen: { generator: 1, steps: [ yield: 1 ] }
                  job: { task: n, steps: [ return: n ] }
                  a: { process: 1, command: [ls] }
                  b: { process: 1, command: [cat], input: a }
                """);
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "no unit uses 'c'",
                        "no step starts 'later'",
                        "no step resumes 'gen'",
                        "no step hands 'job' to a pool");
    }

    @Test
    void a_priority_that_no_loop_looks_at() {
        var reading = ScenarioReader.read("""
                interleave: 1
                title: T
                units:
                  co: { coroutine: 1, priority: 3, steps: [ pause: ] }
                """);
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly("the event loop of 'co' has no priorities, so this changes nothing");
    }

    private static List<String> hints(String steps) {
        var reading = ScenarioReader.read("""
                interleave: 1
                title: T
                resources:
                  m: { lock: mutex }
                  re: { lock: reentrant }
                  sp: { lock: spin }
                  rw: { lock: read_write }
                  st: { lock: stamped }
                  several: { lock: mutex, count: 3 }
                  seats: { semaphore: 2 }
                  ready: { condition: m }
                units:
                  w:
                    thread: 1
                    steps:
                """ + steps.indent(6));
        assertThat(reading.errors()).extracting(it -> it.inFile("f")).isEmpty();
        return reading.problems().stream()
                .map(Problem::message)
                .filter(it -> !it.startsWith("no unit uses"))
                .toList();
    }
}
