package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Remarks;
import io.interleave.model.Settings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What each construct becomes in Python.
class PythonCodeTest {

    private static final String RESOURCES = """
            count: { variable: 0 }
            part: { variable: 0.0 }
            cells: { variable: 0, count: 8 }
            mutex: { lock: mutex }
            many: { lock: mutex, count: 3 }
            map_lock: { lock: read_write }
            seats: { semaphore: 3 }
            ready: { condition: mutex }
            meet: { barrier: 2 }
            done: { latch: 3 }
            round: { phaser: 3 }
            go: { event: off }
            jobs: { queue: fifo }
            lines: { queue: fifo, of: text }
            urgent: { queue: priority }
            crew: { pool: thread, size: 2 }
            """;

    private static final String UNITS = """
            other: { thread: 2, start: manual, steps: [ { update: { to: count, value: count + 1 } } ] }
            child: { process: 1, command: [sleep, "1"], start: manual }
            squares: { generator: 1, steps: [ { yield: 1 } ] }
            job: { task: n, steps: [ { return: n } ] }
            """;

    static Stream<Arguments> steps() {
        return Stream.of(
                of("- repeat: 3\n  steps:\n    - pause:", "for _ in range(3):", "    time.sleep(0)"),
                of(
                        "- for_each: { as: i, from: 1, to: 8 }\n  steps:\n    - log: at {i}",
                        "for i in range(1, 9):",
                        "    print(f\"at {i}\", flush=True)"),
                of("- for_each: { as: i, from: 0, to: index - 1 }\n  steps:\n    - pause:", "for i in range(index):"),
                of("- let: { x: 0 }\n- while: x < 3\n  steps:\n    - let: { x: x + 1 }", "while x < 3:", "    x += 1"),
                of(
                        "- if: index == 1\n  steps:\n    - pause:\n  else:\n    - if: index == 2\n      steps:\n        - pause:",
                        "if index == 1:",
                        "elif index == 2:"),
                of("- forever:\n  steps:\n    - sleep: 10ms", "while True:", "    time.sleep(0.01)"),
                of("- compute: 250us", "compute(250e-6)"),
                of("- compute: { kernel: primes, size: 100, into: found }", "found = count_primes(100)"),
                of("- io: 5ms", "slow_read(0.005)"),
                of("- io: { file: 1000 }", "through_file(1000)"),
                of("- check: index > 0", "assert index > 0, \"index > 0 does not hold\""),
                of("- fail: no way on", "raise RuntimeError(\"no way on\")"),
                of(
                        "- clock: now\n- log: it is {now}",
                        "now = clock()",
                        "print(f\"it is {duration(now)}\", flush=True)"),
                of(
                        "- let: { d: 100ms }\n- while: d < 1s\n  steps:\n    - let: { d: d + 100ms }",
                        "while round(d - 1.0, 9) < 0:"),
                of(
                        "- let: { d: 1s / index }\n- sleep: d / 3",
                        "d = from_nanos(quotient(in_nanos(1.0), index))",
                        "time.sleep(d / 3)"),
                of("- let: { d: 1s * 0.3 }", "d = from_nanos(in_nanos(1.0) * 0.3)"),
                of("- let: { d: 2s }\n- let: { r: d / 3s }", "r = in_nanos(d) / in_nanos(3.0)"),
                of("- let: { half: index / 2 }", "half = index // 2"),
                of("- let: { x: index - 5 }\n- let: { rest: x % 3 }", "rest = remainder(x, 3)"),
                of("- let: { flag: off }\n- log: \"{flag}\"", "print(f\"{'on' if flag else 'off'}\", flush=True)"),
                of(
                        "- let: { a: not (index == 1) and (index < 3) == on }",
                        "a = not index == 1 and (index < 3) == True"),
                of(
                        "- read: count\n- write: { to: count, value: count + 1 }",
                        "count = shared.count",
                        "    shared.count = count + 1"),
                of("- read: { from: cells, at: index + 1, into: cell }", "cell = shared.cells[index]"),
                of("- write: { to: cells, at: 3, value: 2 }", "shared.cells[2] = 2"),
                of("- write: { to: part, value: index }", "shared.part = float(index)"),
                of("- increment: { variable: cells, at: 1, by: 2 }", "shared.cells[0] += 2"),
                of(
                        "- update: { to: count, value: count + 2 - index }",
                        "with atomic:",
                        "    shared.count += 2 - index"),
                of(
                        "- update: { to: count, value: 3 * count }",
                        "with atomic:",
                        "    shared.count = int64(3 * shared.count)"),
                of(
                        "- compare_and_set: { variable: count, expect: 1, value: 2, into: done_it }",
                        "with atomic:",
                        "    done_it = shared.count == 1",
                        "    if done_it:",
                        "        shared.count = 2"),
                of("- hold: mutex\n  steps:\n    - signal: ready", "with mutex:", "    ready.notify()"),
                of("- hold: mutex\n  steps:\n    - await: ready", "with mutex:", "    ready.wait()"),
                of("- hold: mutex\n  steps:\n    - signal_all: ready", "    ready.notify_all()"),
                of("- hold: { lock: map_lock, mode: read }\n  steps:\n    - pause:", "with map_lock.reading():"),
                of(
                        "- try: { lock: many, at: index }\n  steps:\n    - pause:\n  else:\n    - sleep: 1ms",
                        "if many[index - 1].acquire(blocking=False):",
                        "    try:",
                        "    finally:",
                        "        many[index - 1].release()",
                        "else:"),
                of(
                        "- acquire: seats\n  timeout: 1s\n- release: seats",
                        "if not seats.acquire(timeout=1.0):",
                        "    raise TimeoutError(\"seats: the time is up\")",
                        "seats.release()"),
                of("- await: { for: meet, into: place }", "place = 1 + meet.wait()"),
                of(
                        "- await: done\n  timeout: 1ms\n  else:\n    - count_down: done",
                        "if not done.wait(0.001):",
                        "    done.count_down()"),
                of(
                        "- await: { for: round, into: place }\n- arrive: round\n- register: round\n- deregister: round",
                        "place = round_.wait()",
                        "round_.arrive()",
                        "round_.register()",
                        "round_.deregister()"),
                of("- signal: go\n- await: go\n- clear: go", "go.set()", "go.wait()", "go.clear()"),
                of("- put: { to: lines, value: \"'a job'\" }", "lines.put(\"a job\")"),
                of(
                        "- take: { from: jobs, into: item }\n  timeout: 10ms\n  else:\n    - pause:",
                        "try:",
                        "    item = jobs.get(timeout=0.01)",
                        "except queue.Empty:"),
                of(
                        "- put: { to: urgent, value: 7, priority: 1 }\n- take: { from: urgent, into: item }",
                        "urgent.put((1, next(ticket), 7))",
                        "_, _, item = urgent.get()"),
                of(
                        "- take: { from: jobs, into: item }\n- task_done: jobs\n- await: jobs",
                        "item = jobs.get()",
                        "jobs.task_done()",
                        "jobs.join()"),
                of(
                        "- start: other\n- await: other",
                        "start_other()",
                        "for thread in other_threads:",
                        "    thread.join()"),
                of(
                        "- start: other\n- poll: { unit: other, into: running }",
                        "running = any(unit.is_alive() for unit in other_threads)"),
                of(
                        "- start: child\n- await: { for: child, into: status }\n  timeout: 1s\n  else:\n    - kill: child",
                        "child = subprocess.Popen([\"sleep\", \"1\"])",
                        "    status = child.wait(timeout=1.0)",
                        "except subprocess.TimeoutExpired:",
                        "    end_child(child)"),
                of(
                        "- start: child\n- communicate: { with: child, input: hello, into: answer }",
                        "answer = child.communicate(\"hello\")[0].removesuffix(\"\\n\")"),
                of(
                        "- next: { of: squares, into: square }\n  else:\n    - pause:",
                        "try:",
                        "    square = next(squares_gen)",
                        "except StopIteration:"),
                of("- close: squares", "squares_gen.close()"),
                of(
                        "- submit: { to: crew, task: job, with: 3, into: handle }\n- await: { for: handle, into: result }",
                        "handle = crew.submit(job, 3)",
                        "result = handle.result()"),
                of(
                        "- map: { pool: crew, task: job, from: 1, to: 8, into: total }",
                        "total = sum(crew.map(job, range(1, 9)))"),
                of("- shutdown: { pool: crew, cancel: on }", "crew.shutdown(cancel_futures=True)"));
    }

    private static Arguments of(String steps, String... lines) {
        return Arguments.of(steps, List.of(lines));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_becomes_these_lines(String steps, List<String> lines) {
        var text = "- log: unit {index}\n" + steps;
        assertThat(code(Programs.python(Programs.scenario(RESOURCES, UNITS, text))))
                .containsSubsequence(lines.stream().map(it -> "    " + it).toList());
    }

    /// Without the comments behind them.
    private static List<String> code(Listing listing) {
        return listing.text().lines().map(it -> it.replaceFirst("  +# .*$", "")).collect(Collectors.toList());
    }

    @Test
    void knobs_are_constants_with_the_values_that_are_set() {
        var scenario = Programs.scenario("""
                interleave: 1
                title: Test
                knobs:
                  workers: { slider: 4, min: 1, max: 16, label: Workers at work }
                  careful: { toggle: off }
                  manner: { choice: fifo, options: [fifo, lifo] }
                  pause: { slider: 2ms, min: 1ms, max: 1s }
                units:
                  worker: { thread: $workers, steps: [ { sleep: $pause } ] }
                """);
        var settings = Programs.settings(scenario, List.of("workers=7", "careful=on", "manner=lifo", "pause=250ms"));
        assertThat(PythonCode.of(scenario, settings, "test").text())
                .contains("WORKERS = 7      # Workers at work: 1 to 16\n")
                .contains("CAREFUL = True   # Careful\n")
                .contains("MANNER = \"lifo\"  # Manner: fifo, lifo\n")
                .contains("PAUSE = 0.25     # Pause, in seconds: 1ms to 1s\n");
    }

    @Test
    void a_lock_that_is_switched_off_lets_everybody_pass() {
        var scenario = Programs.scenario("""
                interleave: 1
                title: Test
                knobs:
                  careful: { toggle: on }
                resources:
                  held: { lock: mutex, enabled: $careful }
                  taken: { lock: reentrant, enabled: not careful }
                units:
                  worker:
                    thread: 2
                    steps:
                      - hold: held
                        steps:
                          - acquire: taken
                          - release: taken
                """);
        assertThat(Programs.python(scenario).text())
                .contains("held = threading.Lock() if CAREFUL else nullcontext()\n")
                .contains("taken = threading.RLock() if not CAREFUL else NoLock()\n");
    }

    @Test
    void helpers_stand_only_where_they_are_used() {
        var text = Programs.python(Programs.scenario("", "", "- sleep: 1ms")).text();
        assertThat(text).contains("import time").doesNotContain("class ", "def compute", "import queue", "shared");
    }

    @Test
    void names_that_mean_something_in_Python_get_a_sign_behind_them() {
        var scenario = Programs.scenario("class: { variable: 0 }\nopen: { event: on }", "", """
                - await: open
                - let: { lambda: 1 }
                - let: { sum: 2 }
                - write: { to: class, value: lambda + sum }
                """);
        assertThat(code(Programs.python(scenario)))
                .contains("shared.class_ = 0", "open_.set()", "    open_.wait()", "    shared.class_ = lambda_ + sum_");
    }

    @Test
    void a_local_that_a_step_may_have_skipped_has_a_value() {
        var scenario = Programs.scenario("", "", """
                - if: index > 1
                  steps:
                    - let: { late: 5ms }
                - log: "{late}"
                """);
        assertThat(code(Programs.python(scenario))).contains("    late = 0.0");
    }

    @Test
    void texts_cannot_break_out_of_strings_comments_and_docstrings() {
        var scenario = Programs.scenario("""
                interleave: 1
                title: 'A \"\"\" title\\'
                about: "and \\u202e \\"\\"\\" import os"
                units:
                  worker:
                    thread: 1
                    steps:
                      - log: "a \\"quoted\\" \\\\ {{brace}} \\n line {index} \\u202e"
                """);
        var text = Programs.python(scenario).text();
        assertThat(text)
                .startsWith("\"\"\"A \\\"\\\"\\\" title\\\\\n")
                .contains("print(f\"a \\\"quoted\\\" \\\\ {{brace}} \\n line {index} \\u202e\", flush=True)")
                .doesNotContain("\u202e");
    }

    @Test
    void lines_of_several_threads_are_printed_whole() {
        var units = """
                interleave: 1
                title: Test
                resources:
                  loop: { event_loop: 1 }
                units:
                  worker:
                    %s
                    steps:
                      - log: here
                """;
        assertThat(Programs.python(Programs.scenario(units.formatted("thread: 2")))
                        .text())
                .contains("    print_line(\"here\")");
        for (var inTurn : List.of("thread: 1", "coroutine: 2")) {
            assertThat(Programs.python(Programs.scenario(units.formatted(inTurn)))
                            .text())
                    .contains("    print(\"here\", flush=True)")
                    .doesNotContain("print_line");
        }
    }

    @Test
    void coroutines_alone_run_on_the_main_threads_loop() {
        var text = Programs.python(Programs.scenario("""
                        interleave: 1
                        title: Test
                        resources:
                          mutex: { lock: mutex }
                        units:
                          worker:
                            coroutine: 3
                            steps:
                              - hold: mutex
                                timeout: 1ms
                                steps:
                                  - sleep: 1ms
                                else:
                                  - pause:
                        """)).text();
        assertThat(text)
                .contains("async with asyncio.timeout(0.001):", "await mutex.acquire()", "asyncio.run(main())")
                .contains("async with asyncio.TaskGroup() as units:", "mutex = asyncio.Lock()")
                .doesNotContain("import threading");
    }

    @Test
    void a_listing_says_where_each_line_comes_from() {
        var scenario = Programs.scenario("count: { variable: 0 }", "", "- read: count\n- increment: count");
        var listing = PythonCode.of(scenario, Settings.of(scenario), "test");
        var lines = listing.text().lines().toList();
        var steps = Programs.steps(scenario).toList();
        var passages = listing.passages().stream()
                .filter(it -> it.place().equals(steps.getLast().place()))
                .toList();
        assertThat(passages).singleElement().satisfies(it -> {
            assertThat(it.first()).isEqualTo(it.last());
            assertThat(lines.get(it.first() - 1)).contains("shared.count += 1");
        });
        assertThat(listing.fileName()).isEqualTo("test.py");
        assertThat(listing.language()).isEqualTo(Language.PYTHON);
    }

    @Test
    void remarks_of_a_scenario_stand_once_above_what_comes_from_their_lines() {
        var scenario = Programs.scenario(Programs.REMARKED);
        var text = PythonCode.of(scenario, Settings.of(scenario), "test", Remarks.of(Programs.REMARKED))
                .text();
        assertThat(text)
                .contains("# A line above. And another, with \\u000a in it.\n# beside, # twice\nshared.count = 0")
                .containsOnlyOnce("    # Above the loop.\n    # beside the loop\n    for _ in range(2):")
                .doesNotContain("Nothing comes");
    }

    static Stream<Arguments> gaps() {
        return Stream.of(
                Arguments.of("thread: 2\n  priority: 1\n  steps:\n    - sleep: 1ms", "no priorities"),
                Arguments.of("thread: 2\n  steps:\n    - compute: 1ms", "take turns"),
                Arguments.of("coroutine: 2\n  priority: 1\n  steps:\n    - sleep: 1ms", "no priorities"),
                Arguments.of("thread: 2\n  steps:\n    - increment: count", "`+=`"),
                Arguments.of("thread: 1\n  steps:\n    - cancel: main", "cannot cancel a thread"));
    }

    /// Where the sum may go round it calls a function between the read and the write, as the scenario may be stopped
    /// there.
    @Test
    void what_is_said_of_adding_in_place_is_not_said_of_a_sum_that_goes_round() {
        var scenario = Programs.scenario(
                "count: { variable: 0 }",
                "other:\n  thread: 2\n  steps:\n    - increment: { variable: count, by: 9223372036854775807 }",
                "- sleep: 1ms");
        assertThat(Programs.python(scenario).text()).contains("shared.count = int64(shared.count + ");
        assertThat(Programs.python(scenario).gaps()).noneMatch(it -> it.words().contains("`+=`"));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void what_Python_does_not_have_is_told(String unit, String words) {
        var scenario = Programs.scenario("count: { variable: 0 }", "other:\n  " + unit, "- sleep: 1ms");
        assertThat(Programs.python(scenario).gaps()).anyMatch(it -> it.words().contains(words));
    }
}
