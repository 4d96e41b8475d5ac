package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs programs that use what Python's library lacks, and those in which threads and coroutines meet.
class PythonRunsTest {

    private static final long LIMIT_SECONDS = 60;

    private static Arguments scenario(String name, String text) {
        return Arguments.of(name, "interleave: 1\ntitle: " + name + "\n" + text);
    }

    static Stream<Arguments> held() {
        return Stream.of(
                scenario("a fair lock is reentrant and knows a time limit", """
                        resources:
                          lock: { lock: fair }
                          came: { condition: lock }
                          late: { variable: 0 }
                          told: { variable: 0 }
                          held: { event: off }
                        units:
                          holder:
                            thread: 1
                            steps:
                              - hold: lock
                                steps:
                                  - hold: lock
                                    steps:
                                      - signal: held
                                      - sleep: 200ms
                                  - await: came
                                  - update: { to: told, value: told + 1 }
                          other:
                            thread: 1
                            steps:
                              - await: held
                              - try: lock
                                timeout: 10ms
                                steps:
                                  - fail: it was held
                                else:
                                  - update: { to: late, value: late + 1 }
                              - hold: lock
                                steps:
                                  - signal: came
                        expect:
                          - late == 1
                          - told == 1
                        """),
                scenario("readers are in together and a writer alone", """
                        resources:
                          lock: { lock: read_write }
                          both: { barrier: 2 }
                          refused: { variable: 0 }
                          written: { variable: 0 }
                        units:
                          reader:
                            thread: 2
                            steps:
                              - acquire: { lock: lock, mode: read }
                              - await: both
                              - try: { lock: lock, mode: write }
                                steps:
                                  - fail: somebody reads
                                else:
                                  - update: { to: refused, value: refused + 1 }
                              - await: both
                              - release: lock
                              - hold: lock
                                steps:
                                  - hold: lock
                                    steps:
                                      - increment: written
                        expect:
                          - refused == 2
                          - written == 2
                        """),
                scenario("an optimistic read is made again after a write", """
                        resources:
                          lock: { lock: stamped }
                          looks: { variable: 0 }
                          value: { variable: 0 }
                          seen: { variable: 0 }
                          looked: { event: off }
                          wrote: { event: off }
                        units:
                          reader:
                            thread: 1
                            steps:
                              - hold: { lock: lock, mode: optimistic }
                                steps:
                                  - update: { to: looks, value: looks + 1 }
                                  - read: value
                                  - signal: looked
                                  - await: wrote
                              - write: { to: seen, value: value }
                          writer:
                            thread: 1
                            steps:
                              - await: looked
                              - hold: lock
                                steps:
                                  - write: { to: value, value: 7 }
                              - signal: wrote
                        expect:
                          - looks == 2
                          - seen == 7
                        """),
                scenario("latches and phasers open for all", """
                        resources:
                          done: { latch: 3 }
                          round: { phaser: 3 }
                          sum: { variable: 0 }
                          late: { variable: 0 }
                        units:
                          worker:
                            thread: 3
                            steps:
                              - await: { for: round, into: place }
                              - update: { to: sum, value: sum + place }
                              - count_down: done
                              - arrive: round
                          main:
                            thread: 1
                            steps:
                              - await: done
                              - register: round
                              - await: round
                                timeout: 20ms
                                else:
                                  - increment: late
                              - deregister: round
                        expect:
                          - sum == 6
                          - late == 1
                        """),
                scenario("queues hand over, keep order, run dry and close", """
                        resources:
                          meeting: { queue: rendezvous }
                          urgent: { queue: priority }
                          stack: { queue: lifo, capacity: 2 }
                          alone: { variable: 0 }
                          full: { variable: 0 }
                          empty: { variable: 0 }
                          order: { variable: 0 }
                          closed: { variable: 0 }
                        units:
                          main:
                            thread: 1
                            steps:
                              - put: { to: meeting, value: 1 }
                                timeout: 20ms
                                else:
                                  - increment: alone
                              - put: { to: urgent, value: 1, priority: 9 }
                              - put: { to: urgent, value: 2, priority: 1 }
                              - put: { to: urgent, value: 3, priority: 1 }
                              - close: urgent
                              - for_each: { as: item, in: urgent }
                                steps:
                                  - update: { to: order, value: order * 10 + item }
                              - put: { to: stack, value: 4 }
                              - put: { to: stack, value: 5 }
                              - put: { to: stack, value: 6 }
                                timeout: 0s
                                else:
                                  - increment: full
                              - take: { from: stack, into: top }
                              - update: { to: order, value: order * 10 + top }
                              - take: { from: stack, into: top }
                              - take: { from: stack, into: top }
                                timeout: 10ms
                                else:
                                  - increment: empty
                              - put: { to: meeting, value: 2 }
                              - close: meeting
                          taker:
                            thread: 1
                            steps:
                              - sleep: 100ms
                              - take: { from: meeting, into: got }
                              - take: { from: meeting, into: got }
                                else:
                                  - write: { to: closed, value: got }
                        expect:
                          - alone == 1
                          - order == 2315
                          - full == 1
                          - empty == 1
                          - closed == 2
                        """),
                scenario("coroutines alone use what is of the loop", """
                        resources:
                          mutex: { lock: mutex }
                          seats: { semaphore: 2 }
                          jobs: { queue: fifo, capacity: 1 }
                          here: { latch: 2 }
                          meet: { barrier: 2 }
                          count: { variable: 0 }
                          late: { variable: 0 }
                        units:
                          giver:
                            coroutine: 2
                            steps:
                              - await: { for: meet, into: place }
                              - hold: mutex
                                steps:
                                  - read: count
                                  - sleep: 1ms
                                  - write: { to: count, value: count + place }
                              - hold: seats
                                steps:
                                  - put: { to: jobs, value: index }
                              - count_down: here
                          taker:
                            coroutine: 1
                            steps:
                              - take: { from: jobs, into: one }
                              - take: { from: jobs, into: other }
                              - await: here
                              - take: { from: jobs, into: none }
                                timeout: 10ms
                                else:
                                  - write: { to: late, value: one + other }
                        expect:
                          - count == 3
                          - late == 3
                        """),
                scenario("threads and coroutines meet", """
                        resources:
                          go: { event: off }
                          jobs: { queue: fifo }
                          mutex: { lock: mutex }
                          count: { variable: 0 }
                          sum: { variable: 0 }
                        units:
                          coroutine_worker:
                            coroutine: 3
                            steps:
                              - await: go
                              - for_each: { as: n, in: jobs }
                                steps:
                                  - hold: mutex
                                    steps:
                                      - read: count
                                      - sleep: 1ms
                                      - write: { to: count, value: count + 1 }
                                  - update: { to: sum, value: sum + n }
                          thread_worker:
                            thread: 2
                            steps:
                              - await: go
                              - repeat: 5
                                steps:
                                  - hold: mutex
                                    steps:
                                      - increment: count
                          main:
                            thread: 1
                            steps:
                              - for_each: { as: n, from: 1, to: 10 }
                                steps:
                                  - put: { to: jobs, value: n }
                              - close: jobs
                              - signal: go
                              - await: coroutine_worker
                              - await: thread_worker
                        expect:
                          - count == 20
                          - sum == 55
                        """),
                scenario("coroutines are cancelled, polled and gathered", """
                        resources:
                          ended: { variable: 0 }
                          still: { variable: off }
                          over: { variable: on }
                        units:
                          sleeper:
                            coroutine: 3
                            start: manual
                            steps:
                              - sleep: 60s
                              - fail: it should have been cancelled
                          quick:
                            coroutine: 2
                            start: manual
                            steps:
                              - pause:
                              - update: { to: ended, value: ended + 1 }
                          main:
                            coroutine: 1
                            steps:
                              - start: sleeper
                              - gather: quick
                              - poll: { unit: sleeper, into: running }
                              - write: { to: still, value: running }
                              - cancel: sleeper
                              - await: sleeper
                              - poll: { unit: sleeper, into: running }
                              - write: { to: over, value: not running }
                        expect:
                          - ended == 2
                          - still
                          - over
                        """),
                scenario("generators come to an end and can be ended", """
                        resources:
                          sum: { variable: 0 }
                          ends: { variable: 0 }
                        units:
                          count_to:
                            generator: 2
                            steps:
                              - for_each: { as: n, from: 1, to: 2 }
                                steps:
                                  - yield: { value: n * index, into: sent }
                                  - update: { to: sum, value: sum + sent }
                          main:
                            thread: 1
                            steps:
                              - next: { of: count_to, at: 2, into: first }
                              - send: { to: count_to, at: 2, value: 10, into: second }
                              - next: { of: count_to, at: 2 }
                                else:
                                  - increment: ends
                              - next: { of: count_to, at: 1 }
                              - close: { what: count_to, at: 1 }
                              - next: { of: count_to, at: 1 }
                                else:
                                  - increment: ends
                              - update: { to: sum, value: sum + first + second }
                        expect:
                          - sum == 16
                          - ends == 2
                        """),
                scenario("children are talked to, awaited and killed", """
                        resources:
                          answer: { variable: '' }
                          line: { variable: '' }
                          late: { variable: 0 }
                          status: { variable: 0 }
                          directory_is_ours: { variable: off }
                        units:
                          echo: { process: 1, command: [cat], start: manual }
                          talk: { process: 1, command: [cat], output: read, start: manual }
                          hang: { process: 2, command: [sleep, "60"], start: manual }
                          where:
                            process: 1
                            command: [sh, -c, "echo $WHAT"]
                            environment: { WHAT: here }
                            directory: somewhere
                            start: manual
                          main:
                            thread: 1
                            steps:
                              - start: echo
                              - communicate: { with: echo, input: hello, into: said }
                              - write: { to: answer, value: said }
                              - start: talk
                              - write: { to: talk, line: one }
                              - read: { from: talk, into: heard }
                                timeout: 20s
                              - write: { to: line, value: heard }
                              - close: talk
                              - read: { from: talk, into: heard }
                                timeout: 20s
                                else:
                                  - increment: late
                              - await: talk
                              - start: hang
                              - await: { for: hang, at: 1, into: ended }
                                timeout: 20ms
                                else:
                                  - kill: hang
                                  - await: { for: hang, at: 1, into: ended }
                              - write: { to: status, value: ended }
                              - start: where
                              - communicate: { with: where, into: said }
                              - write: { to: directory_is_ours, value: said == 'here' }
                        expect:
                          - answer == 'hello'
                          - line == 'one'
                          - late == 1
                          - status == -15
                          - directory_is_ours
                        """),
                scenario("pools give results, sums and failures", """
                        resources:
                          crew: { pool: process, size: 2 }
                          hands: { pool: thread, size: 2 }
                          light: { pool: coroutine, size: 2 }
                          sum: { variable: 0 }
                          failed: { variable: 0 }
                        units:
                          job:
                            task: n
                            steps:
                              - if: n < 0
                                steps:
                                  - fail: negative
                              - sleep: 1ms
                              - return: n * n
                          main:
                            thread: 1
                            steps:
                              - map: { pool: crew, task: job, from: 1, to: 4, chunk: 2, payload: 1000, into: a }
                              - map: { pool: hands, task: job, from: 1, to: 4, into: b }
                              - map: { pool: light, task: job, from: 1, to: 4, into: c }
                              - submit: { to: crew, task: job, with: 5, payload: 100, into: handle }
                              - await: { for: handle, into: d }
                              - submit: { to: hands, task: job, with: -1, into: bad }
                              - await: { for: bad, into: e }
                                else:
                                  - increment: failed
                              - submit: { to: hands, task: job, with: 2 }
                              - await: hands
                              - write: { to: sum, value: a + b + c + d }
                              - shutdown: hands
                              - submit: { to: hands, task: job, with: 3 }
                                else:
                                  - increment: failed
                        expect:
                          - sum == 115
                          - failed == 2
                        """),
                scenario("pools serve coroutines as well", """
                        resources:
                          hands: { pool: thread, size: 2 }
                          sum: { variable: 0 }
                        units:
                          job:
                            task: n
                            steps:
                              - return: n + 1
                          main:
                            coroutine: 1
                            steps:
                              - submit: { to: hands, task: job, with: 1, into: handle }
                              - await: { for: handle, into: one }
                              - map: { pool: hands, task: job, from: 1, to: 3, into: more }
                              - write: { to: sum, value: one + more }
                              - shutdown: hands
                        expect:
                          - sum == 11
                        """),
                scenario("numbers are what they are in the scenario", """
                        knobs:
                          seven: { slider: 7, min: -100, max: 100 }
                        resources:
                          quotient: { variable: 0 }
                          remainder: { variable: 0 }
                          half: { variable: 0.0 }
                          share: { variable: 0.0 }
                          time: { variable: 0s }
                          truth: { variable: off }
                        units:
                          main:
                            thread: 1
                            steps:
                              - let: { x: -seven }
                              - write: { to: quotient, value: x / 2 }
                              - write: { to: remainder, value: x % 4 }
                              - write: { to: half, value: x }
                              - write: { to: share, value: 3ms / 2ms }
                              - let: { tenth: 100ms }
                              - write: { to: time, value: tenth + 200ms }
                              - write: { to: truth, value: not (x == 7) and (x < 0) == on }
                        expect:
                          - quotient == -3
                          - remainder == -3
                          - half / 2 == -3.5
                          - share == 1.5
                          - time == 300ms
                          - truth
                        """),
                scenario("kernels give what the engine's give", """
                        resources:
                          factors: { variable: 0 }
                          primes: { variable: 0 }
                          hash: { variable: 0 }
                          points: { variable: 0 }
                          trace: { variable: 0 }
                          middle: { variable: 0 }
                        units:
                          main:
                            thread: 1
                            steps:
                              - compute: { kernel: factorize, size: 360, into: a }
                              - compute: { kernel: primes, size: 100, into: b }
                              - compute: { kernel: sha256, size: 100000, into: c }
                              - compute: { kernel: mandelbrot, size: 50, into: d }
                              - compute: { kernel: matrix, size: 50, into: e }
                              - compute: { kernel: sort, size: 5000, into: f }
                              - write: { to: factors, value: a }
                              - write: { to: primes, value: b }
                              - write: { to: hash, value: c }
                              - write: { to: points, value: d }
                              - write: { to: trace, value: e }
                              - write: { to: middle, value: f }
                        expect:
                          - factors == 6
                          - primes == 25
                          - hash == 7910448176703654641
                          - points == 612
                          - trace == 15022
                          - middle == 91757957817233393
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("held")
    void a_program_does_what_its_scenario_says(String name, String text, @TempDir Path directory) throws Exception {
        var listing = Programs.python(Programs.scenario(text));
        Files.writeString(directory.resolve(listing.fileName()), listing.text());
        var ending = Python.run(directory, LIMIT_SECONDS, listing.fileName());
        assertThat(ending.inTime()).as("%s %s", name, ending).isTrue();
        assertThat(ending.output()).as(ending.errors()).doesNotContain("did not hold");
        assertThat(ending.status()).as(ending.errors()).isZero();
    }

    static Stream<Arguments> failing() {
        return Stream.of(
                Arguments.of("check: index > 1", "AssertionError: index > 1 does not hold"),
                Arguments.of("fail: no way on for {index}", "RuntimeError: no way on for 1"));
    }

    /// Also while another unit would wait for ever.
    @ParameterizedTest
    @MethodSource("failing")
    void a_unit_that_fails_ends_the_program(String step, String error, @TempDir Path directory) throws Exception {
        var listing = Programs.python(Programs.scenario(
                "never: { event: off }", "waiter:\n  thread: 1\n  steps:\n    - await: never", "- " + step));
        Files.writeString(directory.resolve(listing.fileName()), listing.text());
        var ending = Python.run(directory, LIMIT_SECONDS, listing.fileName());
        assertThat(ending.inTime()).isTrue();
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.errors()).contains(error);
    }
}
