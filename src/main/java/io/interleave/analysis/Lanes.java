package io.interleave.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The lanes of a run in their order: cores by number; units by kind, in the order in which the first of each
/// kind, and of each group, was created, the threads and processes of a process under it; carriers; locks; what
/// is counted; variables.
final class Lanes {

    private final TimelineBuilder trace;
    private final boolean everyUnit;
    private final List<Lane> lanes = new ArrayList<>();

    private Lanes(TimelineBuilder trace, boolean everyUnit) {
        this.trace = trace;
        this.everyUnit = everyUnit;
    }

    /// Of a large group not every unit has a lane.
    static List<Lane> of(TimelineBuilder trace) {
        return new Lanes(trace, false).all();
    }

    /// With one for every unit, however many there are.
    static List<Lane> ofAll(TimelineBuilder trace) {
        return new Lanes(trace, true).all();
    }

    /// The lane of one unit.
    static Lane of(TimelineBuilder trace, UnitTrack unit) {
        return unit.group.kind == UnitKind.CHILD
                ? new Lane(Lane.Kind.CHILD, unit.id, unit.name(), trace.units.name(unit.group.parent), unit.spans)
                : new Lane(Lane.Kind.UNIT, unit.id, unit.name(), unit.group.name, unit.spans);
    }

    private List<Lane> all() {
        trace.cores.tracks.forEach(it -> lanes.add(new Lane(Lane.Kind.CORE, it.core, "core " + it.core, "", it.spans)));
        var kinds = new EnumMap<UnitKind, List<Group>>(UnitKind.class);
        var order = new ArrayList<UnitKind>();
        for (var group : trace.units.groups()) {
            kinds.computeIfAbsent(group.kind, it -> {
                        order.add(it);
                        return new ArrayList<>();
                    })
                    .add(group);
        }
        for (var kind : order) {
            groups(kinds, kind);
        }
        trace.carriers
                .all()
                .forEach(it -> lanes.add(new Lane(Lane.Kind.CARRIER, it.tid, trace.carriers.name(it), "", it.spans)));
        resources(Lane.Kind.LOCK);
        resources(Lane.Kind.LEVEL);
        trace.resources.variables.forEach(it -> lanes.add(new Lane(Lane.Kind.VARIABLE, it.id, it.name, "", it.spans)));
        return List.copyOf(lanes);
    }

    private void groups(Map<UnitKind, List<Group>> kinds, UnitKind kind) {
        for (var group : kinds.getOrDefault(kind, List.of())) {
            if (group.isLarge()) {
                lanes.add(new Lane(
                        Lane.Kind.GROUP,
                        group.number,
                        group.name,
                        group.name,
                        new Spans(),
                        group.census(),
                        group.size()));
            }
            for (var unit : everyUnit ? group.units() : group.shown()) {
                lanes.add(of(trace, unit));
                trace.units.childrenOf(unit).forEach(it -> lanes.add(of(trace, it)));
            }
        }
    }

    private void resources(Lane.Kind kind) {
        for (var resource : trace.resources.all()) {
            if (resource.kind() == kind) {
                lanes.add(new Lane(kind, resource.id, resource.name, "", resource.spans));
            }
        }
    }
}
