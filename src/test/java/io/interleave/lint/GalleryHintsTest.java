package io.interleave.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said of the scenarios of the gallery, which are right or wrong on purpose and whose authors have looked at
/// each: nothing but what they are about.
class GalleryHintsTest {

    /// With the knobs as the scenario sets them.
    private static final Map<String, List<Rule>> AS_IT_IS = Map.of(
            // Its subject: the loop has one carrier, and the work comes in one piece.
            "blocked-loop", List.of(new Rule.LoopBlocked("worker", 300)),
            // Its subject: the gate, a lock around both, is off.
            "two-locks", List.of(new Rule.LockOrder(List.of("alice_lock", "bob_lock"))));

    /// With one knob turned to its other end, or to another of its words. Whatever hint there is comes or goes with the
    /// knob that the scenario's own text blames or praises for it.
    private static final Map<String, List<Rule>> TURNED = Map.of(
            // The clock ticks on where the work is done in pieces, on a second carrier, or is short.
            "blocked-loop in_pieces=on", List.of(),
            "blocked-loop carriers=4", List.of(),
            "blocked-loop work=50ms", List.of(),
            "blocked-loop work=3s", List.of(new Rule.LoopBlocked("worker", 3_000)),
            // The signal comes between the check and the wait.
            "bounded-buffer check_inside=off", List.of(new Rule.AwaitedWithoutLoop("not_empty")),
            // All take the left fork first, and nobody keeps one of them away or puts a fork down.
            "dining-philosophers cure=none",
                    List.of(new Rule.LockOrder(List.of("forks 1", "forks 2", "forks 3", "forks 4", "forks 5"))),
            // Whoever wants both locks has the gate.
            "two-locks gate=on", List.of());

    static Stream<Gallery.Entry> entries() {
        return Gallery.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_scenario_of_the_gallery_gets_the_hints_that_a_teacher_would_give(Gallery.Entry entry) {
        var hints = Lint.of(ScenarioReader.read(entry.text()).scenario().orElseThrow());

        assertThat(hints).extracting(Hint::rule).isEqualTo(AS_IT_IS.getOrDefault(entry.name(), List.of()));
    }

    @Test
    void a_knob_that_is_turned_changes_only_the_hints_that_it_has_to_do_with() {
        var changed = new TreeMap<String, List<Rule>>();
        for (var entry : Gallery.entries()) {
            var scenario = ScenarioReader.read(entry.text()).scenario().orElseThrow();
            var before = rules(scenario, Settings.of(scenario));
            turned(scenario).forEach((name, settings) -> {
                var now = rules(scenario, settings);
                if (!now.equals(before)) {
                    changed.put(entry.name() + " " + name, now);
                }
            });
        }

        assertThat(changed).isEqualTo(new TreeMap<>(TURNED));
    }

    private static List<Rule> rules(Scenario scenario, Settings settings) {
        return Lint.of(scenario, settings).stream().map(Hint::rule).toList();
    }

    /// All settings of the knobs that differ from the scenario's own in one knob, by that knob and its value.
    private static Map<String, Settings> turned(Scenario scenario) {
        var all = new TreeMap<String, Settings>();
        for (var knob : scenario.knobs()) {
            var values = new ArrayList<Value>();
            switch (knob) {
                case Knob.Slider it -> values.addAll(List.of(it.min(), it.max()));
                case Knob.Toggle it -> values.add(new Value.Truth(!it.initial().value()));
                case Knob.Choice it -> it.options().forEach(option -> values.add(new Value.Text(option)));
            }
            for (var value : values) {
                all.put(
                        knob.name() + "=" + KnobText.format(value),
                        Settings.of(scenario).with(knob.name(), value));
            }
        }
        return all;
    }
}
