package io.interleave.edit;

import io.interleave.model.Names;
import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.List;

/// Gives knobs, resources and unit groups other names, wherever they are named.
final class Naming {

    private final Outline outline;

    Naming(Outline outline) {
        this.outline = outline;
    }

    List<Replacement> rename(Block block, String name) {
        var key = block.source().name().orElseThrow(() -> Refusal.of("no.name"));
        String former = key.text();
        if (name.equals(former)) {
            return List.of();
        }
        if (block.kind() == Block.Kind.PRESET) {
            requireName(name);
            if (block.home().blocks().stream().anyMatch(it -> it.name().equals(name))) {
                throw Refusal.of("name.taken", name, "preset");
            }
            return List.of(renamed(key, name));
        }
        requireFree(name);
        var replacements = new ArrayList<Replacement>();
        replacements.add(renamed(key, name));
        var references = new References(outline, former);
        references
                .presetKeys()
                .forEach(it -> replacements.add(renamed(it.entry().key(), name)));
        references.all().forEach(it -> replacements.add(references.renamed(it, name)));
        return replacements;
    }

    private Replacement renamed(Node.Scalar key, String name) {
        return new Replacement(key.start(), outline.text().substring(key.start(), key.end()), name);
    }

    private static void requireName(String name) {
        if (!Names.isName(name)) {
            throw Refusal.of("name.wrong", name);
        }
    }

    /// @throws Refusal if nothing can have this name, or something has it
    void requireFree(String name) {
        requireName(name);
        if (Names.isReserved(name) || name.equals(UnitGroup.INDEX)) {
            throw Refusal.of("name.reserved", name);
        }
        outline.named(name).ifPresent(it -> {
            throw Refusal.of("name.taken", name, it.word());
        });
        new References(outline, name).local().ifPresent(it -> {
            throw Refusal.of("name.local", name, outline.line(it.block()));
        });
    }
}
