package io.interleave.lint;

import org.junit.jupiter.api.Test;

/// Waits that nothing ends.
class WaitRulesTest {

    @Test
    void a_queue_that_nobody_takes_from() {
        Linted.of("""
                resources: { q: { queue: fifo, capacity: 2 }, free: { queue: fifo } }
                units:
                  w:
                    thread: 1
                    steps:
                      - put: { to: ▸q, value: 1 }
                      - put: { to: ▸free, value: 1 }
                      - put: { to: q, value: 2 }
                """).hasAtItsMarks(new Rule.NeverTaken("q", true), new Rule.NeverTaken("free", false));
    }

    @Test
    void a_queue_that_nobody_puts_into() {
        Linted.of("""
                resources: { q: { queue: fifo } }
                units: { w: { thread: 1, steps: [ { take: { from: ▸q, into: x } } ] } }
                """).hasAtItsMarks(new Rule.NeverPut("q"));
    }

    @Test
    void a_drained_queue_that_nobody_closes() {
        Linted.of("""
                resources: { q: { queue: fifo } }
                units:
                  giver: { thread: 2, steps: [ { put: { to: q, value: 1 } } ] }
                  taker: { thread: 1, steps: [ { for_each: { as: x, in: ▸q }, steps: [ pause: ] } ] }
                """).hasAtItsMarks(new Rule.NeverClosed("q"));
    }

    @Test
    void not_one_that_is_closed_or_filled_for_ever_or_whose_taker_is_cancelled() {
        Linted.of("""
                resources: { closed: { queue: fifo }, endless: { queue: fifo }, left: { queue: fifo } }
                units:
                  giver:
                    thread: 1
                    steps:
                      - put: { to: closed, value: 1 }
                      - close: closed
                      - put: { to: left, value: 1 }
                      - cancel: leaver
                      - forever:
                        steps: [ { put: { to: endless, value: 1 } }, { sleep: 1ms } ]
                  taker:
                    thread: 1
                    steps:
                      - for_each: { as: x, in: closed }
                        steps: [ pause: ]
                      - for_each: { as: x, in: endless }
                        steps: [ pause: ]
                  leaver: { thread: 1, steps: [ { for_each: { as: x, in: left }, steps: [ pause: ] } ] }
                """).hasNone();
    }

    @Test
    void a_queue_awaited_of_which_nothing_is_said_to_be_done() {
        Linted.of("""
                resources: { q: { queue: fifo } }
                units:
                  giver: { thread: 1, steps: [ { put: { to: q, value: 1 } }, { await: ▸q } ] }
                  taker: { thread: 1, steps: [ { take: { from: q, into: x } } ] }
                """).hasAtItsMarks(new Rule.NeverTaskDone("q"));
    }

    @Test
    void putting_into_a_queue_that_was_closed_before() {
        Linted.of("""
                resources: { q: { queue: fifo } }
                units:
                  giver:
                    thread: 1
                    steps:
                      - close: q
                      - repeat: 2
                        steps:
                          - put: { to: ▸q, value: 1 }
                      - put: { to: q, value: 2 }
                        else: [ log: closed ]
                  taker: { thread: 1, steps: [ { take: { from: q, into: x } } ] }
                """).hasAtItsMarks(new Rule.PutAfterClose("q"));
    }

    @Test
    void a_condition_that_nobody_signals() {
        Linted.of("""
                resources: { m: { lock: mutex }, c: { condition: m }, n: { variable: 0 } }
                units:
                  w:
                    thread: 1
                    steps:
                      - hold: m
                        steps:
                          - read: n
                          - while: n == 0
                            steps: [ await: ▸c, read: n ]
                """).hasAtItsMarks(new Rule.NeverSignalled("c"));
    }

    @Test
    void a_condition_after_which_nobody_looks_again() {
        Linted.of("""
                resources: { m: { lock: mutex }, c: { condition: m }, n: { variable: 0 } }
                units:
                  waiter:
                    thread: 2
                    steps:
                      - repeat: 3
                        steps:
                          - hold: m
                            steps:
                              - read: n
                              - if: n == 0
                                steps: [ await: ▸c ]
                  signaller: { thread: 1, steps: [ { hold: m, steps: [ signal: c ] } ] }
                """).hasAtItsMarks(new Rule.AwaitedWithoutLoop("c"));
    }

    @Test
    void not_a_condition_within_a_loop_under_its_lock_or_with_a_timeout() {
        Linted.of("""
                resources: { m: { lock: mutex }, c: { condition: m }, n: { variable: 0 } }
                units:
                  waiter:
                    thread: 2
                    steps:
                      - hold: m
                        steps:
                          - read: n
                          - while: n == 0
                            steps: [ await: c, read: n ]
                          - await: c
                            timeout: 1ms
                            else: [ log: late ]
                      - acquire: m
                      - read: n
                      - while: n == 0
                        steps: [ await: c, read: n ]
                      - release: m
                  signaller: { thread: 1, steps: [ { hold: m, steps: [ signal: c ] } ] }
                """).hasNone();
    }

    @Test
    void an_event_that_nobody_sets() {
        Linted.of("""
                resources: { e: { event: off }, set: { event: on } }
                units: { w: { thread: 1, steps: [ await: ▸e, await: set ] } }
                """).hasAtItsMarks(new Rule.NeverSet("e"));
    }

    @Test
    void a_latch_that_is_counted_down_too_rarely() {
        Linted.of("""
                knobs: { workers: { slider: 2, min: 1, max: 9 } }
                resources: { l: { latch: workers * 3 + 1 } }
                units:
                  w: { thread: $workers, steps: [ { repeat: 3, steps: [ count_down: l ] } ] }
                  main: { thread: 1, steps: [ await: ▸l ] }
                """).hasAtItsMarks(new Rule.LatchTooHigh("l", 7, 6));
    }

    @Test
    void not_one_that_somebody_may_count_down_who_knows_how_often_or_enough() {
        Linted.of("""
                knobs: { workers: { slider: 2, min: 1, max: 9, live: true }, size: { slider: 9, min: 1, max: 9 } }
                resources: { l: { latch: 9 }, k: { latch: 3 }, j: { latch: $size }, n: { variable: 0 } }
                units:
                  w:
                    thread: $workers
                    steps:
                      - count_down: l
                      - read: n
                      - while: n == 1
                        steps: [ count_down: k, read: n ]
                  v: { thread: 1, start: manual, steps: [ count_down: j ] }
                  main:
                    thread: 1
                    steps:
                      - repeat: $size
                        steps: [ start: v ]
                      - await: l
                      - await: k
                      - await: j
                """).hasNone();
    }

    @Test
    void a_barrier_and_a_phaser_with_more_parties_than_units() {
        Linted.of("""
                resources: { b: { barrier: 3 }, p: { phaser: 4 } }
                units: { w: { thread: 2, steps: [ await: ▸b, await: ▸p ] } }
                """)
                .hasAtItsMarks(
                        new Rule.TooManyParties("b", "barrier", 3, 2), new Rule.TooManyParties("p", "phaser", 4, 2));
    }

    @Test
    void not_a_barrier_that_is_off_or_has_enough_or_a_phaser_at_which_others_arrive() {
        Linted.of("""
                resources: { off_one: { barrier: 3, enabled: off }, b: { barrier: 3 }, p: { phaser: 4 } }
                units:
                  w: { thread: 2, steps: [ await: off_one, await: b, await: p ] }
                  v: { thread: 1, steps: [ await: b, arrive: p, arrive: p ] }
                """).hasNone();
    }

    @Test
    void a_group_that_never_ends() {
        Linted.of("""
                units:
                  w: { thread: 1, steps: [ { forever: , steps: [ { sleep: 1ms } ] } ] }
                  main: { thread: 1, steps: [ await: ▸w ] }
                """).hasAtItsMarks(new Rule.NeverEnds("w"));
    }

    @Test
    void not_one_that_is_cancelled_or_may_fail_or_is_retired_or_not_awaited_for_ever() {
        Linted.of("""
                knobs: { n: { slider: 1, min: 1, max: 9, live: true } }
                units:
                  a: { thread: 1, steps: [ { forever: , steps: [ { sleep: 1ms } ] } ] }
                  b: { thread: 1, steps: [ { forever: , steps: [ { if: index == 1, steps: [ fail: x ] } ] } ] }
                  c: { thread: $n, steps: [ { forever: , steps: [ { sleep: 1ms } ] } ] }
                  d: { thread: 1, steps: [ { forever: , steps: [ { sleep: 1ms } ] } ] }
                  main:
                    thread: 1
                    steps:
                      - cancel: a
                      - await: a
                      - await: b
                      - await: c
                      - await: d
                        timeout: 1ms
                        else: [ log: on ]
                """).hasNone();
    }

    @Test
    void a_group_that_is_awaited_but_that_no_step_starts() {
        Linted.of("""
                units:
                  ▸w: { thread: 1, start: manual, steps: [ pause: ] }
                  a: { process: 1, command: [ls], start: manual }
                  b: { process: 1, command: [cat], input: a, start: manual }
                  main: { thread: 1, steps: [ await: w, start: b, await: a ] }
                """).hasAtItsMarks(new Rule.NeverStarted("w"));
    }

    @Test
    void a_process_whose_output_nobody_reads() {
        Linted.of("""
                units:
                  ▸quiet: { process: 1, command: [ls], output: read }
                  shown: { process: 1, command: [ls], output: show }
                  asked: { process: 1, command: [cat], output: read }
                  main: { thread: 1, steps: [ { communicate: { with: asked } } ] }
                """).hasAtItsMarks(new Rule.NeverRead("quiet"));
    }
}
