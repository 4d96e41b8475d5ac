package io.interleave.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What operations write, to the letter.
class OperationTest {

    private static final String TEXT = """
            interleave: 1
            title: T

            knobs:
              workers: { slider: 4, min: 1, max: 16 }

            presets:
              many: { workers: 16 }

            resources:
              count: { variable: 0 }
              mutex: { lock: mutex }

            units:
              w:
                thread: $workers
                steps:
                  # the lock
                  - hold: mutex   # held
                    steps:
                      - read: count
                      - write: { to: count, value: count + 1 }
                  - compute: 2ms
              v: { thread: 1, steps: [ pause: ] }

            expect:
              - count == workers
            """;

    private final Script script = Script.of(TEXT);

    private Block first(String word) {
        return script.outline().blocks().stream()
                .filter(it -> it.word().equals(word) && it.kind() == Block.Kind.STEP)
                .findFirst()
                .orElseThrow();
    }

    private Block named(String name) {
        return script.outline().named(name).orElseThrow();
    }

    private String after(Operation operation) {
        return Edits.done(script.edit(operation)).text();
    }

    @Test
    void a_second_key_makes_a_mapping_of_the_short_form() {
        assertThat(after(new Operation.Set(first("hold"), "mode", "read")))
                .isEqualTo(TEXT.replace("hold: mutex   #", "hold: { lock: mutex, mode: read }   #"));
    }

    @Test
    void a_key_goes_where_the_vocabulary_has_it() {
        assertThat(after(new Operation.Set(first("hold"), "timeout", "1ms")))
                .isEqualTo(TEXT.replace("# held\n", "# held\n        timeout: 1ms\n"));
        assertThat(after(new Operation.Set(first("write"), "at", "3")))
                .isEqualTo(TEXT.replace("to: count, value", "to: count, at: 3, value"));
        assertThat(after(new Operation.Set(named("workers"), "scale", "log")))
                .isEqualTo(TEXT.replace("max: 16 }", "max: 16, scale: log }"));
    }

    @Test
    void a_value_is_quoted_where_it_must_be() {
        assertThat(after(new Operation.Set(first("write"), "value", "{x}")))
                .isEqualTo(TEXT.replace("value: count + 1", "value: '{x}'"));
        assertThat(after(new Operation.Set(first("compute"), "", "workers * 1ms")))
                .isEqualTo(TEXT.replace("compute: 2ms", "compute: workers * 1ms"));
    }

    @Test
    void a_step_goes_into_an_else_that_was_not_there() {
        var otherwise = first("hold").body("else").orElseThrow();
        assertThat(after(new Operation.Move(List.of(first("compute")), Spot.atEnd(otherwise))))
                .isEqualTo(TEXT.replace("      - compute: 2ms\n", "        else:\n          - compute: 2ms\n"));
    }

    @Test
    void what_is_in_brackets_becomes_lines_when_something_is_put_in() {
        var steps = named("v").body("steps").orElseThrow();
        assertThat(after(new Operation.Copy(List.of(first("hold")), Spot.atEnd(steps))))
                .isEqualTo(TEXT.replace("  v: { thread: 1, steps: [ pause: ] }\n", """
                              v:
                                thread: 1
                                steps:
                                  - pause:
                                  # the lock
                                  - hold: mutex   # held
                                    steps:
                                      - read: count
                                      - write: { to: count, value: count + 1 }
                            """));
    }

    @Test
    void a_comment_before_the_last_step_in_brackets_stays() {
        var text = Script.of(TEXT.replace("[ pause: ]", "[ pause:, # why\n      {sleep: 1ms} ]"));
        var sleep = text.outline().blocks().stream()
                .filter(it -> it.word().equals("sleep"))
                .findFirst()
                .orElseThrow();
        assertThat(Edits.done(text.edit(new Operation.Delete(List.of(sleep)))).text())
                .isEqualTo(TEXT.replace("[ pause: ]", "[ pause:, # why\n       ]"));
    }

    @Test
    void steps_are_wrapped_and_unwrapped_again() {
        var wrapped = Edits.done(script.edit(new Operation.Wrap(List.of(first("hold"), first("compute")), "repeat")));
        assertThat(wrapped.text()).contains("""
                  - repeat: 10
                    steps:
                      # the lock
                      - hold: mutex   # held
                        steps:
                          - read: count
                          - write: { to: count, value: count + 1 }
                      - compute: 2ms
            """);
        var repeat = wrapped.outline().blocks().stream()
                .filter(it -> it.word().equals("repeat"))
                .findFirst()
                .orElseThrow();
        assertThat(Edits.done(wrapped.edit(new Operation.Unwrap(repeat))).text())
                .isEqualTo(TEXT);
    }

    @Test
    void the_comment_of_a_step_stays_above_what_was_in_it() {
        assertThat(after(new Operation.Unwrap(first("hold"))))
                .contains("      # the lock\n      # held\n      - read: count\n      - write:");
    }

    @Test
    void the_last_step_leaves_an_empty_list_which_takes_another_one() {
        var only = named("v").body("steps").orElseThrow().blocks();
        assertThat(after(new Operation.Delete(only))).contains("v: { thread: 1, steps: [] }");
        var all = Edits.done(script.edit(
                new Operation.Delete(named("w").body("steps").orElseThrow().blocks())));
        assertThat(all.text()).contains("    steps: []\n  v:");
        var steps = all.outline().named("w").orElseThrow().body("steps").orElseThrow();
        assertThat(Edits.done(all.edit(new Operation.Add(Spot.atEnd(steps), "sleep")))
                        .text())
                .contains("    steps:\n      - sleep: 1ms\n  v:");
    }

    @Test
    void a_name_is_changed_wherever_it_is_used() {
        assertThat(after(new Operation.Rename(named("count"), "total"))).isEqualTo(TEXT.replace("count", "total"));
        assertThat(after(new Operation.Rename(named("workers"), "n"))).isEqualTo(TEXT.replace("workers", "n"));
        assertThat(Edits.refused(script.edit(new Operation.Rename(named("count"), "mutex"))))
                .contains("mutex");
        assertThat(Edits.refused(script.edit(new Operation.Rename(named("count"), "and"))))
                .contains("and");
    }

    @Test
    void a_value_becomes_a_knob_and_a_value_again() {
        var made = Edits.done(script.edit(new Operation.MakeKnob(first("compute"), "", "work")));
        assertThat(made.text())
                .isEqualTo(TEXT.replace("compute: 2ms", "compute: $work")
                        .replace(
                                "max: 16 }\n",
                                "max: 16 }\n  work: { slider: 2ms, min: 200us, max: 20ms, scale: log, live: true }\n"));
        assertThat(made.reading().errors()).isEmpty();
        var knob = made.outline().named("work").orElseThrow();
        assertThat(Edits.done(made.edit(new Operation.DissolveKnob(knob))).text())
                .isEqualTo(TEXT);
    }

    @Test
    void a_knob_that_goes_leaves_its_value_everywhere() {
        var dissolved = Edits.done(script.edit(new Operation.DissolveKnob(named("workers"))));
        assertThat(dissolved.text())
                .contains("thread: 4\n", "- count == 4\n", "many: {")
                .doesNotContain("workers");
    }

    @Test
    void who_uses_a_thing_is_known() {
        assertThat(script.outline().uses("count"))
                .extracting(it -> it.block().word() + "/" + it.key())
                .containsExactly("read/from", "write/to", "write/value", "/");
        assertThat(script.outline().uses("workers")).hasSize(3);
    }

    @Test
    void a_preset_holds_what_all_knobs_start_with() {
        var presets = script.outline().section("presets");
        assertThat(after(new Operation.Add(Spot.atEnd(presets), "few"))).contains("  few: { workers: 4 }\n");
        assertThat(after(new Operation.Set(presets.blocks().getFirst(), "workers", "3")))
                .isEqualTo(TEXT.replace("many: { workers: 16 }", "many: { workers: 3 }"));
    }

    @Test
    void copied_text_is_pasted_at_any_depth_and_anything_else_refused() {
        String copied = script.textOf(List.of(first("hold")));
        assertThat(copied).startsWith("# the lock\n- hold: mutex   # held\n  steps:\n");
        var inside = first("hold").body("steps").orElseThrow();
        assertThat(after(new Operation.Paste(Spot.atEnd(inside), copied)))
                .contains("          # the lock\n          - hold: mutex");
        for (var text : List.of("nonsense", "a: b", "- a\n- b", "[ pause: ]", "", "- {", "\t- a: b", "*x")) {
            assertThat(Edits.refused(script.edit(new Operation.Paste(Spot.atEnd(inside), text))))
                    .as(text)
                    .isNotEmpty();
        }
    }

    @Test
    void nothing_stands_in_itself_or_where_it_does_not_belong() {
        var hold = first("hold");
        var inside = hold.body("steps").orElseThrow();
        Edits.refused(script.edit(new Operation.Move(List.of(hold), Spot.atEnd(inside))));
        Edits.refused(script.edit(new Operation.Move(List.of(named("mutex")), Spot.atEnd(inside))));
        Edits.refused(script.edit(new Operation.Delete(List.of(script.outline().scenario()))));
        Edits.refused(script.edit(new Operation.Delete(List.of())));
        Edits.refused(script.edit(new Operation.Set(hold, "steps", "1")));
        Edits.refused(script.edit(new Operation.Set(hold, "lock", new Slot.Absent())));
    }

    @Test
    void comments_are_known_and_belong_to_the_lines_of_a_block() {
        var outline = script.outline();
        assertThat(outline.comments(first("hold"))).isEqualTo(new Comments(List.of("the lock"), "held"));
        assertThat(outline.comments(first("compute"))).isEqualTo(new Comments(List.of(), ""));
        var range = outline.range(first("hold"));
        assertThat(TEXT.substring(range.from(), range.to()))
                .startsWith("      # the lock\n")
                .endsWith("+ 1 }\n");
        assertThat(outline.line(first("hold"))).isEqualTo(19);
    }

    @Test
    void a_comment_is_written_above_and_behind_and_taken_away_again() {
        assertThat(after(new Operation.Comment(first("compute"), List.of("takes long", "", "really"))))
                .isEqualTo(TEXT.replace(
                        "      - compute", "      # takes long\n      #\n      # really\n      - compute"));
        assertThat(after(new Operation.Comment(first("hold"), List.of("the lock", "kept"))))
                .isEqualTo(TEXT.replace("# held", "# kept"));
        assertThat(after(new Operation.Comment(first("hold"), List.of("a lock", "held"))))
                .isEqualTo(TEXT.replace("# the lock", "# a lock"));
        assertThat(after(new Operation.Comment(first("hold"), List.of("the lock"))))
                .isEqualTo(TEXT.replace("   # held", ""));
        assertThat(after(new Operation.Comment(first("hold"), List.of())))
                .isEqualTo(TEXT.replace("   # held", "").replace("      # the lock\n", ""));
        assertThat(after(new Operation.Comment(first("hold"), List.of("the lock", "held"))))
                .isEqualTo(TEXT);
        // There is no line above it that is its own.
        Edits.refused(script.edit(new Operation.Comment(first("pause"), List.of("now"))));
    }
}
