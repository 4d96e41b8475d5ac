package io.interleave.testkit;

/// A scenario of many steps, as the benchmarks of editing take it.
public final class ManySteps {

    private static final int UNITS = 4;

    private ManySteps() {}

    /// In order, with so many steps, a multiple of forty: half of them in one long list, half nested, over four units.
    public static String of(int steps) {
        var text = new StringBuilder("""
                interleave: 1
                title: Many steps

                knobs:
                  workers: { slider: 2, min: 1, max: 16 }

                resources:
                  count: { variable: 0 }
                  mutex: { lock: mutex }

                units:
                """);
        for (int unit = 0; unit < UNITS; unit++) {
            text.append("  unit").append(unit).append(":\n    thread: $workers\n    steps:\n");
            for (int i = 0; i < steps / UNITS / 2; i++) {
                text.append("      - compute: ").append(i % 9 + 1).append("us\n");
            }
            for (int i = 0; i < steps / UNITS / 2; i += 5) {
                text.append("""
                              # the lock is held for the addition alone
                              - hold: mutex
                                timeout: 5ms
                                steps:
                                  - read: count                       # into the local `count`
                                  - write: { to: count, value: count + 1 }
                                else:
                                  - log: late
                                  - sleep: 1us
                        """);
            }
        }
        return text.toString();
    }
}
