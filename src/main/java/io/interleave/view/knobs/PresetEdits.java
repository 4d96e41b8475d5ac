package io.interleave.view.knobs;

import io.interleave.edit.Operation;
import io.interleave.edit.Spot;
import io.interleave.model.KnobText;
import io.interleave.model.Names;
import io.interleave.model.Settings;
import io.interleave.model.YamlScalar;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes values of all knobs into the scenario under a name.
final class PresetEdits {

    private static final String SECTION = "presets";

    private final Draft draft;

    PresetEdits(Draft draft) {
        this.draft = draft;
    }

    boolean canEdit() {
        return draft.script().isSound();
    }

    /// The name that a person means by what is typed; nothing where there is none in it.
    static Optional<String> name(String typed) {
        return Optional.of(typed.strip().replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", ""))
                .filter(Names::isName)
                .filter(it -> !Names.isReserved(it));
    }

    /// One of that name that is there already has these values from now on.
    void save(String name, List<String> knobs, Settings values) {
        var body = draft.script().outline().scenario().body(SECTION).orElseThrow();
        var same = body.blocks().stream().filter(it -> it.name().equals(name)).findFirst();
        String what = Messages.text("presets.deed", name);
        if (same.isPresent()) {
            knobs.forEach(it -> draft.perform(what, what, new Operation.Set(same.get(), it, text(values, it))));
        } else {
            String pairs = knobs.stream()
                    .map(it -> it + ": " + YamlScalar.write(text(values, it)))
                    .collect(Collectors.joining(", "));
            draft.perform(what, new Operation.Paste(Spot.atEnd(body), "%s: { %s }\n".formatted(name, pairs)));
        }
    }

    private static String text(Settings values, String knob) {
        return KnobText.format(values.get(knob));
    }
}
