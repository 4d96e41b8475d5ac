package io.interleave.code;

import io.interleave.model.Place;
import io.interleave.model.Remarks;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Python program under construction: what all of its pieces share.
final class PythonProgram {

    final Scenario scenario;
    final Settings settings;
    final PythonNames names;
    final PythonParts parts = new PythonParts();
    final PythonUses uses;
    final PythonGroups groups;
    private final Carried carried;
    private final PythonRanges ranges;
    private final List<Listing.Gap> gaps = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    PythonProgram(Scenario scenario, Settings settings, Remarks remarks) {
        carried = new Carried(remarks);
        this.scenario = scenario;
        this.settings = settings;
        this.names = new PythonNames(scenario);
        this.uses = new PythonUses(scenario);
        this.ranges = PythonRanges.of(scenario);
        this.groups = new PythonGroups(this);
    }

    /// A new piece of it.
    PythonLines lines() {
        return new PythonLines(carried);
    }

    /// Something that the program does otherwise than the scenario, or not at all, told where it happens; the same
    /// words are told once.
    void gap(PythonLines lines, Place place, String words) {
        if (said.add(words)) {
            gaps.add(new Listing.Gap(place, words));
            lines.remark(words);
        }
    }

    List<Listing.Gap> gaps() {
        return gaps;
    }

    UnitGroup group(String name) {
        return scenario.units().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no units " + name));
    }

    boolean isGroup(String name) {
        return scenario.units().stream().anyMatch(it -> it.name().equals(name));
    }

    Resource resource(String name) {
        return scenario.resource(name).orElseThrow(() -> new IllegalArgumentException("no resource " + name));
    }

    /// Expressions over knobs, and `index` where that is a name.
    PythonExpressions overKnobs() {
        return new PythonExpressions(parts, ranges, "", knobTypes(), this::knob);
    }

    /// Expressions over knobs and `index`, of this group.
    PythonExpressions overIndex(UnitGroup group) {
        var types = knobTypes();
        types.put(UnitGroup.INDEX, Value.Type.WHOLE);
        return new PythonExpressions(parts, ranges, group.name(), types, this::knob);
    }

    /// Expressions over knobs and what variables are in the end.
    PythonExpressions overResults() {
        var types = knobTypes();
        scenario.resources().stream()
                .filter(Resource.Variable.class::isInstance)
                .map(Resource.Variable.class::cast)
                .forEach(it -> types.put(it.name(), it.initial().type()));
        return new PythonExpressions(
                parts, ranges, "", types, it -> scenario.knob(it).isPresent() ? knob(it) : names.variable(it));
    }

    PythonExpressions inUnit(UnitGroup group, PythonLocals locals, PythonNames.Locals named) {
        return new PythonExpressions(
                parts,
                ranges,
                group.name(),
                locals.types(),
                it -> scenario.knob(it).isPresent() ? knob(it) : named.of(it));
    }

    private Map<String, Value.Type> knobTypes() {
        var types = new HashMap<String, Value.Type>();
        scenario.knobs().forEach(it -> types.put(it.name(), it.initial().type()));
        return types;
    }

    private String knob(String name) {
        return name.equals(UnitGroup.INDEX) ? name : names.of(name);
    }

    /// Whether a resource is one of asyncio's, which belong to the loop alone.
    boolean isOfLoop(Resource resource) {
        return uses.isOfLoop(resource.name())
                && switch (resource) {
                    case Resource.Lock _, Resource.Semaphore _, Resource.Condition _, Resource.Barrier _ -> true;
                    case Resource.Latch _, Resource.Event _ -> true;
                    case Resource.Queue it ->
                        it.order() != Resource.Queue.Order.RENDEZVOUS && !uses.isClosed(it.name());
                    case Resource.Phaser _, Resource.Variable _, Resource.EventLoop _, Resource.Pool _ -> false;
                };
    }
}
