package io.interleave.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A scenario's text and what it says. Edits replace exactly the characters that they are about, so that comments,
/// order and layout survive. Immutable: an edit gives another text.
public final class ScenarioText {

    private final String text;
    private final Reading reading;

    private ScenarioText(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    /// Any text, in order or not.
    public static ScenarioText of(String text) {
        return new ScenarioText(text, ScenarioReader.read(text));
    }

    /// The text of a file and what it says, of one look at the file, so that what is checked is what is run. Beyond 256
    /// KiB nothing is read; bytes that are not UTF-8 are a problem and stand in the text as replacement characters.
    ///
    /// @throws IOException if the file cannot be read
    public static ScenarioText of(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Limits.FILE_BYTES + 1);
        }
        int shown = Math.min(bytes.length, Limits.FILE_BYTES);
        return new ScenarioText(new String(bytes, 0, shown, StandardCharsets.UTF_8), ScenarioReader.read(bytes));
    }

    public String text() {
        return text;
    }

    /// What came of reading the text.
    public Reading reading() {
        return reading;
    }

    /// This text with another value for a knob to start with. If the knob starts with it already, this very text.
    ///
    /// @throws IllegalArgumentException if the text has errors or no such knob, or the knob cannot be so
    public ScenarioText withKnobInitial(String knob, Value value) {
        var found = reading.scenario()
                .flatMap(it -> it.knob(knob))
                .orElseThrow(() -> new IllegalArgumentException("no knob " + knob));
        if (found.initial().equals(value)) {
            return this;
        }
        var written = initial(found);
        String change = YamlScalar.write(KnobText.format(value));
        int end = written.start() + written.source().length();
        var changed = of(text.substring(0, written.start()) + change + text.substring(end));
        var now = changed.reading.scenario().flatMap(it -> it.knob(knob)).map(Knob::initial);
        if (now.filter(value::equals).isEmpty()) {
            throw new IllegalArgumentException("knob %s cannot be %s".formatted(knob, KnobText.format(value)));
        }
        return changed;
    }

    /// This text with all knobs starting as `settings` says, which must be settings of this scenario.
    public ScenarioText withInitial(Settings settings) {
        var changed = this;
        for (var setting : settings.asMap().entrySet()) {
            changed = changed.withKnobInitial(setting.getKey(), setting.getValue());
        }
        return changed;
    }

    private YamlNode.Scalar initial(Knob knob) {
        String key = switch (knob) {
            case Knob.Slider _ -> "slider";
            case Knob.Toggle _ -> "toggle";
            case Knob.Choice _ -> "choice";
        };
        return YamlTree.parse(text, new Problems())
                .flatMap(root -> child(root, "knobs"))
                .flatMap(knobs -> child(knobs, knob.name()))
                .flatMap(it -> child(it, key))
                .map(YamlNode.Scalar.class::cast)
                .orElseThrow(() -> new IllegalStateException("the knob is gone"));
    }

    private static Optional<YamlNode> child(YamlNode node, String key) {
        return ((YamlNode.Mapping) node)
                .entries().stream()
                        .filter(it -> it.key().text().equals(key))
                        .map(YamlNode.Entry::value)
                        .findFirst();
    }
}
