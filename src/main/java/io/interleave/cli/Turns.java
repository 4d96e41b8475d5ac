package io.interleave.cli;

import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.SettingsCheck;
import java.util.ArrayList;
import java.util.List;

/// Knobs as the command line turns them.
final class Turns {

    private Turns() {}

    /// The settings of a scenario with these knobs turned, each as `KNOB=VALUE`.
    ///
    /// @param name of the scenario, as the user wrote it
    static Settings settings(List<String> turns, Scenario scenario, String name) throws BadInput {
        var settings = Settings.of(scenario);
        var problems = new ArrayList<String>();
        for (var turn : turns) {
            int equals = turn.indexOf('=');
            var knob =
                    scenario.knob(equals < 0 ? turn : turn.substring(0, equals).strip());
            if (equals < 0) {
                problems.add("--set %s: expected KNOB=VALUE".formatted(turn));
            } else if (knob.isEmpty()) {
                problems.add("--set %s: '%s' has no such knob; it has %s"
                        .formatted(turn, name, settings.asMap().keySet()));
            } else {
                switch (KnobText.parse(knob.get(), turn.substring(equals + 1))) {
                    case KnobText.Accepted(var value) ->
                        settings = settings.with(knob.get().name(), value);
                    case KnobText.Refused(var message) -> problems.add("--set %s: %s".formatted(turn, message));
                }
            }
        }
        SettingsCheck.check(scenario, settings).forEach(it -> problems.add(it.inFile(name)));
        if (!problems.isEmpty()) {
            throw new BadInput(String.join(System.lineSeparator(), problems));
        }
        return settings;
    }
}
