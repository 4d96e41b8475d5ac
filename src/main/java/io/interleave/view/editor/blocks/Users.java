package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Outline;
import io.interleave.model.Form;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which units do something with which resources, and with which other units.
final class Users {

    static final Users NONE = new Users(Map.of());

    private final Map<String, Set<String>> byName;

    private Users(Map<String, Set<String>> byName) {
        this.byName = byName;
    }

    /// Looks at every value of the scenario, which for thousands of steps takes longer than a frame.
    static Users of(Outline outline) {
        var byName = new HashMap<String, Set<String>>();
        outline.scenario().bodies().stream()
                .filter(it -> it.kind() == Block.Kind.UNIT)
                .flatMap(it -> it.blocks().stream())
                .forEach(unit -> unit.all().forEach(it -> note(unit, it, byName)));
        return new Users(byName);
    }

    private static void note(Block unit, Block step, Map<String, Set<String>> byName) {
        for (var slot : step.slots()) {
            boolean names = slot.form().kind() == Form.Kind.NAME || slot.form().kind() == Form.Kind.NAMES;
            if (names && !slot.isAbsent()) {
                for (var name : slot.text().split(", ")) {
                    byName.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(unit.name());
                }
            }
        }
    }

    /// The names of the units that use what bears this name.
    List<String> of(String name) {
        return List.copyOf(byName.getOrDefault(name, Set.of()));
    }
}
