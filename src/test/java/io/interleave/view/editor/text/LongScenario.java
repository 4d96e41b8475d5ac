package io.interleave.view.editor.text;

/// A scenario of many steps.
final class LongScenario {

    private LongScenario() {}

    /// In order, with so many steps, a multiple of five.
    static String of(int steps) {
        var text = new StringBuilder("""
                interleave: 1
                title: Many steps
                knobs:
                  workers: { slider: 4, min: 1, max: 16 }
                resources:
                  count: { variable: 0 }
                  guard: { lock: mutex }
                units:
                  worker:
                    thread: $workers
                    steps:
                """);
        for (int i = 0; i < steps; i += 5) {
            text.append("""
                          - hold: guard   # the %dth
                            steps:
                            - read: count
                            - write: { to: count, value: count + 1 }
                            - compute: 10us
                          - log: at {count}
                    """.formatted(i));
        }
        return text.toString();
    }
}
