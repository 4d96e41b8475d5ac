package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Remarks;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What single constructs are in Java. Each program compiles; those whose meaning is easily got wrong are run.
@Timeout(120)
class JavaCodeTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path classes;

    private Listing program(String sections) throws Exception {
        var reading = ScenarioReader.read("interleave: 1\ntitle: A test\n" + sections);
        assertThat(reading.scenario()).as("%s", reading.problems()).isPresent();
        var scenario = reading.scenario().orElseThrow();
        var listing = JavaCode.of(scenario, Settings.of(scenario), "a-test");
        assertThat(JavaPrograms.compile(List.of(listing), classes))
                .as(listing.text())
                .isEmpty();
        return listing;
    }

    private JavaPrograms.Run run(String sections) throws Exception {
        return JavaPrograms.run(program(sections), classes, LIMIT);
    }

    private Listing steps(String steps) throws Exception {
        return program("units:\n  worker:\n    thread: 1\n    steps:\n" + steps.indent(6));
    }

    // Names and values

    @Test
    void a_program_is_named_after_its_scenario_and_never_hides_a_class_that_it_uses() {
        assertThat(JavaNames.program("lost-update")).isEqualTo("LostUpdate");
        assertThat(JavaNames.program("/somewhere/my_own.interleave.yaml")).isEqualTo("MyOwn");
        assertThat(JavaNames.program("thread")).isEqualTo("ThreadScenario");
        assertThat(JavaNames.program("3 things")).isEqualTo("Scenario3Things");
    }

    @Test
    void remarks_of_a_scenario_stand_once_above_what_comes_from_their_lines() throws Exception {
        var scenario = Programs.scenario(Programs.REMARKED);
        var listing = JavaCode.of(scenario, Settings.of(scenario), "a-test", Remarks.of(Programs.REMARKED));
        assertThat(JavaPrograms.compile(List.of(listing), classes)).isEmpty();
        assertThat(listing.text())
                .contains("// A line above. And another, with \\\\u000a in it.\n// beside, # twice\nlong count")
                .containsOnlyOnce("    // Above the loop.\n    // beside the loop\n    for (")
                .doesNotContain("// remark", "Nothing comes");
    }

    @Test
    void knobs_become_constants_with_their_label_and_range() throws Exception {
        var text = program("""
                        knobs:
                          work_each: { slider: 100us, min: 1us, max: 10ms, label: Work }
                          manner: { choice: gentle, options: [gentle, rough] }
                          many: { slider: 3, min: 1, max: 10000000000 }
                        units:
                          worker: { thread: 1, steps: [ { compute: $work_each } ] }
                        """).text();
        assertThat(text)
                .containsPattern("static final long WORK_EACH = 100 \\* US; +// Work: 1us to 10ms")
                .containsPattern("static final String MANNER = \"gentle\"; +// Manner: gentle, rough")
                .contains("static final long MANY = 3L;");
    }

    @Test
    void words_of_java_and_names_of_helpers_are_avoided() throws Exception {
        var run = run("""
                resources:
                  new: { variable: 0 }
                units:
                  main: { thread: 1, steps: [ { let: { int: 2 } }, { write: { to: new, value: int + 1 } } ] }
                  compute: { thread: 1, steps: [ { compute: 1us } ] }
                  class: { thread: 1, steps: [ { read: { from: new, into: for } } ] }
                expect: [ new == 3 ]
                """);
        assertThat(run.status()).isEqualTo(Optional.of(0));
    }

    @Test
    void whole_numbers_go_round_at_the_ends_of_64_bits_and_not_of_32() throws Exception {
        var run = run("""
                resources:
                  big: { variable: 0 }
                  wrapped: { variable: 0 }
                units:
                  worker:
                    thread: 1
                    steps:
                      - let: { x: 65536 }
                      - let: { y: x * x }
                      - write: { to: big, value: y }
                      - write: { to: wrapped, value: y * y }
                expect: [ big == 4294967296, wrapped == 0 ]
                """);
        assertThat(run.status()).isEqualTo(Optional.of(0));
    }

    @Test
    void texts_are_compared_by_what_they_say() throws Exception {
        var text = program("""
                        knobs: { manner: { choice: a, options: [a, b] } }
                        units:
                          worker:
                            thread: 1
                            steps: [ { if: manner != 'a', steps: [ { log: '{manner} "x" {1 + 2}' } ] } ]
                        """).text();
        assertThat(text)
                .contains("if (!MANNER.equals(\"a\")) {")
                .contains("IO.println(\"\" + MANNER + \" \\\"x\\\" \" + (1 + 2));");
    }

    @Test
    void a_local_keeps_its_value_from_one_pass_to_the_next() throws Exception {
        var run = run("""
                resources: { sum: { variable: 0 }, seen: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - for_each: { as: i, from: 1, to: 4 }
                        steps:
                          - if: i == 1
                            steps: [ { let: { first: 10 } } ]
                          - update: { to: sum, value: sum + first }
                      - write: { to: seen, value: i }
                expect: [ sum == 40, seen == 4 ]
                """);
        assertThat(run.status()).isEqualTo(Optional.of(0));
    }

    @Test
    void a_loop_asks_for_its_end_once() throws Exception {
        var run = run("""
                resources: { passes: { variable: 0 } }
                units:
                  worker:
                    thread: 1
                    steps:
                      - let: { n: 3 }
                      - repeat: n
                        steps: [ { let: { n: n + 1 } }, { increment: passes } ]
                expect: [ passes == 3 ]
                """);
        assertThat(run.status()).isEqualTo(Optional.of(0));
    }

    @Test
    void what_stands_behind_a_step_that_nothing_gets_past_compiles_all_the_same() throws Exception {
        steps("""
                - repeat: 2
                  steps:
                    - if: index > 0
                      steps: [ { fail: no } ]
                      else: [ { fail: never } ]
                    - log: not reached
                - forever:
                  steps: [ { sleep: 1ms } ]
                - log: nor this
                """);
        steps("- while: on\n  steps: [ { sleep: 1ms } ]\n- while: off\n  steps: [ { sleep: 1ms } ]");
    }

    // Shared state

    @Test
    void a_plain_variable_is_a_plain_field_and_an_increment_no_atomic_act() throws Exception {
        var text = program("""
                        resources: { count: { variable: 0 } }
                        units:
                          worker:
                            thread: 2
                            steps: [ { read: count }, { write: { to: count, value: count + 1 } }, { increment: count } ]
                        """).text();
        assertThat(text)
                .contains("\nlong count = 0;\n")
                .contains("long myCount = count;")
                .contains("count = myCount + 1;")
                .contains("count++;")
                .doesNotContain("Atomic", "volatile");
    }

    @Test
    void what_steps_update_is_atomic() throws Exception {
        var text = program("""
                        resources:
                          count: { variable: 0 }
                          flags: { variable: off, count: 3 }
                          mean: { variable: 0.5 }
                          word: { variable: 'a' }
                        units:
                          worker:
                            thread: 2
                            steps:
                              - let: { x: 2 }
                              - let: { x: x + 1 }
                              - update: { to: count, value: count + x - 1 }
                              - update: { to: count, value: count * x }
                              - update: { to: flags, at: 2, value: not flags }
                              - update: { to: mean, value: mean / 2 }
                              - compare_and_set: { variable: word, expect: "'a'", value: "'b'", into: swung }
                        """).text();
        assertThat(text)
                .contains("count.addAndGet(x - 1);")
                .contains("long now = x;")
                .contains("count.updateAndGet(before -> before * now);")
                .contains("mean.updateAndGet(")
                .contains("flags.get(1).get()");
    }

    @Test
    void a_copy_that_an_update_uses_is_no_int() throws Exception {
        var text = program("""
                        resources: { cells: { variable: 0, count: 3 } }
                        units:
                          worker:
                            thread: 2
                            steps:
                              - for_each: { as: i, from: 1, to: 3 }
                                steps: [ { update: { to: cells, at: i, value: cells * 2 + i * index } } ]
                        """).text();
        assertThat(text).contains("long now = i;").contains("before * 2 + now * index");
    }

    @Test
    void each_duration_is_rounded_where_the_scenario_rounds_it() throws Exception {
        var text = steps("- let: { d: 333ns * 0.7 * 3 }\n- let: { r: d / 3 }\n- log: \"{d} {r}\"")
                .text();
        assertThat(text).contains("long d = Math.round(333L * 0.7) * 3;").contains("long r = d / 3;");
    }

    @Test
    void a_variable_that_a_loop_waits_for_is_volatile() throws Exception {
        var text = program("""
                        resources: { over: { variable: off }, go: { event: off } }
                        units:
                          worker:
                            thread: 1
                            steps:
                              - read: over
                              - while: not over
                                steps: [ { read: over } ]
                          keeper: { thread: 1, steps: [ { write: { to: over, value: on } } ] }
                        """).text();
        assertThat(text).contains("volatile boolean over = false;");
    }

    // Locks

    @Test
    void a_switched_lock_is_locked_where_its_switch_is_on() throws Exception {
        var text = program("""
                        knobs: { lock: { toggle: on } }
                        resources: { mutex: { lock: mutex, enabled: $lock } }
                        units:
                          worker:
                            thread: 1
                            steps:
                              - hold: mutex
                                steps: [ { sleep: 1ms } ]
                              - try: mutex
                                timeout: 2ms
                                steps: [ { sleep: 1ms } ]
                                else: [ { log: no } ]
                        """).text();
        assertThat(text)
                .contains("if (LOCK) mutex.lock();")
                .contains("if (LOCK) mutex.unlock();")
                .contains("if (!LOCK || mutex.tryLock(2, TimeUnit.MILLISECONDS)) {");
    }

    @Test
    void a_mutex_that_is_taken_twice_waits_for_itself() throws Exception {
        var listing = program("""
                resources: { mutex: { lock: mutex } }
                units:
                  worker: { thread: 1, steps: [ { acquire: mutex }, { acquire: mutex }, { release: mutex } ] }
                """);
        assertThat(JavaPrograms.run(listing, classes, Duration.ofSeconds(3)).status())
                .isEmpty();
    }

    @Test
    void an_optimistic_reader_looks_again_where_somebody_wrote() throws Exception {
        var run = run("""
                resources:
                  left: { variable: 0 }
                  torn: { variable: 0 }
                  stamped: { lock: stamped }
                units:
                  writer:
                    thread: 1
                    steps:
                      - sleep: 50ms
                      - hold: stamped
                        steps: [ { write: { to: left, value: 1 } } ]
                  reader:
                    thread: 1
                    steps:
                      - hold: { lock: stamped, mode: optimistic }
                        steps: [ { read: left }, { sleep: 300ms } ]
                      - write: { to: torn, value: left }
                expect: [ torn == 1 ]
                """);
        assertThat(run.status()).isEqualTo(Optional.of(0));
    }

    // Waiting and failing

    @Test
    void who_is_cancelled_ends_at_its_next_wait_even_for_a_lock() throws Exception {
        var run = run("""
                resources: { mutex: { lock: mutex }, ended: { variable: 0 } }
                units:
                  holder:
                    thread: 1
                    steps:
                      - acquire: mutex
                      - sleep: 50ms
                      - cancel: waiter
                      - cancel: sleeper
                      - await: waiter
                      - release: mutex
                      - increment: ended
                  waiter: { thread: 2, steps: [ { sleep: 10ms }, { acquire: mutex }, { release: mutex }, { fail: no } ] }
                  sleeper: { coroutine: 1, steps: [ { forever: , steps: [ { io: 1s } ] } ] }
                expect: [ ended == 1 ]
                """);
        assertThat(run.status()).as(run.output()).isEqualTo(Optional.of(0));
    }

    @Test
    void a_program_fails_where_its_scenario_does() throws Exception {
        assertThat(run("units: { worker: { thread: 1, steps: [ { check: index > 1 } ] } }")
                        .status())
                .isEqualTo(Optional.of(3));
        assertThat(run("""
                        resources: { line: { queue: fifo } }
                        units:
                          worker: { thread: 1, steps: [ { close: line }, { put: { to: line, value: 1 } } ] }
                        """).status()).isEqualTo(Optional.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / nothing", "1.5 / (nothing - nothing)", "1.5 % nothing", "2ms / (1ms * nothing)"})
    void a_program_fails_where_a_decimal_is_divided_by_zero(String value) throws Exception {
        var run = run("""
                resources: { quotient: { variable: 0.0 } }
                units:
                  worker: { thread: 1, steps: [ { let: { nothing: 0.0 } }, { write: { to: quotient, value: "%s" } } ] }
                """.formatted(value));
        assertThat(run.status()).as(run.output()).isEqualTo(Optional.of(3));
    }

    @Test
    void what_does_not_hold_is_said_and_is_the_exit_status() throws Exception {
        var run = run("""
                resources: { count: { variable: 2 } }
                units: { worker: { thread: 1, steps: [ { increment: count } ] } }
                expect: [ count == 3, count < 3 ]
                """);
        assertThat(run.status()).isEqualTo(Optional.of(1));
        assertThat(run.output()).contains("count = 3\n");
        assertThat(run.held("count == 3")).isTrue();
        assertThat(run.didNotHold("count < 3")).isTrue();
    }

    // Queues, generators, pools, processes

    @Test
    void a_queue_of_java_is_used_where_it_will_do() throws Exception {
        var text = program("""
                        resources:
                          a: { queue: fifo, capacity: 8 }
                          b: { queue: fifo }
                          c: { queue: lifo }
                          d: { queue: rendezvous }
                          e: { queue: fifo }
                        units:
                          worker: { thread: 1, steps: [ { put: { to: a, value: 1 } }, { close: e } ] }
                        """).text();
        assertThat(text)
                .contains("final BlockingQueue<Long> a = new ArrayBlockingQueue<>(8);")
                .contains("final BlockingQueue<Long> b = new LinkedBlockingQueue<>();")
                .contains("final BlockingDeque<Long> c = new LinkedBlockingDeque<>();")
                .contains("final BlockingQueue<Long> d = new SynchronousQueue<>();")
                .contains("final ClosableQueue<Long> e = new ClosableQueue<>(new ArrayDeque<>(), Integer.MAX_VALUE);");
    }

    @Test
    void a_generator_runs_only_when_it_is_resumed_and_ends_when_it_is_closed() throws Exception {
        var run = run("""
                resources: { sum: { variable: 0 }, ended: { variable: off } }
                units:
                  squares:
                    generator: 1
                    steps:
                      - for_each: { as: i, from: 1, to: 3 }
                        steps: [ { yield: i * i } ]
                  main:
                    thread: 1
                    steps:
                      - repeat: 3
                        steps: [ { next: { of: squares, into: square } }, { update: { to: sum, value: sum + square } } ]
                      - next: squares
                        else: [ { write: { to: ended, value: on } } ]
                      - close: squares
                expect: [ sum == 14, ended ]
                """);
        assertThat(run.status()).as(run.output()).isEqualTo(Optional.of(0));
    }

    @Test
    void tasks_run_in_threads_and_in_processes_with_the_same_result() throws Exception {
        var run = run("""
                resources:
                  threads: { pool: thread, size: 2 }
                  workers: { pool: process, size: 2 }
                  sum: { variable: 0 }
                  lost: { variable: 0 }
                units:
                  square: { task: n, steps: [ { if: n == 7, steps: [ { fail: seven } ] }, { return: n * n } ] }
                  main:
                    thread: 1
                    steps:
                      - map: { pool: threads, task: square, from: 1, to: 3, into: a }
                      - map: { pool: workers, task: square, from: 1, to: 3, chunk: 2, payload: 1000, into: b }
                      - submit: { to: workers, task: square, with: 7, into: unlucky }
                      - await: unlucky
                        else: [ { increment: lost } ]
                      - write: { to: sum, value: a + b }
                expect: [ sum == 28, lost == 1 ]
                """);
        assertThat(run.status()).as(run.output()).isEqualTo(Optional.of(0));
    }

    @Test
    void what_has_no_equivalent_is_said() throws Exception {
        var listing = program("""
                knobs: { many: { slider: 2, min: 1, max: 4, live: true } }
                resources: { loop: { event_loop: 1, priorities: on } }
                units:
                  light: { coroutine: $many, loop: loop, priority: 2, steps: [ { pause: } ] }
                  bound: { thread: 1, core: 0, priority: 3, steps: [ { compute: 1us } ] }
                """);
        assertThat(listing.gaps())
                .extracting(Listing.Gap::words)
                .anyMatch(it -> it.contains("'many' can be turned while it runs"))
                .anyMatch(it -> it.contains("no priorities"))
                .anyMatch(it -> it.contains("to a core"))
                .anyMatch(it -> it.contains("nice value"));
    }
}
