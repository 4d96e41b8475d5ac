package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;

/// The kinds of knobs.
final class KnobWords {

    static final List<Word> ALL = List.of(
            knob("slider", "A number or a duration between two bounds.")
                    .alone(Form.NUMBER)
                    .with("min", Form.NUMBER, "the least")
                    .with("max", Form.NUMBER, "the most")
                    .maybe("scale", Form.choice(List.of("linear", "log")), "linear where it says nothing")
                    .maybe("label", Form.PLAIN, "what the window calls it; else its name")
                    .maybe("live", Form.SWITCH, "whether it may be turned while a run goes on")
                    .example("workers: { slider: 4, min: 1, max: 16, label: Workers }"),
            knob("toggle", "A switch.")
                    .alone(Form.SWITCH)
                    .maybe("label", Form.PLAIN, "what the window calls it; else its name")
                    .maybe("live", Form.SWITCH, "whether it may be turned while a run goes on")
                    .example("careful: { toggle: on, live: true }"),
            knob("choice", "One of several words, which expressions compare as texts.")
                    .alone(Form.PLAIN)
                    .with("options", Form.OPTIONS, "to choose from, at least two")
                    .maybe("label", Form.PLAIN, "what the window calls it; else its name")
                    .maybe("live", Form.SWITCH, "whether it may be turned while a run goes on")
                    .example("manner: { choice: gentle, options: [gentle, rough] }"));

    private KnobWords() {}

    private static Word knob(String word, String meaning) {
        return Word.of(Family.KNOB, "Knobs", word, meaning);
    }
}
