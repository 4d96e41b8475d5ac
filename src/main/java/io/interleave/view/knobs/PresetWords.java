package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.view.fx.Messages;
import java.util.stream.Collectors;

/// How one setting of all knobs differs from another, in a sentence.
final class PresetWords {

    private PresetWords() {}

    /// Such as `Lock on, not off; Workers 8, not 4`.
    static String difference(Scenario scenario, Settings from, Settings to) {
        String words = scenario.knobs().stream()
                .filter(it -> !from.get(it.name()).equals(to.get(it.name())))
                .map(it -> difference(it, from, to))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? Messages.text("presets.same") : words;
    }

    private static String difference(Knob knob, Settings from, Settings to) {
        return Messages.text(
                "presets.difference",
                knob.label(),
                KnobText.format(to.get(knob.name())),
                KnobText.format(from.get(knob.name())));
    }
}
