package io.interleave.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Locks that are not given back as often as they are taken, and those that keep away who is waited for.
class LockRulesTest {

    @Test
    void a_task_that_returns_with_a_lock() {
        Linted.of("""
                resources: { m: { lock: mutex }, p: { pool: thread, size: 2 } }
                units:
                  job:
                    task: n
                    steps:
                      - acquire: m
                      - if: n > 3
                        steps:
                          - ▸return: 0
                      - release: m
                      - return: n
                  w: { thread: 1, steps: [ { map: { pool: p, task: job, from: 1, to: 9 } } ] }
                """).hasAtItsMarks(new Rule.HeldOnReturn("m"));
    }

    @Test
    void not_one_that_releases_it_or_holds_it_by_hold() {
        Linted.of("""
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
                      - hold: m
                        steps: [ return: n ]
                  w: { thread: 1, steps: [ { map: { pool: p, task: job, from: 1, to: 9 } } ] }
                """).hasNone();
    }

    @Test
    void a_loop_that_takes_a_lock_in_each_pass_and_releases_it_after_the_last() {
        Linted.steps(1, """
                - repeat: 3
                  steps:
                    - acquire: ▸m
                - release: m
                """).hasAtItsMarks(new Rule.TakenInEachPass("m"));
    }

    @Test
    void not_where_it_is_reentrant_or_released_in_the_pass_or_there_is_one_pass() {
        Linted.steps(1, """
                - repeat: 3
                  steps:
                    - acquire: re
                - repeat: 3
                  steps:
                    - release: re
                - repeat: 3
                  steps:
                    - acquire: m
                    - if: index == 1
                      steps: [ release: m ]
                      else: [ release: m ]
                - repeat: 1
                  steps:
                    - acquire: m
                - release: m
                - for_each: { as: i, from: 1, to: 3 }
                  steps:
                    - acquire: { lock: several, at: i }
                - for_each: { as: i, from: 1, to: 3 }
                  steps:
                    - release: { lock: several, at: i }
                """).hasNone();
    }

    @Test
    void a_loop_that_releases_in_each_pass_what_was_acquired_once() {
        Linted.steps(1, """
                - acquire: m
                - repeat: 3
                  steps:
                    - pause:
                    - release: ▸m
                """).hasAtItsMarks(new Rule.ReleasedInEachPass("m"));
    }

    @Test
    void not_a_loop_that_gives_it_up_in_its_midst_or_on_one_way_only() {
        Linted.steps(1, """
                - acquire: m
                - repeat: 3
                  steps:
                    - release: m
                    - acquire: m
                - release: m
                - acquire: m
                - let: { held: on }
                - repeat: 3
                  steps:
                    - if: held
                      steps: [ release: m, { let: { held: off } } ]
                """).hasNone();
    }

    @Test
    void a_lock_that_is_released_although_the_time_was_up() {
        Linted.steps(1, """
                - acquire: m
                  timeout: 1ms
                  else:
                    - log: not this time
                - increment: n
                - release: ▸m
                """).hasAtItsMarks(new Rule.ReleasedAfterTimeout("m"));
    }

    @Test
    void not_one_that_was_acquired_in_the_else_or_of_which_a_local_knows() {
        Linted.steps(1, """
                - acquire: m
                  timeout: 1ms
                  else:
                    - acquire: m
                - release: m
                - acquire: m
                  timeout: 1ms
                  else:
                    - fail: too late
                - release: m
                - let: { got: on }
                - acquire: m
                  timeout: 1ms
                  else:
                    - let: { got: off }
                - if: got
                  steps: [ release: m ]
                """).hasNone();
    }

    @Test
    void waiting_with_a_lock_for_a_group_that_needs_it() {
        Linted.of("""
                resources: { m: { lock: mutex } }
                units:
                  w: { thread: 1, start: manual, steps: [ { hold: m, steps: [ pause: ] } ] }
                  main:
                    thread: 1
                    steps:
                      - start: w
                      - hold: m
                        steps:
                          - await: ▸w
                """).hasAtItsMarks(new Rule.KeptFromWaker("m", "w"));
    }

    @Test
    void waiting_with_a_lock_for_what_only_comes_under_that_lock() {
        Linted.of("""
                resources:
                  m: { lock: mutex }
                  q: { queue: fifo }
                  e: { event: off }
                units:
                  taker:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - take: { from: ▸q, into: x }
                  giver:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - put: { to: q, value: 1 }
                """).hasAtItsMarks(new Rule.KeptFromWaker("m", "q"));
    }

    @Test
    void not_where_it_can_come_without_the_lock_or_the_wait_has_an_end_or_gives_the_lock_up() {
        Linted.of("""
                resources:
                  m: { lock: mutex }
                  off_lock: { lock: mutex, enabled: off }
                  q: { queue: fifo }
                  c: { condition: m }
                  n: { variable: 0 }
                units:
                  taker:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - take: { from: q, into: x }
                            timeout: 1ms
                            else: [ log: nothing ]
                          - read: n
                          - while: n == 0
                            steps: [ await: c, read: n ]
                      - hold: off_lock
                        steps:
                          - take: { from: q, into: x }
                  giver:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - hold: off_lock
                            steps:
                              - put: { to: q, value: 1 }
                              - put: { to: q, value: 2 }
                              - signal: c
                """).hasNone();
    }

    @Test
    void opposite_orders() {
        var linted = Linted.of("""
                resources: { a: { lock: mutex }, b: { lock: reentrant } }
                units:
                  one:
                    thread: 1
                    steps:
                      - acquire: a
                      - hold: ▸b
                        steps: [ pause: ]
                      - release: a
                  other:
                    thread: 1
                    steps:
                      - hold: b
                        steps:
                          - hold: a
                            steps: [ pause: ]
                """);
        linted.hasAtItsMarks(new Rule.LockOrder(List.of("a", "b")));
        assertThat(linted.hints.getFirst().also()).hasSize(1);
    }

    @Test
    void a_circle_of_three() {
        Linted.of("""
                resources: { a: { lock: mutex }, b: { lock: mutex }, c: { lock: mutex } }
                units:
                  x: { thread: 1, steps: [ { hold: a, steps: [ { hold: ▸b, steps: [ pause: ] } ] } ] }
                  y: { thread: 1, steps: [ { hold: b, steps: [ { hold: c, steps: [ pause: ] } ] } ] }
                  z: { thread: 1, steps: [ { hold: c, steps: [ { hold: a, steps: [ pause: ] } ] } ] }
                """).hasAtItsMarks(new Rule.LockOrder(List.of("a", "b", "c")));
    }

    @Test
    void not_one_unit_alone_or_under_a_common_lock_or_with_a_timeout_or_reading() {
        Linted.of("""
                resources:
                  a: { lock: mutex }
                  b: { lock: mutex }
                  c: { lock: mutex }
                  d: { lock: mutex }
                  e: { lock: mutex }
                  gate: { lock: fair }
                  left: { lock: read_write }
                  right: { lock: read_write }
                units:
                  alone:
                    thread: 1
                    steps:
                      - hold: a
                        steps: [ { hold: b, steps: [ pause: ] } ]
                      - hold: b
                        steps: [ { hold: a, steps: [ pause: ] } ]
                  one:
                    thread: 1
                    steps:
                      - hold: gate
                        steps: [ { hold: c, steps: [ { hold: d, steps: [ pause: ] } ] } ]
                      - hold: d
                        steps: [ { hold: e, steps: [ pause: ] } ]
                      - hold: { lock: left, mode: read }
                        steps: [ { hold: { lock: right, mode: read }, steps: [ pause: ] } ]
                  other:
                    thread: 1
                    steps:
                      - hold: gate
                        steps: [ { hold: d, steps: [ { hold: c, steps: [ pause: ] } ] } ]
                      - hold: e
                        steps: [ { try: d, steps: [ pause: ], else: [ pause: ] } ]
                      - hold: { lock: right, mode: read }
                        steps: [ { hold: { lock: left, mode: read }, steps: [ pause: ] } ]
                """).hasNone();
    }

    @Test
    void forks_around_a_table_where_each_takes_its_own_first() {
        Linted.of("""
                resources: { forks: { lock: mutex, count: 3 } }
                units:
                  eater:
                    thread: 3
                    steps:
                      - let: { second: index % 3 + 1 }
                      - hold: { lock: forks, at: index }
                        steps:
                          - hold: { lock: ▸forks, at: second }
                            steps: [ pause: ]
                """).hasAtItsMarks(new Rule.LockOrder(List.of("forks 1", "forks 2", "forks 3")));
    }

    @Test
    void not_where_each_takes_the_lower_first_or_nobody_knows_which() {
        Linted.of("""
                resources: { forks: { lock: mutex, count: 3 }, n: { variable: 0 } }
                units:
                  eater:
                    thread: 3
                    steps:
                      - let: { first: index }
                      - let: { second: index % 3 + 1 }
                      - if: index == 3
                        steps:
                          - let: { first: 1 }
                          - let: { second: 3 }
                      - hold: { lock: forks, at: first }
                        steps:
                          - hold: { lock: forks, at: second }
                            steps: [ pause: ]
                      - read: n
                      - hold: { lock: forks, at: n }
                        steps:
                          - hold: { lock: forks, at: n % 3 + 1 }
                            steps: [ pause: ]
                """).hasNone();
    }

    @Test
    void permits_that_nobody_gives_back() {
        Linted.of("""
                resources: { s: { semaphore: 2 }, none: { semaphore: 0 } }
                units:
                  w:
                    thread: 3
                    steps:
                      - acquire: ▸s
                      - hold: ▸none
                        steps: [ pause: ]
                """).hasAtItsMarks(new Rule.PermitsRunOut("s", 2), new Rule.PermitsRunOut("none", 0));
    }

    @Test
    void not_permits_that_suffice_or_are_given_back_or_may_not_be_asked_for() {
        Linted.of("""
                resources: { enough: { semaphore: 3 }, back: { semaphore: 0 }, maybe: { semaphore: 2 } }
                units:
                  w:
                    thread: 3
                    steps:
                      - acquire: enough
                      - acquire: back
                      - if: index > 1
                        steps: [ acquire: maybe ]
                  giver: { thread: 1, steps: [ release: back, release: back ] }
                """).hasNone();
    }
}
