package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.KnobText;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class GeneratorTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"thread", "coroutine"})
    void yields_one_value_after_the_other_and_then_has_ended(String caller) {
        var result = run(scenario("""
                resources:
                  sum: { variable: 0 }
                  ended: { variable: 0 }
                units:
                  squares:
                    generator: 1
                    steps:
                      - for_each: { as: i, from: 1, to: 10 }
                        steps:
                          - yield: i * i
                  caller:
                    %s: 1
                    steps:
                      - repeat: 12
                        steps:
                          - next: { of: squares, into: x }
                            else:
                              - increment: ended
                              - let: { x: 0 }
                          - update: { to: sum, value: sum + x }
                """.formatted(caller)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "sum")).isEqualTo(385);
        assertThat(whole(result, "ended")).isEqualTo(2);
    }

    @Test
    void is_sent_what_its_yield_then_gives() {
        var result = run(scenario("""
                resources: { last: { variable: 0 } }
                units:
                  average:
                    generator: 1
                    steps:
                      - let: { sum: 0 }
                      - forever:
                        steps:
                          - yield: { value: sum, into: sent }
                          - let: { sum: sum + sent }
                  caller:
                    thread: 1
                    steps:
                      - next: average
                      - for_each: { as: i, from: 1, to: 100 }
                        steps:
                          - send: { to: average, value: i, into: x }
                      - write: { to: last, value: x }
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "last")).isEqualTo(5050);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole, 0, 7, 7", "decimal, 0.5, 1.5, 1.5", "time, 1ms, 2ms, 2ms", "text, 'a', \"'b'\", b"})
    void yields_values_of_its_type(String values) {
        var words = values.split(", ");
        var result = run(scenario("""
                resources: { last: { variable: %s } }
                units:
                  gen: { generator: 1, of: %s, steps: [ { yield: %s } ] }
                  caller:
                    thread: 1
                    steps:
                      - next: { of: gen, into: x }
                      - write: { to: last, value: x }
                """.formatted(words[1], words[0], words[2])));

        assertThat(result.failure()).isEmpty();
        assertThat(KnobText.format(result.finals().get("last"))).isEqualTo(words[3]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            send: { to: gen, value: 1 }            | caller sends to 'gen' before its first 'next': no 'yield' waits for a value yet
            repeat: 3, steps: [ { next: gen } ]    | 'gen' has ended: there is no next value; 'else' can say what to do then
            next: { of: many, at: index + 2 }      | there is no many 3: they count from 1 to 2
            next: self                             | self resumes 'self' while that is running
            next: failing                          | 'index == 2' does not hold: index is 1
            """)
    void what_cannot_be_is_said_in_words(String step, String message) {
        var result = run(scenario("""
                units:
                  gen: { generator: 1, steps: [ { yield: 1 }, { yield: 2 } ] }
                  many: { generator: 2, steps: [ { yield: 1 } ] }
                  self: { generator: 1, steps: [ { next: self }, { yield: 1 } ] }
                  failing: { generator: 1, steps: [ { check: index == 2 }, { yield: 1 } ] }
                  caller: { thread: 1, steps: [ { %s } ] }
                """.formatted(step)));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure())
                .hasValueSatisfying(it -> assertThat(it.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "coroutine"})
    void closing_it_releases_what_it_holds_and_it_has_ended(String caller) {
        var result = run(scenario("""
                resources:
                  m: { lock: mutex }
                  ended: { variable: 0 }
                units:
                  gen:
                    generator: 1
                    steps:
                      - hold: m
                        steps:
                          - yield: 1
                          - fail: it went on
                  caller:
                    %s: 1
                    steps:
                      - next: gen
                      - close: gen
                      - close: gen
                      - hold: m
                        steps: [ { increment: ended } ]
                      - next: gen
                        else: [ { increment: ended } ]
                """.formatted(caller)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "ended")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread: 4", "coroutine: 4"})
    void may_be_resumed_by_one_and_then_another_under_a_lock(String callers) {
        var result = run(scenario("""
                resources:
                  sum: { variable: 0 }
                  m: { lock: mutex }
                  loop: { event_loop: 2 }
                units:
                  numbers:
                    generator: 1
                    steps:
                      - for_each: { as: i, from: 1, to: 1000 }
                        steps:
                          - sleep: 10us
                          - yield: i
                  caller:
                    %s
                    steps:
                      - repeat: 250
                        steps:
                          - hold: m
                            steps:
                              - next: { of: numbers, into: x }
                              - pause:
                          - update: { to: sum, value: sum + x }
                """.formatted(callers)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "sum")).isEqualTo(500_500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "coroutine"})
    void may_resume_another_which_may_wait(String caller) {
        var result = run(scenario("""
                resources: { sum: { variable: 0 } }
                units:
                  inner:
                    generator: 2
                    steps:
                      - for_each: { as: i, from: 1, to: 50 }
                        steps:
                          - sleep: 50us
                          - yield: i
                  outer:
                    generator: 2
                    steps:
                      - repeat: 50
                        steps:
                          - next: { of: inner, at: index, into: x }
                          - sleep: 50us
                          - yield: x * 2
                  caller:
                    %s: 2
                    steps:
                      - repeat: 50
                        steps:
                          - next: { of: outer, at: index, into: x }
                          - update: { to: sum, value: sum + x }
                """.formatted(caller)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "sum")).isEqualTo(2 * 2 * 1275);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log: words", "start: short"})
    void does_with_others_at_once_what_all_of_them_record(String step) throws Exception {
        var run = Recorded.run(directory, Optional.of(Duration.ofSeconds(20)), scenario("""
                resources: { loop: { event_loop: 1 } }
                units:
                  short: { coroutine: 1, start: manual, steps: [ pause: ] }
                  thread_:
                    thread: 2
                    steps:
                      - repeat: 1000
                        steps: [ { %1$s } ]
                  generator_:
                    generator: 1
                    steps:
                      - forever:
                        steps:
                          - %1$s
                          - yield: 1
                  asking:
                    coroutine: 1
                    steps:
                      - repeat: 1000
                        steps:
                          - next: { of: generator_, into: x }
                          - pause:
                  other:
                    coroutine: 3
                    steps:
                      - repeat: 1000
                        steps:
                          - %1$s
                          - pause:
                """.formatted(step)));

        assertThat(run.result().how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void never_keeps_a_run_alive_and_is_ended_with_it() throws Exception {
        var run = Recorded.run(directory, scenario("""
                resources: { m: { lock: mutex } }
                units:
                  gen:
                    generator: 1
                    steps:
                      - forever:
                        steps:
                          - hold: m
                            steps: [ { yield: 1 } ]
                  idle: { generator: 1, steps: [ { yield: 1 } ] }
                  caller: { thread: 1, steps: [ { next: gen } ] }
                """));

        assertThat(run.result().how()).isEqualTo(How.COMPLETED);
        assertThat(run.result().failure()).isEmpty();
        assertThat(kinds(run, "gen"))
                .containsExactly(
                        EventKind.UNIT_START,
                        EventKind.MOUNT,
                        EventKind.UNMOUNT,
                        EventKind.MOUNT,
                        EventKind.UNMOUNT,
                        EventKind.UNIT_END);
        assertThat(kinds(run, "idle")).isEmpty();
    }

    @Test
    void what_it_does_it_records_as_itself_between_being_resumed_and_its_yield() throws Exception {
        var run = Recorded.run(directory, scenario("""
                units:
                  gen: { generator: 1, steps: [ { compute: 1us }, { yield: 42 }, { compute: 1us } ] }
                  caller:
                    thread: 1
                    steps:
                      - next: gen
                      - next: gen
                        else: [ { pause: } ]
                """));

        int gen = run.unit("gen");
        var events = run.events().stream().filter(it -> it.unit() == gen).toList();
        assertThat(events.stream().map(it -> it.kind()))
                .containsExactly(
                        EventKind.UNIT_START,
                        EventKind.MOUNT,
                        EventKind.COMPUTE,
                        EventKind.UNMOUNT,
                        EventKind.MOUNT,
                        EventKind.COMPUTE,
                        EventKind.UNMOUNT,
                        EventKind.UNIT_END);
        assertThat(events.get(1).object()).isEqualTo(run.unit("caller"));
        assertThat(events.get(1).value()).isPositive();
        assertThat(events.get(3).value()).isEqualTo(42);
    }

    private static List<EventKind> kinds(Recorded run, String unit) {
        return run.events().stream()
                .filter(it -> it.unit() == run.unit(unit))
                .map(it -> it.kind())
                .filter(it -> switch (it) {
                    case UNIT_START, UNIT_END, MOUNT, UNMOUNT -> true;
                    default -> false;
                })
                .toList();
    }

    @Test
    void runs_under_the_interpreter_lock_of_whoever_resumes_it() {
        var result = run(scenario("""
                resources:
                  gil: { lock: gil }
                  sum: { variable: 0 }
                units:
                  gen:
                    generator: 2
                    steps:
                      - forever:
                        steps:
                          - compute: 10us
                          - sleep: 10us
                          - yield: 1
                  caller:
                    thread: 2
                    under: gil
                    steps:
                      - repeat: 200
                        steps:
                          - next: { of: gen, at: index, into: x }
                          - update: { to: sum, value: sum + x }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "sum")).isEqualTo(400);
    }
}
