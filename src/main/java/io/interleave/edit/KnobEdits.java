package io.interleave.edit;

import io.interleave.model.KnobText;
import io.interleave.model.Settings;
import java.util.ArrayList;
import java.util.List;

/// The operations on knobs that reach beyond them.
final class KnobEdits {

    private final Stages stages;

    KnobEdits(Stages stages) {
        this.stages = stages;
    }

    List<Block> start(Settings settings) {
        var scenario = stages.script().reading().scenario().orElseThrow(() -> Refusal.of("problems"));
        var replacements = new ArrayList<Replacement>();
        var turned = new ArrayList<Block>();
        for (var knob : scenario.knobs()) {
            var block = stages.outline().named(knob.name()).orElseThrow(() -> Refusal.of("gone"));
            var value = settings.asMap().get(knob.name());
            if (value != null && !value.equals(knob.initial())) {
                replacements.addAll(
                        new Setting(stages.outline(), block).set(Slots.ALONE, Slot.Single.of(KnobText.format(value))));
                turned.add(block);
            }
        }
        stages.apply(replacements);
        return stages.findAll(turned);
    }

    List<Block> makeKnob(Block block, String key, String name) {
        var value = Knobs.value(block, key);
        new Naming(stages.outline()).requireFree(name);
        stages.apply(new Setting(stages.outline(), block).set(key, Slot.Single.of("$" + name)));
        boolean isLive = block.kind() == Block.Kind.STEP;
        return stages.insert(Spot.atEnd(stages.outline().section("knobs")), _ -> Knobs.knob(name, value, isLive));
    }

    List<Block> dissolve(Block knob) {
        if (knob.kind() != Block.Kind.KNOB) {
            throw Refusal.of("no.knob", knob.name());
        }
        String value = Knobs.expression(knob);
        var references = new References(stages.outline(), knob.name());
        var found = references.all();
        var replacements = new ArrayList<>(
                found.stream().map(it -> references.replaced(it, value)).toList());
        var keys = new Keys(stages.outline().lines());
        for (var it : references.presetKeys()) {
            replacements.add(keys.remove(it.preset().source().mapping().orElseThrow(), it.entry()));
        }
        stages.apply(replacements);
        stages.delete(List.of(stages.find(knob)));
        return found.stream().map(it -> stages.find(it.block())).distinct().toList();
    }
}
