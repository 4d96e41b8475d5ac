package io.interleave.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.model.Problem;
import io.interleave.model.Problem.Severity;
import io.interleave.model.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scenarios of the gallery with one thing broken, and what the fixes make of them.
class BrokenGalleryTest {

    private static final Pattern STEP_WORD = Pattern.compile("- (\\w{4,}):");
    private static final Pattern RESOURCE =
            Pattern.compile("(?m)^  \\w+: +\\{ (?:variable|lock|semaphore|event|queue): .*\\R");
    private static final Pattern RELEASE = Pattern.compile("(?m)^ *- release: \\w+ *(?:#.*)?\\R");
    private static final Pattern CLOSE = Pattern.compile("(?m)^ *- close: \\w+ *(?:#.*)?\\R");
    private static final Pattern START = Pattern.compile("(?m)^ *- (?:start|gather): \\w+ *(?:#.*)?\\R");

    /// One of so many words is misspelt; all of them would take minutes.
    private static final int STRIDE = 5;

    static Stream<Gallery.Entry> entries() {
        return Gallery.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_misspelt_step_is_put_right_to_the_last_character(Gallery.Entry entry) {
        var words = STEP_WORD.matcher(entry.text());
        for (int i = 0; words.find(); i++) {
            if (i % STRIDE == 0) {
                String word = words.group(1);
                String broken = entry.text().substring(0, words.start(1))
                        + word.charAt(0)
                        + word.substring(2)
                        + word.charAt(1)
                        + entry.text().substring(words.end(1));
                var problem = ScenarioReader.read(broken).errors().getFirst();
                if (problem.nearest().filter(word::equals).isPresent()) {
                    assertThat(Fixes.of(broken, problem).getFirst().apply(broken))
                            .isEqualTo(entry.text());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_missing_resource_is_declared_so_that_nobody_misses_it(Gallery.Entry entry) {
        eachWithout(RESOURCE, entry.text(), broken -> {
            for (var problem : ScenarioReader.read(broken).errors()) {
                if (problem.matter() instanceof Problem.Matter.Undeclared) {
                    assertCured(broken, problem, Fixes.of(broken, problem));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_missing_release_or_start_is_put_in_again(Gallery.Entry entry) {
        for (var lines : List.of(RELEASE, START)) {
            eachWithout(lines, entry.text(), broken -> {
                for (var problem : ScenarioReader.read(broken).problems()) {
                    assertCured(broken, problem, Fixes.of(broken, problem));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_hint_is_cured_by_each_of_its_fixes(Gallery.Entry entry) {
        for (var lines : List.of(RELEASE, CLOSE, START)) {
            eachWithout(
                    lines,
                    entry.text(),
                    broken -> ScenarioReader.read(broken)
                            .scenario()
                            .map(Lint::of)
                            .orElse(List.of())
                            .forEach(hint -> assertCured(broken, hint, Fixes.of(broken, hint))));
        }
    }

    @Test
    void the_cures_are_there_where_they_are_needed() {
        assertThat(offered("lost-update", "count:     { variable: 0 }\n", ""))
                .contains("Declare 'count' (variable: 0)");
        assertThat(offered(
                        "two-locks", "              - release: alice_lock\n          - update", "          - update"))
                .containsExactly("Release 'alice_lock' at the end");
        assertThat(offered("slow-consumer", "      - close: line\n", ""))
                .containsExactly("Close 'line' at the end of 'producer'");
        assertThat(offered("ten-sleeps", "          - start: single\n", ""))
                .containsExactly("Start 'single' with the run", "Start 'single' in 'parent'");
    }

    /// What is offered for all that is wrong or a mistake once `old` has become `other`.
    private static List<String> offered(String name, String old, String other) {
        String text = Gallery.find(name).orElseThrow().text();
        assertThat(text).contains(old);
        String broken = text.replace(old, other);
        var reading = ScenarioReader.read(broken);
        var fixes = new ArrayList<Fix>();
        reading.problems().forEach(it -> fixes.addAll(Fixes.of(broken, it)));
        reading.scenario().map(Lint::of).orElse(List.of()).forEach(it -> fixes.addAll(Fixes.of(broken, it)));
        return fixes.stream().map(Fix::words).distinct().toList();
    }

    private static void eachWithout(Pattern lines, String text, Consumer<String> broken) {
        var line = lines.matcher(text);
        while (line.find()) {
            broken.accept(text.substring(0, line.start()) + text.substring(line.end()));
        }
    }

    private static void assertCured(String text, Problem problem, List<Fix> fixes) {
        for (var fix : fixes) {
            var after = ScenarioReader.read(fix.apply(text)).problems();
            assertThat(after.stream()
                            .filter(it -> it.message().equals(problem.message()))
                            .count())
                    .as(fix.words())
                    .isLessThan(ScenarioReader.read(text).problems().stream()
                            .filter(it -> it.message().equals(problem.message()))
                            .count());
            if (problem.severity() == Severity.HINT) {
                assertThat(after).noneMatch(it -> it.severity() == Severity.ERROR);
            }
            assertLeavesTheRest(text, fix);
        }
    }

    private static void assertCured(String text, Hint hint, List<Fix> fixes) {
        for (var fix : fixes) {
            var scenario = ScenarioReader.read(fix.apply(text)).scenario();
            assertThat(scenario).as(fix.words()).isPresent();
            assertThat(Lint.of(scenario.orElseThrow()))
                    .extracting(Hint::message)
                    .as(fix.words())
                    .doesNotContain(hint.message());
            assertLeavesTheRest(text, fix);
        }
    }

    /// All lines but those that are changed, and their order.
    private static void assertLeavesTheRest(String text, Fix fix) {
        var changed = fix.apply(text).lines().toList();
        var touched = new ArrayList<>(text.lines().toList());
        int start = fix.replacements().getFirst().start();
        int end = fix.replacements().getLast().end();
        var head = touched.subList(0, (int) text.substring(0, start).lines().count() - 1);
        int behind = (int) text.substring(end).lines().count() - 1;
        var tail = touched.subList(touched.size() - behind, touched.size());
        assertThat(changed).startsWith(head.toArray(String[]::new)).endsWith(tail.toArray(String[]::new));
    }
}
