package io.interleave.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Problem;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a palette offers is in order as soon as it is put in, where the scenario has what it needs.
class TemplatesTest {

    /// With all that the examples of the vocabulary declare.
    private static final String TEXT = "interleave: 1\ntitle: T\nknobs:\n" + examples(Family.KNOB) + "resources:\n"
            + examples(Family.RESOURCE) + "units:\n" + examples(Family.UNIT)
            + "  place:\n    thread: 1\n    steps:\n      - hold: mutex\n        steps:\n          - pause:\n";

    private static String examples(Family family) {
        return Vocabulary.all(family).stream()
                .map(Word::example)
                .collect(Collectors.joining("\n"))
                .indent(2);
    }

    static Stream<Word> steps() {
        return Vocabulary.all(Family.STEP).stream();
    }

    static Stream<Word> declarations() {
        return Stream.of(Family.KNOB, Family.RESOURCE, Family.UNIT).flatMap(it -> Vocabulary.all(it).stream());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_new_step_is_in_order_where_it_may_stand(Word word) {
        var script = Script.of(TEXT);
        assertThat(script.reading().errors()).isEmpty();
        var body = switch (word.word()) {
            case "yield" -> steps(script, "squares");
            case "return" -> steps(script, "job");
            case "signal", "signal_all" ->
                steps(script, "place").blocks().getFirst().body("steps").orElseThrow();
            default -> steps(script, "place");
        };
        var added = Edits.done(script.edit(new Operation.Add(Spot.atEnd(body), word.word())));
        assertThat(added.reading().errors()).extracting(Problem::message).isEmpty();
    }

    private static Body steps(Script script, String unit) {
        return script.outline().named(unit).orElseThrow().body("steps").orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void so_is_a_new_knob_resource_or_unit_group(Word word) {
        var script = Script.of(TEXT);
        String section = switch (word.family()) {
            case KNOB -> "knobs";
            case RESOURCE -> "resources";
            case UNIT, STEP -> "units";
        };
        var spot = Spot.atEnd(script.outline().section(section));
        var added = Edits.done(script.edit(new Operation.Add(spot, word.word())));
        assertThat(added.reading().errors()).extracting(Problem::message).isEmpty();
        var empty = Script.of("interleave: 1\ntitle: T\nunits:\n  w: { thread: 1, steps: [ pause: ] }\n");
        var first = Edits.done(
                empty.edit(new Operation.Add(Spot.atEnd(empty.outline().section(section)), word.word())));
        assertThat(first.isSound()).isTrue();
    }

    @Test
    void a_step_waits_for_another_unit_than_its_own_and_holds_another_lock_than_is_held_around_it() {
        var script = Script.of("""
                interleave: 1
                title: T
                resources: { a: { lock: mutex }, b: { lock: mutex } }
                units:
                  w: { thread: 1, steps: [ { hold: a, steps: [] } ] }
                  child: { process: 1, command: [sleep, 1] }
                """);
        var awaiting = Edits.done(script.edit(new Operation.Add(Spot.atEnd(steps(script, "w")), "await")));
        assertThat(steps(awaiting, "w")
                        .blocks()
                        .getLast()
                        .slot("for")
                        .orElseThrow()
                        .text())
                .isEqualTo("child");
        var inner = steps(script, "w").blocks().getFirst().body("steps").orElseThrow();
        var holding = Edits.done(script.edit(new Operation.Add(Spot.atEnd(inner), "hold")));
        var outer = steps(holding, "w").blocks().getFirst();
        assertThat(outer.body("steps")
                        .orElseThrow()
                        .blocks()
                        .getFirst()
                        .slot("lock")
                        .orElseThrow()
                        .text())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_can_be_put_into_a_scenario_that_has_nothing_that_it_needs(Word word) {
        var script = Script.of("interleave: 1\ntitle: T\nunits:\n  w: { thread: 1, steps: [] }\n");
        var added = Edits.done(script.edit(new Operation.Add(Spot.atEnd(steps(script, "w")), word.word())));
        assertThat(List.copyOf(steps(added, "w").blocks()))
                .extracting(Block::word)
                .containsExactly(word.word());
    }
}
