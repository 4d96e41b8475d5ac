package io.interleave.code;

import io.interleave.model.Examples;
import io.interleave.model.Gallery;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Scenarios for tests of the programs that are made from them.
final class Programs {

    private Programs() {}

    static Scenario scenario(String text) {
        var reading = ScenarioReader.read(text);
        return reading.scenario()
                .filter(_ -> reading.errors().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(reading.errors() + "\n" + text));
    }

    /// One thread that does these steps with these resources and further units, each written as in a scenario.
    static Scenario scenario(String resources, String units, String steps) {
        return scenario("interleave: 1\ntitle: Test\n%sunits:\n%s  main:\n    thread: 1\n    steps:\n%s"
                .formatted(
                        resources.isEmpty() ? "" : "resources:\n" + resources.indent(2),
                        units.isEmpty() ? "" : units.indent(2),
                        steps.indent(6)));
    }

    /// @param switches as the command line takes them: `knob=value`
    static Settings settings(Scenario scenario, List<String> switches) {
        var settings = Settings.of(scenario);
        for (var it : switches) {
            var words = it.split("=", 2);
            var accepted =
                    (KnobText.Accepted) KnobText.parse(scenario.knob(words[0]).orElseThrow(), words[1]);
            settings = settings.with(words[0], accepted.value());
        }
        return settings;
    }

    static Listing python(Scenario scenario) {
        return PythonCode.of(scenario, Settings.of(scenario), "test");
    }

    /// Every scenario of the gallery, and for each word of the language one with its example.
    static Map<String, Scenario> all() {
        var all = new LinkedHashMap<String, Scenario>();
        Gallery.entries().forEach(it -> all.put(it.name(), scenario(it.text())));
        Examples.words()
                .forEach(it -> all.put(
                        "word_" + it.family().name().toLowerCase(Locale.ROOT) + "_" + it.word(),
                        scenario(Examples.scenario(it))));
        return all;
    }

    static Stream<Step> steps(Scenario scenario) {
        return scenario.units().stream().flatMap(it -> StepContents.all(it.steps()));
    }
}
