package io.interleave.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Problem;
import io.interleave.model.Reading;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import java.util.ArrayList;
import java.util.List;

/// A scenario of a test and what is said of it. A `▸` in the text stands before each place where a hint is expected.
final class Linted {

    private static final char MARK = '▸';

    final String text;
    final Scenario scenario;
    final List<Hint> hints;
    private final List<String> marks = new ArrayList<>();

    private Linted(String marked) {
        var plain = new StringBuilder("interleave: 1\ntitle: T\n");
        int line = 3;
        int column = 1;
        for (char c : marked.toCharArray()) {
            if (c == MARK) {
                marks.add(line + ":" + column);
            } else {
                plain.append(c);
                column = c == '\n' ? 1 : column + 1;
                line += c == '\n' ? 1 : 0;
            }
        }
        text = plain.toString();
        var reading = ScenarioReader.read(text);
        assertThat(errors(reading)).isEmpty();
        scenario = reading.scenario().orElseThrow();
        hints = Lint.of(scenario);
    }

    /// @param marked what follows the title
    static Linted of(String marked) {
        return new Linted(marked);
    }

    private static List<String> errors(Reading reading) {
        return reading.errors().stream().map(it -> it.inFile("f")).toList();
    }

    /// Steps of `threads` threads named `w`, with the resources that tests need.
    static Linted steps(int threads, String marked) {
        return of("""
                resources:
                  m: { lock: mutex }
                  re: { lock: reentrant }
                  rw: { lock: read_write }
                  several: { lock: mutex, count: 3 }
                  n: { variable: 0 }
                units:
                  w:
                    thread: %d
                    steps:
                """.formatted(threads) + marked.indent(6));
    }

    /// Each mark has a hint of one of these rules in turn, and there is no other hint.
    void hasAtItsMarks(Rule... rules) {
        assertThat(hints).extracting(Hint::rule).containsExactly(rules);
        assertThat(hints)
                .extracting(it -> it.place().line() + ":" + it.place().column())
                .isEqualTo(marks);
        assertThat(hints).allSatisfy(it -> {
            assertThat(it.message()).isNotBlank().doesNotEndWith(".");
            assertThat(it.why()).isNotBlank().doesNotEndWith(".");
        });
    }

    void hasNone() {
        assertThat(hints).extracting(it -> it.inFile("f")).isEmpty();
    }

    /// The first problem that the reader has with it.
    static Problem problem(String text) {
        return ScenarioReader.read(text).problems().getFirst();
    }
}
