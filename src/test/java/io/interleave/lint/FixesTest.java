package io.interleave.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Problem;
import io.interleave.model.ScenarioReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a fix does to a text: the whole text after it is compared, so that all else is as it was.
class FixesTest {

    private static final String HEAD = "interleave: 1\ntitle: T\n";

    @Test
    void the_nearest_word_takes_the_place_of_the_misspelt_one() {
        assertThat(first("""
                units:
                  w:
                    thread: 1
                    steps:
                      - repeet: 3      # so often
                        steps: [ pause: ]
                """)).isEqualTo("""
                units:
                  w:
                    thread: 1
                    steps:
                      - repeat: 3      # so often
                        steps: [ pause: ]
                """);
        assertThat(first("""
                resources: { count: { variable: 0 } }
                units: { w: { thread: 1, steps: [ read: "cuont" ] } }
                """)).isEqualTo("""
                resources: { count: { variable: 0 } }
                units: { w: { thread: 1, steps: [ read: count ] } }
                """);
        assertThat(first("""
                knobs: { workers: { slider: 1, min: 1, max: 2 } }
                units: { w: { thread: $worker, steps: [ log: "😀 {worker}" ] } }
                """)).contains("thread: workers");
    }

    @Test
    void a_misspelt_word_is_also_found_behind_characters_outside_the_basic_plane() {
        assertThat(first("""
                knobs: { workers: { slider: 1, min: 1, max: 2 } }
                units: { w: { thread: $workers, steps: [ log: "😀 {wokers}" ] } }
                """)).contains("\"😀 {workers}\"");
    }

    @Test
    void a_resource_is_declared_in_a_section_made_for_it() {
        assertThat(fixes("""
                # who
                units:
                  w:
                    thread: 1
                    steps:
                      - hold: door
                        steps: [ pause: ]
                """)).containsExactly("""
                # who
                resources:
                  door: { lock: mutex }

                units:
                  w:
                    thread: 1
                    steps:
                      - hold: door
                        steps: [ pause: ]
                """, """
                # who
                resources:
                  door: { semaphore: 1 }

                units:
                  w:
                    thread: 1
                    steps:
                      - hold: door
                        steps: [ pause: ]
                """);
    }

    @Test
    void a_resource_is_declared_first_in_the_section_that_there_is() {
        assertThat(first("""
                resources:   # shared

                    # a number
                    zzz: { variable: 0 }
                units:
                  w: { thread: 1, steps: [ read: zzz, { put: { to: jobs, value: "'a'" } } ] }
                """)).isEqualTo("""
                resources:   # shared
                    jobs: { queue: fifo, of: text }

                    # a number
                    zzz: { variable: 0 }
                units:
                  w: { thread: 1, steps: [ read: zzz, { put: { to: jobs, value: "'a'" } } ] }
                """);
        assertThat(first("""
                resources: { zzz: { variable: 0 } }
                units: { w: { thread: 1, steps: [ read: zzz, await: go ] } }
                """)).isEqualTo("""
                resources: { go: { barrier: 2 }, zzz: { variable: 0 } }
                units: { w: { thread: 1, steps: [ read: zzz, await: go ] } }
                """);
    }

    @Test
    void a_resource_of_which_there_are_several_is_declared_with_a_number() {
        assertThat(first("""
                units: { w: { thread: 4, steps: [ { write: { to: cells, at: index, value: 1 } } ] } }
                """)).startsWith("resources:\n  cells: { variable: 0, count: 4 }\n\nunits:");
    }

    @Test
    void a_lock_is_released_at_the_end_of_the_steps_that_acquire_it() {
        assertThat(first("""
                resources: { m: { lock: mutex } }
                units:
                  w:
                    thread: 1
                    steps:
                      - repeat: 3
                        steps:
                          - acquire: m
                          - log: |
                              in
                              side
                      - log: out   # last
                """)).isEqualTo("""
                resources: { m: { lock: mutex } }
                units:
                  w:
                    thread: 1
                    steps:
                      - repeat: 3
                        steps:
                          - acquire: m
                          - log: |
                              in
                              side
                          - release: m
                      - log: out   # last
                """);
        assertThat(first("""
                resources: { ms: { lock: mutex, count: 3 } }
                units: { w: { thread: 1, steps: [ acquire: { lock: ms, at: index + 1 }, log: x ] } }
                """)).isEqualTo("""
                resources: { ms: { lock: mutex, count: 3 } }
                units: { w: { thread: 1, steps: [ acquire: { lock: ms, at: index + 1 }, log: x, release: { lock: ms, at: index + 1 } ] } }
                """);
    }

    @Test
    void it_is_put_behind_the_last_line_of_a_file_without_an_end_and_with_the_file_s_own_line_ends() {
        String text = HEAD + """
                resources: { m: { lock: mutex } }
                units:
                  w:
                    thread: 1
                    steps:
                    - acquire: m
                    - log: x # y""";
        assertThat(fixes(text.replace("\n", "\r\n"), 0))
                .containsExactly((text + "\n    - release: m").replace("\n", "\r\n"));
    }

    @Test
    void no_release_is_offered_where_one_way_releases_already_or_the_end_is_never_reached() {
        assertThat(fixes("""
                resources: { m: { lock: mutex } }
                units:
                  w:
                    thread: 1
                    steps:
                      - acquire: m
                      - if: index == 1
                        steps: [ release: m ]
                """)).isEmpty();
        assertThat(fixes("""
                resources: { m: { lock: mutex } }
                units: { w: { thread: 1, steps: [ acquire: m, { forever: , steps: [ pause: ] } ] } }
                """)).isEmpty();
    }

    @Test
    void a_condition_is_signalled_with_its_lock() {
        assertThat(first("""
                resources: { m: { lock: mutex }, c: { condition: m } }
                units:
                  w:
                    thread: 1
                    steps:
                      - signal: c   # now
                """)).isEqualTo("""
                resources: { m: { lock: mutex }, c: { condition: m } }
                units:
                  w:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - signal: c   # now
                """);
        assertThat(first("""
                resources: { m: { lock: mutex }, c: { condition: m } }
                units: { w: { thread: 1, steps: [ pause: , signal: c ] } }
                """)).contains("[ pause: , { hold: m, steps: [ { signal: c } ] } ]");
    }

    @Test
    void a_group_is_started_with_the_run_or_by_a_step() {
        String text = """
                units:
                  later:
                    thread: 2
                    start: manual    # when?
                    steps: [ pause: ]
                  main:
                    thread: 1
                    steps:
                      # first of all
                      - pause:
                """;
        assertThat(fixes(text))
                .containsExactly(
                        text.replace("    start: manual    # when?\n", ""),
                        text.replace("      - pause:", "      - start: later\n      - pause:"));
        assertThat(first("units: { w: { thread: 1, start: manual, steps: [ pause: ] } }\n"))
                .isEqualTo("units: { w: { thread: 1, steps: [ pause: ] } }\n");
    }

    @Test
    void a_queue_is_closed_by_the_only_one_that_puts_into_it() {
        String giver = "  giver: { thread: %d, steps: [ { put: { to: q, value: 1 } }%s ] }\n";
        String rest = "  taker: { thread: 2, steps: [ { for_each: { as: x, in: q }, steps: [ pause: ] } ] }\n";
        String head = "resources: { q: { queue: fifo } }\nunits:\n";

        assertThat(hintFixes(head + giver.formatted(1, "") + rest))
                .containsExactly(head + giver.formatted(1, ", close: q") + rest);
        assertThat(hintFixes(head + giver.formatted(2, "") + rest)).isEmpty();
    }

    @Test
    void what_is_taken_from_an_awaited_queue_is_said_to_be_done() {
        assertThat(hintFixes("""
                resources: { q: { queue: fifo } }
                units:
                  giver: { thread: 1, steps: [ { put: { to: q, value: 1 } }, await: q, close: q ] }
                  taker:
                    thread: 1
                    steps:
                      - for_each: { as: x, in: q }
                        steps:
                          - compute: 1ms
                """)).containsExactly("""
                resources: { q: { queue: fifo } }
                units:
                  giver: { thread: 1, steps: [ { put: { to: q, value: 1 } }, await: q, close: q ] }
                  taker:
                    thread: 1
                    steps:
                      - for_each: { as: x, in: q }
                        steps:
                          - compute: 1ms
                          - task_done: q
                """);
    }

    @Test
    void a_group_without_end_is_cancelled_before_it_is_awaited() {
        assertThat(hintFixes("""
                units:
                  w: { thread: 1, steps: [ { forever: , steps: [ { sleep: 1ms } ] } ] }
                  main:
                    thread: 1
                    steps:
                      - await: w
                """)).containsExactly("""
                units:
                  w: { thread: 1, steps: [ { forever: , steps: [ { sleep: 1ms } ] } ] }
                  main:
                    thread: 1
                    steps:
                      - cancel: w
                      - await: w
                """);
    }

    @Test
    void what_is_never_reached_is_removed() {
        assertThat(hintFixes("""
                units:
                  w:
                    thread: 1
                    steps:
                      - fail: x   # over
                      - log: y
                      - repeat: 2
                        steps:
                          - log: z
                  v: { thread: 1, steps: [ pause: ] }
                """)).containsExactly("""
                units:
                  w:
                    thread: 1
                    steps:
                      - fail: x   # over
                  v: { thread: 1, steps: [ pause: ] }
                """);
        assertThat(hintFixes("units: { w: { thread: 1, steps: [ fail: x, log: y, log: z ] } }\n"))
                .containsExactly("units: { w: { thread: 1, steps: [ fail: x ] } }\n");
    }

    @Test
    void a_coroutine_pauses_in_each_pass() {
        assertThat(hintFixes("""
                units:
                  co:
                    coroutine: 2
                    steps:
                      - repeat: 500
                        steps:
                          - compute: 1ms
                """)).containsExactly("""
                units:
                  co:
                    coroutine: 2
                    steps:
                      - repeat: 500
                        steps:
                          - compute: 1ms
                          - pause:
                """);
        assertThat(hintFixes("units: { co: { coroutine: 2, steps: [ { forever: , steps: [ log: x ] } ] } }\n"))
                .containsExactly(
                        "units: { co: { coroutine: 2, steps: [ { forever: , steps: [ log: x, pause: ] } ] } }\n");
    }

    @Test
    void output_that_nobody_reads_is_discarded() {
        assertThat(hintFixes("units: { p: { process: 1, command: [ls], output: read } }\n"))
                .containsExactly("units: { p: { process: 1, command: [ls], output: discard } }\n");
    }

    @Test
    void a_task_releases_its_lock_before_it_returns() {
        assertThat(hintFixes("""
                resources: { m: { lock: mutex }, p: { pool: thread, size: 2 } }
                units:
                  job:
                    task: n
                    steps:
                      - acquire: m
                      - if: n > 3
                        steps:
                          - return: 0
                      - release: m
                  w: { thread: 1, steps: [ { map: { pool: p, task: job, from: 1, to: 9 } } ] }
                """)).containsExactly("""
                resources: { m: { lock: mutex }, p: { pool: thread, size: 2 } }
                units:
                  job:
                    task: n
                    steps:
                      - acquire: m
                      - if: n > 3
                        steps:
                          - release: m
                          - return: 0
                      - release: m
                  w: { thread: 1, steps: [ { map: { pool: p, task: job, from: 1, to: 9 } } ] }
                """);
    }

    @Test
    void additions_are_made_atomic_all_of_them() {
        assertThat(hintFixes("""
                resources: { n: { variable: 0 } }
                units:
                  w:
                    thread: 2
                    steps:
                      - increment: n
                      - increment: { variable: n, by: index + 1 }   # more
                """)).containsExactly("""
                resources: { n: { variable: 0 } }
                units:
                  w:
                    thread: 2
                    steps:
                      - update: { to: n, value: n + 1 }
                      - update: { to: n, value: n + (index + 1) }   # more
                """);
    }

    private static final String LOCKS = "resources: { a: { lock: mutex }, b: { lock: mutex } }\n";

    @Test
    void two_locks_are_taken_in_one_order_in_either_unit_that_only_nests_them() {
        String units = """
                units:
                  first:
                    thread: 1
                    steps:
                      - hold: %s   # so long
                        steps:
                          - sleep: 1ms
                          - hold: %s
                            steps: [ compute: 1us ]
                  second: { thread: 1, steps: [ { hold: { lock: %s }, steps: [ { hold: %s, steps: [ pause: ] } ] } ] }
                """;
        assertThat(hintFixes(LOCKS + units.formatted("a", "b", "b", "a")))
                .containsExactly(
                        LOCKS + units.formatted("a", "b", "a", "b"), LOCKS + units.formatted("b", "a", "b", "a"));
    }

    @Test
    void but_not_where_something_stands_between_that_the_lock_may_be_there_for() {
        String unit = "units: { w: { thread: 2, steps: [ { hold: a, steps: [ %s{ hold: b, steps: [ pause: ] } ] }, "
                + "{ hold: b%s, steps: [ { hold: a, steps: [ pause: ] }%s ] } ] } }\n";
        String between = "{ increment: n }, ";
        String declared = "resources: { a: { lock: mutex }, b: { lock: mutex }, n: { variable: 0 } }\n";
        assertThat(hintFixes(declared + unit.formatted("", "", ""))).hasSize(2);
        assertThat(hintFixes(declared + unit.formatted(between, "", ""))).hasSize(1);
        assertThat(hintFixes(declared + unit.formatted(between, ", timeout: 1s", "")))
                .isEmpty();
        assertThat(hintFixes(declared
                        + unit.formatted(between, "", ", { hold: n2, steps: [ pause: ] }")
                                .replace("n2", "a")))
                .isEmpty();
    }

    private static String first(String text) {
        var all = fixes(text);
        assertThat(all).isNotEmpty();
        return all.getFirst();
    }

    /// What the text, which follows the title, is after each fix for its first problem.
    private static List<String> fixes(String text) {
        return fixes(HEAD + text, HEAD.length());
    }

    private static List<String> fixes(String text, int head) {
        Problem problem = Linted.problem(text);
        return Fixes.of(text, problem).stream()
                .map(it -> it.apply(text).substring(head))
                .toList();
    }

    private static List<String> hintFixes(String body) {
        String text = HEAD + body;
        var hints = Lint.of(ScenarioReader.read(text).scenario().orElseThrow());
        assertThat(hints).hasSize(1);
        return Fixes.of(text, hints.getFirst()).stream()
                .map(it -> it.apply(text).substring(HEAD.length()))
                .toList();
    }
}
