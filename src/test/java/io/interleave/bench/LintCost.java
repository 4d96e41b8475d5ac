package io.interleave.bench;

import io.interleave.lint.Lint;
import io.interleave.model.ScenarioReader;
import io.interleave.trace.Clock;
import java.util.Arrays;

/// How long it takes to find hints in a scenario of five thousand steps: locks within
/// locks, loops, cases, queues and
/// arrays of locks, by which a check that grew faster than the text would be seen. A hundred times, after as many.
///
/// `mvn -q test-compile exec:exec -Dexec.mainClass=io.interleave.bench.LintCost -Dexec.classpathScope=test`
public final class LintCost {

    private static final int ROUNDS = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    /// Ten steps.
    private static final String STEPS = """
                  - hold: { lock: forks, at: index }
                    steps:
                      - hold: { lock: forks, at: (index + 1) %% 16 + 1 }
                        steps:
                          - read: { from: cells, at: %d, into: x }
                          - if: x > %d
                            steps:
                              - acquire: lock_%d
                              - repeat: 3
                                steps:
                                  - increment: count_%d
                              - release: lock_%d
                            else:
                              - compute: 1us
                              - put: { to: jobs, value: x }
            """;

    private LintCost() {}

    public static void main(String[] args) {
        for (int groups : new int[] {1, 10, 50}) {
            var reading = ScenarioReader.read(text(groups, 500 / groups));
            var scenario = reading.scenario().orElseThrow();
            int hints = 0;
            var nanos = new long[ROUNDS];
            for (int i = -ROUNDS; i < ROUNDS; i++) {
                long start = Clock.now();
                hints = Lint.of(scenario).size();
                if (i >= 0) {
                    nanos[i] = Clock.now() - start;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "5,000 steps in %d groups: quickest %.1f ms, median %.1f ms, slowest %.1f ms, %d hints%n",
                    groups,
                    nanos[0] / NANOS_PER_MILLI,
                    nanos[ROUNDS / 2] / NANOS_PER_MILLI,
                    nanos[ROUNDS - 1] / NANOS_PER_MILLI,
                    hints);
        }
    }

    private static String text(int groups, int blocks) {
        var text = new StringBuilder("""
                interleave: 1
                title: Many steps
                resources:
                  forks: { lock: mutex, count: 16 }
                  cells: { variable: 0, count: 4 }
                  jobs: { queue: fifo }
                """);
        for (int i = 0; i < 16; i++) {
            text.append("  lock_%d: { lock: mutex }\n  count_%d: { variable: 0 }\n".formatted(i, i));
        }
        text.append("units:\n");
        for (int group = 0; group < groups; group++) {
            text.append("  group_%d:\n    thread: 16\n    steps:\n".formatted(group));
            for (int i = 0; i < blocks; i++) {
                int one = (group + i) % 16;
                text.append(STEPS.formatted(i % 4 + 1, i, one, one, one));
            }
        }
        return text.toString();
    }
}
