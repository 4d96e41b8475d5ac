package io.interleave.lint;

import org.junit.jupiter.api.Test;

/// Steps that are never reached, coroutines that keep their loop to themselves, and updates that get lost.
class FlowRulesTest {

    @Test
    void what_is_behind_a_step_without_end() {
        Linted.steps(1, """
                - if: index == 1
                  steps:
                    - forever:
                      steps: [ { sleep: 1ms } ]
                    - ▸log: never
                    - log: nor this
                - if: index == 2
                  steps:
                    - fail: x
                  else:
                    - hold: m
                      steps:
                        - fail: y
                - ▸log: never
                """)
                .hasAtItsMarks(new Rule.NeverReached(Rule.Before.FOREVER), new Rule.NeverReached(Rule.Before.ALL_WAYS));
    }

    @Test
    void steps_whose_condition_is_a_constant() {
        Linted.steps(1, """
                - ▸repeat: 0
                  steps: [ pause: ]
                - ▸for_each: { as: i, from: 3, to: 2 }
                  steps: [ pause: ]
                - ▸while: 1 > 2
                  steps: [ pause: ]
                - ▸if: off
                  steps: [ pause: ]
                - while: on
                  steps: [ { sleep: 1ms } ]
                - ▸log: never
                """)
                .hasAtItsMarks(
                        new Rule.NeverEntered("repeat"),
                        new Rule.NeverEntered("for_each"),
                        new Rule.NeverEntered("while"),
                        new Rule.NeverEntered("if"),
                        new Rule.NeverReached(Rule.Before.FOREVER));
    }

    @Test
    void not_what_a_knob_or_a_wait_or_the_other_case_leads_to() {
        Linted.of("""
                knobs: { here: { toggle: off }, times: { slider: 0, min: 0, max: 9 } }
                resources: { m: { lock: mutex } }
                units:
                  w:
                    thread: 1
                    steps:
                      - if: $here
                        steps: [ fail: x ]
                      - if: not here
                        steps: [ { try: m, steps: [ fail: x ], else: [ pause: ] } ]
                      - repeat: $times
                        steps: [ fail: x ]
                      - if: not here
                        steps: [ fail: x ]
                      - log: reached where the knob is on
                """).hasNone();
    }

    @Test
    void a_coroutine_that_computes_for_long() {
        Linted.of("""
                resources: { loop: { event_loop: 1 } }
                units:
                  busy:
                    coroutine: 1
                    steps:
                      - ▸compute: 100ms
                      - ▸repeat: 50
                        steps:
                          - compute: 1ms
                          - compute: 1ms
                  other: { coroutine: 1, steps: [ pause: ] }
                """).hasAtItsMarks(new Rule.LoopBlocked("busy", 100), new Rule.LoopBlocked("busy", 100));
    }

    @Test
    void not_one_that_pauses_or_is_alone_or_has_a_carrier_of_its_own() {
        Linted.of("""
                resources: { loop: { event_loop: 1 }, wide: { event_loop: 2 } }
                units:
                  pausing:
                    coroutine: 2
                    loop: loop
                    steps:
                      - compute: 99ms
                      - repeat: 500
                        steps: [ { compute: 1ms }, { pause: } ]
                  alone: { coroutine: 2, loop: wide, steps: [ { compute: 1s } ] }
                  threads: { thread: 2, steps: [ { compute: 1s } ] }
                """).hasNone();
    }

    @Test
    void a_coroutine_that_goes_round_without_a_wait() {
        Linted.of("""
                resources: { done: { variable: off } }
                units:
                  looking:
                    coroutine: 1
                    steps:
                      - read: done
                      - ▸while: not done
                        steps: [ read: done ]
                  hurrying:
                    coroutine: 1
                    steps:
                      - ▸forever:
                        steps: [ { let: { x: 1 } } ]
                  ending: { coroutine: 1, steps: [ { write: { to: done, value: on } } ] }
                """).hasAtItsMarks(new Rule.LoopNeverGivenUp("while"), new Rule.LoopNeverGivenUp("forever"));
    }

    @Test
    void not_a_loop_that_counts_or_waits() {
        Linted.of("""
                resources: { done: { variable: off } }
                units:
                  co:
                    coroutine: 2
                    steps:
                      - let: { x: 0 }
                      - while: x < 9
                        steps: [ { let: { x: x + 1 } } ]
                      - read: done
                      - while: not done
                        steps: [ { pause: }, { read: done } ]
                      - forever:
                        steps: [ { io: 1ms } ]
                """).hasNone();
    }

    @Test
    void what_else_keeps_a_loop_or_a_coroutine() {
        Linted.of("""
                resources: { s: { lock: spin } }
                units:
                  child: { process: 1, command: [cat], start: manual }
                  co:
                    coroutine: 2
                    steps:
                      - ▸io: { file: 1000 }
                      - hold: ▸s
                        steps: [ { sleep: 1ms } ]
                      - hold: s
                        steps: [ { compute: 1ms } ]
                      - start: child
                      - await: ▸child
                      - await: child
                        timeout: 1s
                """)
                .hasAtItsMarks(
                        new Rule.FileInLoop("co"), new Rule.SpinInLoop("s"), new Rule.ProcessWithoutTimeout("child"));
    }

    @Test
    void who_gives_a_loop_up_with_a_lock_that_spins() {
        Linted.of("""
                knobs: { spinning: { toggle: off } }
                resources: { s: { lock: spin }, off_: { lock: spin, enabled: spinning } }
                units:
                  co:
                    coroutine: 2
                    steps:
                      - acquire: ▸s
                      - pause:
                      - hold: off_
                        steps: [ pause: ]
                      - release: s
                      - acquire: s
                      - release: s
                      - pause:
                """).hasAtItsMarks(new Rule.SpinInLoop("s"));
    }

    @Test
    void updates_without_any_lock() {
        Linted.steps(3, """
                - read: n
                - compute: 1us
                - write: { to: ▸n, value: n + 1 }
                """).hasAtItsMarks(new Rule.LostUpdates("n"));
    }

    @Test
    void a_lock_for_each_half_is_none_nor_is_one_for_reading_nor_one_that_is_never_on() {
        Linted.steps(3, """
                - hold: m
                  steps: [ read: n ]
                - hold: m
                  steps: [ { write: { to: ▸n, value: n + 1 } } ]
                """).hasAtItsMarks(new Rule.LostUpdates("n"));
        Linted.steps(3, """
                - hold: { lock: rw, mode: read }
                  steps: [ increment: ▸n ]
                """).hasAtItsMarks(new Rule.LostUpdates("n"));
        Linted.of("""
                resources: { n: { variable: 0 }, m: { lock: mutex, enabled: off } }
                units: { w: { thread: 2, steps: [ { hold: m, steps: [ increment: ▸n ] } ] } }
                """).hasAtItsMarks(new Rule.LostUpdates("n"));
    }

    @Test
    void two_groups_that_share_nothing_else() {
        Linted.of("""
                resources: { n: { variable: 0 } }
                units:
                  a: { thread: 1, steps: [ increment: ▸n ] }
                  b: { thread: 1, steps: [ increment: n ] }
                """).hasAtItsMarks(new Rule.LostUpdates("n"));
    }

    @Test
    void not_under_a_lock_that_a_knob_can_turn_on_or_atomically_or_by_one_unit() {
        Linted.of("""
                knobs: { lock: { toggle: off } }
                resources:
                  n: { variable: 0 }
                  k: { variable: 0 }
                  cells: { variable: 0, count: 4 }
                  m: { lock: mutex, enabled: $lock }
                units:
                  w:
                    thread: 4
                    steps:
                      - hold: m
                        steps: [ { read: n }, { write: { to: n, value: n + 1 } } ]
                      - update: { to: k, value: k + 1 }
                      - increment: { variable: cells, at: index }
                      - if: index == 1
                        steps: [ increment: k ]
                      - read: k
                      - write: { to: n, value: k }
                """).hasNone();
    }

    @Test
    void not_groups_of_which_one_may_wait_for_the_other_or_units_that_hand_over() {
        Linted.of("""
                resources:
                  n: { variable: 0 }
                  k: { variable: 0 }
                  token: { queue: fifo }
                units:
                  a: { thread: 1, steps: [ increment: n ] }
                  b: { thread: 1, steps: [ await: a, increment: n ] }
                  passing:
                    thread: 3
                    steps:
                      - take: { from: token, into: mine }
                      - increment: k
                      - put: { to: token, value: mine }
                  first: { thread: 1, steps: [ { put: { to: token, value: 1 } } ] }
                """).hasNone();
    }
}
