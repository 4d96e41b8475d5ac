package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.Definition.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What steps do with processes, in the words of the language.
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ProcessWordsTest {

    @Test
    void a_child_is_started_polled_and_awaited() {
        var result = run(scenario("""
                resources: { polls: { variable: 0 }, status: { variable: 0 } }
                units:
                  nap: { process: 1, command: [/bin/sh, -c, "sleep 0.1; exit 3"], start: manual }
                  boss:
                    thread: 1
                    steps:
                      - start: nap
                      - let: { running: on }
                      - while: running
                        steps:
                          - increment: polls
                          - sleep: 5ms
                          - poll: { unit: nap, into: running }
                      - await: { for: nap, into: ended }
                      - write: { to: status, value: ended }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "status")).isEqualTo(3);
        assertThat(whole(result, "polls")).isPositive();
    }

    @Test
    void a_hung_child_is_killed_when_the_time_is_up_and_its_signal_is_told() {
        var result = run(scenario("""
                resources: { status: { variable: 0 } }
                units:
                  hung: { process: 1, command: [sleep, "1000"], start: manual }
                  boss:
                    thread: 1
                    steps:
                      - start: hung
                      - await: hung
                        timeout: 30ms
                        else: [ { kill: hung } ]
                      - await: { for: hung, into: ended }
                      - write: { to: status, value: ended }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "status")).isEqualTo(-15);
    }

    @Test
    void several_children_are_told_apart_by_their_number() {
        var result = run(scenario("""
                resources: { second: { variable: 0 } }
                units:
                  child: { process: 3, command: [/bin/sh, -c, "exit $0", "{index}"], start: manual }
                  boss:
                    thread: 1
                    steps:
                      - start: child
                      - await: child
                      - await: { for: child, at: 2, into: ended }
                      - write: { to: second, value: ended }
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "second")).isEqualTo(2);
    }

    @Test
    void starting_a_group_starts_those_that_feed_it() {
        var result = run(scenario("""
                resources: { good: { variable: 0 } }
                units:
                  words: { process: 1, command: [printf, "b\\\\na\\\\nb\\\\n"], start: manual }
                  sorted: { process: 1, command: [sort, "-u"], input: words, start: manual }
                  counted: { process: 1, command: [wc, "-l"], input: sorted, output: read, start: manual }
                  boss:
                    thread: 1
                    steps:
                      - start: counted
                      - communicate: { with: counted, into: said }
                      - if: said == '2'
                        steps: [ { write: { to: good, value: 1 } } ]
                """));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "good")).isEqualTo(1);
    }

    @Test
    void cancelling_ends_a_child_and_starting_it_again_starts_another() {
        var result = run(scenario("""
                units:
                  nap: { process: 1, command: [sleep, "1000"], start: manual }
                  boss:
                    thread: 1
                    steps:
                      - repeat: 3
                        steps:
                          - start: nap
                          - cancel: nap
                          - await: nap
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }
}
