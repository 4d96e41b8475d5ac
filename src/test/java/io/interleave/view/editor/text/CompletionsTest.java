package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Form;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionsTest {

    /// A scenario with a thing of each kind; `|` is where its units have room for another step.
    private static final String WORLD = """
            interleave: 1
            title: All there is
            knobs:
              many: { slider: 4, min: 1, max: 16 }
              careful: { toggle: on }
            resources:
              total: { variable: 0 }
              guard: { lock: mutex }
              ready: { condition: guard }
              seats: { semaphore: 3 }
              meet: { barrier: 1 }
              done: { latch: 3 }
              round: { phaser: 3 }
              go: { event: off }
              jobs: { queue: fifo }
              loop: { event_loop: 1 }
              crew: { pool: thread, size: 2 }
            units:
              worker:
                thread: $many
                steps:
                  - read: total
                  - submit: { to: crew, task: job, into: handle }
                  %s
              fetch:
                coroutine: 1
                start: manual
                steps:
                  - pause:
              echo:
                process: 1
                command: [cat]
                start: manual
              squares:
                generator: 1
                steps:
                  - yield: 1
                  %s
              job:
                task: k
                steps:
                  - compute: 1ms
                  %s
            """;

    private static String world(String step, String ofGenerator, String ofTask) {
        return WORLD.formatted(step, ofGenerator, ofTask);
    }

    private static List<String> labels(String text) {
        return Completions.at(text.replace("|", ""), text.indexOf('|')).stream()
                .map(Completion::label)
                .toList();
    }

    private static String accepted(String text, String label) {
        int caret = text.indexOf('|');
        String plain = text.replace("|", "");
        var completion = Completions.at(plain, caret).stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no completion " + label));
        return plain.substring(0, completion.from()) + completion.insert() + plain.substring(caret);
    }

    private static Stream<Word> steps() {
        return Vocabulary.all(Family.STEP).stream();
    }

    private static String withRoomFor(Word step, String written) {
        return switch (step.word()) {
            case "return" -> world("- log: x", "- log: x", "- " + written);
            case "yield" -> world("- log: x", "- " + written, "- log: x");
            case "release" -> world("- acquire: guard\n      - " + written, "- log: x", "- log: x");
            default -> world("- " + written, "- log: x", "- log: x");
        };
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_step_is_offered_where_a_step_may_stand_and_what_it_writes_is_in_order(Word step) {
        String text = withRoomFor(step, step.word().substring(0, 1) + "|");

        assertThat(ScenarioReader.read(accepted(text, step.word())).errors())
                .as(accepted(text, step.word()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_step_is_offered_with_its_meaning_before_anything_of_it_is_written(Word step) {
        String text = withRoomFor(step, "|");
        var found = Completions.at(text.replace("|", ""), text.indexOf('|'));

        assertThat(found)
                .filteredOn(it -> it.label().equals(step.word()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.meaning()).isNotEmpty();
                    assertThat(it.insert().substring(it.selectFrom(), it.selectTo()))
                            .doesNotContain("\n");
                });
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_keys_of_each_step_are_offered_in_its_braces_and_below_it(Word step) {
        var inside = step.keys().stream().map(Word.Key::name).toList();
        assertThat(labels(withRoomFor(step, step.word() + ": { |"))).containsExactlyElementsOf(inside);

        var beside = step.beside().stream().map(Word.Key::name).toList();
        String value = step.keys().isEmpty() ? step.word() + ": 1" : step.word() + ": { }";
        assertThat(labels(withRoomFor(step, value + "\n        |"))).containsExactlyElementsOf(beside);
    }

    private static Stream<Word> things() {
        return Stream.of(Family.KNOB, Family.RESOURCE, Family.UNIT).flatMap(family -> Vocabulary.all(family).stream());
    }

    private static String section(Family family) {
        return switch (family) {
            case KNOB -> "knobs:\n  |\n";
            case RESOURCE -> "resources:\n  guard: { lock: mutex }\n  |\n";
            case UNIT -> "units:\n  |\n";
            case STEP -> throw new IllegalArgumentException("steps have no section");
        };
    }

    @ParameterizedTest
    @MethodSource("things")
    void each_knob_resource_and_unit_is_offered_in_its_section_and_what_it_writes_is_in_order(Word thing) {
        String before = "interleave: 1\ntitle: One thing\n";
        String after = thing.family() == Family.UNIT ? "" : "units:\n  u:\n    thread: 1\n    steps: [ { log: x } ]\n";
        String text = accepted(before + section(thing.family()) + after, thing.word());

        assertThat(ScenarioReader.read(text).errors()).as(text).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("things")
    void the_keys_that_are_missing_are_offered_beside_each_thing(Word thing) {
        String text = section(thing.family()).replace("|", "x: { " + thing.word() + ": 1, |");

        assertThat(labels(text))
                .containsExactlyElementsOf(
                        thing.beside().stream().map(Word.Key::name).toList());
    }

    @Test
    void names_are_offered_where_things_of_their_kinds_fit_and_nowhere_else() {
        assertThat(labels(world("- hold: |", "", ""))).containsExactly("guard", "seats");
        assertThat(labels(world("- put: { to: |, value: 1 }", "", ""))).containsExactly("jobs");
        assertThat(labels(world("- gather: [|]", "", ""))).containsExactly("worker", "fetch", "echo");
        assertThat(labels(world("- submit: { to: crew, task: |", "", "")))
                .contains("job")
                .doesNotContain("crew");
        assertThat(labels(world("- await: |", "", "")))
                .contains("ready", "meet", "jobs", "fetch", "crew", "handle")
                .doesNotContain("guard", "seats", "squares");
    }

    @Test
    void knobs_follow_a_dollar_sign_and_locals_and_knobs_stand_in_expressions() {
        assertThat(labels(world("- repeat: $|", "", ""))).containsExactly("$many", "$careful");
        assertThat(labels(world("- repeat: $ma|", "", ""))).containsExactly("$many");
        assertThat(labels(world("- check: t|", "", ""))).containsExactly("total");
        assertThat(labels(world("- check: |", "", ""))).contains("handle", "total", "index", "$many");
        assertThat(labels(world("", "", "- check: |"))).contains("$many").doesNotContain("index");
        assertThat(labels("units:\n  job: { task: k, steps: [ { check: |")).doesNotContain("index");
        assertThat(labels(world("- log: so {|}", "", ""))).contains("total", "$many");
        assertThat(labels("knobs:\n  a: { toggle: on }\nexpect:\n  - |")).containsExactly("$a");
    }

    @Test
    void choices_and_switches_are_offered_with_what_each_means() {
        var kinds = Completions.at("resources:\n  guard: { lock: ", "resources:\n  guard: { lock: ".length());
        assertThat(kinds).extracting(Completion::label).contains("mutex", "fair", "gil");
        assertThat(kinds)
                .filteredOn(it -> it.label().equals("fair"))
                .singleElement()
                .satisfies(it -> assertThat(it.meaning()).contains("first come, first served"));
        assertThat(labels("resources:\n  seats: { semaphore: 1, fair: |")).containsExactly("on", "off");
        assertThat(labels("resources:\n  jobs:\n    queue: fifo\n    of: |")).contains("whole", "text");
    }

    @Test
    void what_is_there_already_is_not_offered_again() {
        assertThat(labels("interleave: 1\n|\nunits:\n"))
                .doesNotContain("interleave", "units")
                .contains("knobs");
        assertThat(labels(world("- put: { to: jobs, | value: 1 }", "", "")))
                .doesNotContain("to")
                .contains("at");
        assertThat(labels(world("- hold: guard\n        |\n        timeout: 1ms", "", "")))
                .contains("steps", "else")
                .doesNotContain("timeout");
    }

    @Test
    void nothing_is_offered_in_comments_and_in_texts() {
        assertThat(labels(world("- log: |", "", ""))).isEmpty();
        assertThat(labels(world("- hold: guard # |", "", ""))).isEmpty();
        assertThat(labels("title: |")).isEmpty();
    }

    @Test
    void a_list_of_steps_that_is_just_begun_gets_its_dash() {
        assertThat(accepted(world("- hold: guard\n        steps:\n          |", "", ""), "sleep"))
                .contains("        steps:\n          - sleep: 1ms\n");
    }

    @Test
    void no_text_is_too_broken_to_ask_about() {
        String text = world("- hold: { lock: [guard, 'x }", "} ]", "- - -");
        for (int offset = 0; offset <= text.length(); offset++) {
            assertThat(Completions.at(text, offset)).isNotNull();
            assertThat(Completions.at(text.substring(0, offset), offset)).isNotNull();
        }
    }

    @Test
    void each_form_of_value_can_be_written() {
        assertThat(Stream.of(Family.values())
                        .flatMap(family -> Vocabulary.all(family).stream())
                        .flatMap(word -> Stream.concat(
                                word.alone().stream(),
                                Stream.concat(word.keys().stream(), word.beside().stream())
                                        .map(Word.Key::form)))
                        .map(Form::kind)
                        .distinct())
                .as("a form that is new needs a value in Body and completions of its own")
                .containsExactlyInAnyOrder(Form.Kind.values());
    }
}
