package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class QueuesTest {

    @TempDir
    Path directory;

    private static final String PRODUCERS_AND_CONSUMERS = scenario("""
            resources:
              jobs: { queue: %s }
              sum: { variable: 0 }
              number: { variable: 0 }
              left: { latch: 3 }
            units:
              producer:
                thread: 3
                steps:
                  - for_each: { as: i, from: 1, to: 500 }
                    steps: [ { put: { to: jobs, value: i } } ]
                  - count_down: left
              closer:
                thread: 1
                steps: [ { await: left }, { close: jobs } ]
              consumer:
                thread: 4
                steps:
                  - for_each: { as: item, in: jobs }
                    steps:
                      - update: { to: sum, value: sum + item }
                      - update: { to: number, value: number + 1 }
            """);

    @ParameterizedTest
    @ValueSource(strings = {"fifo", "fifo, capacity: 1", "lifo, capacity: 7", "lifo", "priority", "rendezvous"})
    void every_item_is_taken_once_and_consumers_end_when_the_queue_is_closed_and_empty(String queue) throws Exception {
        var recorded = Recorded.run(directory, PRODUCERS_AND_CONSUMERS.formatted(queue));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(whole(recorded.result(), "number")).isEqualTo(1500);
        assertThat(whole(recorded.result(), "sum")).isEqualTo(3 * 500 * 501 / 2);
        assertThatTakesFollowPuts(recorded);
        assertThat(recorded.of("jobs", EventKind.CLOSED)).hasSize(1);
    }

    @Test
    void a_queue_whose_capacity_grows_takes_in_what_waited_for_room() throws Exception {
        var text = scenario("""
                knobs: { room: { slider: 1, min: 1, max: 5, live: true } }
                resources: { jobs: { queue: fifo, capacity: $room } }
                units: { producer: { thread: 3, steps: [ { put: { to: jobs, value: 1 } } ] } }
                """);
        var engine = Runs.engine(text);
        var result = Runs.beside(engine);
        engine.turn("room", new Value.Whole(3));

        assertThat(result.get(50, TimeUnit.SECONDS).how()).isEqualTo(How.COMPLETED);
    }

    /// Each number is put once and then taken once, by a unit that was waiting for whoever put it, or not
    /// waiting.
    private static void assertThatTakesFollowPuts(Recorded recorded) {
        Map<Long, Integer> put = new HashMap<>();
        var taken = new HashSet<Long>();
        Map<Integer, Integer> causes = new HashMap<>();
        for (var it : recorded.of("jobs", EventKind.PUT, EventKind.TAKE, EventKind.WAIT_OVER)) {
            switch (it.kind()) {
                case PUT -> {
                    assertThat(put.put(it.value(), it.unit())).isNull();
                    causes.remove(it.unit());
                }
                case TAKE -> {
                    assertThat(put).containsKey(it.value());
                    assertThat(taken.add(it.value())).isTrue();
                    var cause = causes.remove(it.unit());
                    assertThat(cause == null || cause.equals(put.get(it.value())))
                            .isTrue();
                }
                case WAIT_OVER -> {
                    if (EventKind.waitEnd(it.value()) == WaitEnd.MET) {
                        causes.put(it.unit(), EventKind.waitCause(it.value()));
                    }
                }
                default -> throw new AssertionError(it);
            }
        }
        assertThat(taken).hasSize(put.size());
    }

    @Test
    void a_bounded_queue_never_holds_more_than_its_capacity() throws Exception {
        var recorded = Recorded.run(directory, PRODUCERS_AND_CONSUMERS.formatted("fifo, capacity: 3"));

        assertThat(recorded.levels("jobs")).allMatch(it -> it >= 0 && it <= 3);
    }

    @ParameterizedTest
    @CsvSource({"fifo, 3142", "lifo, 2413", "priority, 1234"})
    void items_come_out_in_the_order_of_the_queue(String order, long digits) {
        var result = run(scenario("""
                resources: { jobs: { queue: %s }, digits: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - put: { to: jobs, value: 3 }
                      - put: { to: jobs, value: 1 }
                      - put: { to: jobs, value: 4 }
                      - put: { to: jobs, value: 2 }
                      - close: jobs
                      - for_each: { as: digit, in: jobs }
                        steps: [ { update: { to: digits, value: digits * 10 + digit } } ]
                """.formatted(order)));

        assertThat(result.failure()).isEmpty();
        assertThat(whole(result, "digits")).isEqualTo(digits);
    }

    @Test
    void of_equal_priorities_the_first_that_came_is_taken_first() {
        var result = run(scenario("""
                resources: { jobs: { queue: priority }, digits: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - for_each: { as: i, from: 1, to: 8 }
                        steps: [ { put: { to: jobs, value: i, priority: 0 - (i %% 2) } } ]
                      - close: jobs
                      - for_each: { as: digit, in: jobs }
                        steps: [ { update: { to: digits, value: digits * 10 + digit } } ]
                """.formatted()));

        assertThat(whole(result, "digits")).isEqualTo(13572468);
    }

    @ParameterizedTest
    @CsvSource({"decimal, 2.5, -1.5, 0.0", "time, 3ms, 1ms, 2ms"})
    void without_a_priority_the_item_itself_says_what_comes_first(String type, String last, String first, String mid) {
        var result = run(scenario("""
                resources: { jobs: { queue: priority, of: %s } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - put: { to: jobs, value: %s }
                      - put: { to: jobs, value: %s }
                      - put: { to: jobs, value: %s }
                      - take: { from: jobs, into: a }
                      - take: { from: jobs, into: b }
                      - check: a == %s
                      - check: b == %s
                """.formatted(type, last, first, mid, first, mid)));

        assertThat(result.failure()).isEmpty();
        assertThat(result.how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void texts_wait_in_a_queue_by_the_priority_that_they_are_given() {
        var result = run(scenario("""
                resources: { jobs: { queue: priority, of: text } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - put: { to: jobs, value: "'late'", priority: 2 }
                      - put: { to: jobs, value: "'soon'", priority: -1 }
                      - take: { from: jobs, into: a }
                      - check: a == 'soon'
                """));

        assertThat(result.failure()).isEmpty();
    }

    @Test
    void a_take_that_times_out_does_something_else_or_fails() {
        var text = """
                resources: { jobs: { queue: fifo }, late: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - take: { from: jobs, into: item }
                        timeout: %s
                """;
        var otherwise = "        else: [ { increment: late } ]\n";

        assertThat(whole(run(scenario(text.formatted("0s") + otherwise)), "late"))
                .isEqualTo(1);
        assertThat(whole(run(scenario(text.formatted("2ms") + otherwise)), "late"))
                .isEqualTo(1);
        assertThat(run(scenario(text.formatted("2ms"))).failure().orElseThrow().message())
                .contains("worker", "'jobs'", "timed out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo, capacity: 1", "rendezvous"})
    void a_put_that_finds_no_room_times_out_and_leaves_nothing(String queue) throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { jobs: { queue: %s }, late: { variable: 0 }, found: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - repeat: 3
                        steps:
                          - put: { to: jobs, value: 7 }
                            timeout: 1ms
                            else: [ { increment: late } ]
                      - close: jobs
                      - for_each: { as: item, in: jobs }
                        steps: [ { increment: found } ]
                """.formatted(queue)));

        assertThat(whole(recorded.result(), "late") + whole(recorded.result(), "found"))
                .isEqualTo(3);
        assertThat(recorded.of("jobs", EventKind.PUT))
                .hasSize(recorded.of("jobs", EventKind.TAKE, EventKind.PUT_ABANDONED)
                        .size());
        assertThat(recorded.levels("jobs").getLast()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo", "rendezvous"})
    void putting_into_a_closed_queue_fails_in_words(String queue) {
        var result = run(scenario("""
                resources: { jobs: { queue: %s } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - close: jobs
                      - close: jobs
                      - put: { to: jobs, value: 1 }
                """.formatted(queue)));

        assertThat(result.failure().orElseThrow().message()).contains("worker", "'jobs'", "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo, capacity: 1", "rendezvous"})
    void closing_wakes_those_that_wait(String queue) throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { jobs: { queue: %s }, never: { queue: fifo }, ended: { variable: 0 } }
                units:
                  giver:
                    thread: 3
                    steps:
                      - put: { to: jobs, value: 1 }
                        else: [ { sleep: 0s } ]
                      - update: { to: ended, value: ended + 1 }
                  taker:
                    thread: 2
                    steps:
                      - take: { from: never, into: item }
                        else: [ { sleep: 0s } ]
                      - update: { to: ended, value: ended + 1 }
                  closer:
                    thread: 1
                    steps: [ { sleep: 5ms }, { close: jobs }, { close: never } ]
                """.formatted(queue)));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(whole(recorded.result(), "ended")).isEqualTo(5);
        assertThat(recorded.of("jobs", EventKind.WAIT_OVER))
                .filteredOn(it -> EventKind.waitEnd(it.value()) == WaitEnd.CLOSED)
                .allMatch(it -> EventKind.waitCause(it.value()) == recorded.unit("closer"));
    }

    @Test
    void joining_a_queue_waits_until_every_item_is_done() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { jobs: { queue: fifo }, done: { variable: 0 }, seen: { variable: 0 } }
                units:
                  producer:
                    thread: 1
                    steps:
                      - repeat: 20
                        steps: [ { put: { to: jobs, value: 1 } } ]
                      - await: jobs
                      - read: done
                      - write: { to: seen, value: done }
                      - close: jobs
                  worker:
                    thread: 3
                    steps:
                      - for_each: { as: item, in: jobs }
                        steps:
                          - sleep: 200us
                          - update: { to: done, value: done + 1 }
                          - task_done: jobs
                """));

        assertThat(recorded.result().how()).isEqualTo(How.COMPLETED);
        assertThat(whole(recorded.result(), "seen")).isEqualTo(20);
    }

    @Test
    void an_item_that_is_done_with_twice_fails_the_unit() {
        var result = run(scenario("""
                resources: { jobs: { queue: fifo } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - put: { to: jobs, value: 1 }
                      - take: { from: jobs, into: item }
                      - task_done: jobs
                      - task_done: jobs
                """));

        assertThat(result.failure().orElseThrow().message()).contains("worker", "'jobs'");
        assertThat(result.failure().orElseThrow().line()).isEqualTo(11);
    }

    @Test
    void of_several_queues_a_step_says_which() {
        var result = run(scenario("""
                resources: { lines: { queue: fifo, count: 2 }, sum: { variable: 0 } }
                units:
                  worker:
                    thread: 2
                    steps:
                      - put: { to: lines, at: index, value: 10 * index }
                      - take: { from: lines, at: 3 - index, into: item }
                      - update: { to: sum, value: sum + item }
                """));

        assertThat(whole(result, "sum")).isEqualTo(30);
    }
}
