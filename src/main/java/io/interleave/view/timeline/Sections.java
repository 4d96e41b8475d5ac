package io.interleave.view.timeline;

import io.interleave.analysis.GroupUnits;
import io.interleave.analysis.Lane;
import io.interleave.analysis.UnitKind;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Divides the lanes of a run into sections, as someone has arranged them: the cores; each group of units,
/// those that have only one together by their kind; what is shared; the variables.
final class Sections {

    /// Of one group so many units are given lanes; another one that is found by its name is pinned.
    private static final int MOST_UNITS = 100_000;

    private static final String GROUP = "group ";
    private static final String LARGE = "large ";

    private final Source source;
    private final Arrangement arrangement;
    private final List<Lane> lanes;

    /// Units by the name of their group.
    private final Map<String, Integer> sizes = new HashMap<>();

    private final Map<String, List<Section.Entry>> entries = new LinkedHashMap<>();
    private final Map<String, Lane> large = new HashMap<>();

    private Sections(Source source, Arrangement arrangement) {
        this.source = source;
        this.arrangement = arrangement;
        this.lanes = source.lanes();
    }

    static List<Section> of(Source source, Arrangement arrangement) {
        return new Sections(source, arrangement).all();
    }

    /// The arrangement in which a lane is neither folded away, nor hidden, nor missing because its group is
    /// large.
    static Arrangement revealing(Source source, Arrangement arrangement, LaneKey lane) {
        var changed = arrangement;
        if (changed.hidden().contains(lane)) {
            changed = changed.hiding(lane);
        }
        var found = source.lane(lane.kind(), lane.subject());
        if (found.isEmpty() || changed.pinned().contains(lane)) {
            return changed;
        }
        for (var section : of(source, Arrangement.PLAIN)) {
            boolean here = section.entries().stream().anyMatch(it -> it.key().equals(lane));
            boolean more = section.more() > 0
                    && lane.kind() == Lane.Kind.UNIT
                    && section.key().equals(LARGE + found.get().group());
            if ((here || more) && changed.isFolded(section.key())) {
                changed = changed.toggled(section.key());
            }
            String above = above(section, lane);
            if (!above.isEmpty() && changed.isFolded(above)) {
                changed = changed.toggled(above);
            }
            if (more && !here && isTooFar(source, section, lane)) {
                return changed.togglingPin(lane);
            }
            if (more && !here && !changed.whole().contains(found.get().group())) {
                changed = changed.toggledWhole(found.get().group());
            }
        }
        return changed;
    }

    /// What a lane folds under; empty for nothing.
    private static String above(Section section, LaneKey lane) {
        String fold = "";
        for (var entry : section.entries()) {
            if (entry.key().equals(lane)) {
                return entry.depth() == 0 ? "" : fold;
            }
            fold = entry.depth() == 0 ? entry.fold() : fold;
        }
        return "";
    }

    private static boolean isTooFar(Source source, Section group, LaneKey lane) {
        return source.unitsOf(group.head().getFirst().key().subject())
                .map(it -> it.placeOf(lane.subject()) >= MOST_UNITS)
                .orElse(false);
    }

    /// The section that a lane is shown in.
    static Optional<Section> containing(Source source, Arrangement arrangement, LaneKey lane) {
        return of(source, arrangement).stream()
                .filter(it -> Stream.concat(it.head().stream(), it.entries().stream())
                        .anyMatch(entry -> entry.key().equals(lane)))
                .findFirst();
    }

    /// The arrangement in which a lane has the place of another one; the same where that is in another section.
    static Arrangement moving(Source source, Arrangement arrangement, LaneKey lane, LaneKey place) {
        var pinned = new ArrayList<>(arrangement.pinned());
        if (pinned.contains(lane) && pinned.contains(place)) {
            int at = pinned.indexOf(place);
            pinned.remove(lane);
            pinned.add(at, lane);
            return arrangement.pinning(pinned);
        }
        return containing(source, arrangement, lane)
                .map(section -> {
                    var order = new ArrayList<>(
                            section.entries().stream().map(Section.Entry::key).toList());
                    int at = order.indexOf(place);
                    if (at < 0 || !order.remove(lane)) {
                        return arrangement;
                    }
                    order.add(at, lane);
                    return arrangement.moved(section.key(), order);
                })
                .orElse(arrangement);
    }

    /// The group of a large group's section.
    static String groupOf(String key) {
        return key.substring(LARGE.length());
    }

    /// Whether a section is that of a large group, whose summary says more than its first units.
    static boolean isLarge(String key) {
        return key.startsWith(LARGE);
    }

    /// What is folded under the lane of a process.
    static String childrenOf(int unit) {
        return "children " + unit;
    }

    private List<Section> all() {
        for (var lane : lanes) {
            if (lane.kind() == Lane.Kind.UNIT) {
                sizes.merge(lane.group(), 1, Integer::sum);
            } else if (lane.kind() == Lane.Kind.GROUP) {
                large.put(lane.group(), lane);
            }
        }
        Lane process = null;
        String section = "";
        for (int index = 0; index < lanes.size(); index++) {
            var lane = lanes.get(index);
            if (lane.kind() == Lane.Kind.CHILD) {
                if (process != null && !arrangement.isFolded(childrenOf(process.subject()))) {
                    put(section, index, lane, "", 1);
                }
                continue;
            }
            section = section(lane);
            boolean hasChildren = lane.kind() == Lane.Kind.UNIT
                    && index + 1 < lanes.size()
                    && lanes.get(index + 1).kind() == Lane.Kind.CHILD;
            process = hasChildren ? lane : null;
            String fold = hasChildren ? childrenOf(lane.subject()) : "";
            put(section, index, lane, lane.kind() == Lane.Kind.GROUP ? section : fold, 0);
        }
        var sections = new ArrayList<Section>();
        entries.forEach((key, its) -> sections.add(section(key, its)));
        return sections;
    }

    private void put(String section, int index, Lane lane, String fold, int depth) {
        var its = entries.computeIfAbsent(section, _ -> new ArrayList<>());
        its.add(new Section.Entry(index, LaneKey.of(lane), fold, depth));
    }

    private String section(Lane lane) {
        return switch (lane.kind()) {
            case CORE -> "cores";
            case CARRIER, LOCK, LEVEL -> "shared";
            case VARIABLE -> "variables";
            case GROUP -> LARGE + lane.group();
            case UNIT, CHILD ->
                large.containsKey(lane.group())
                        ? LARGE + lane.group()
                        : sizes.getOrDefault(lane.group(), 0) > 1
                                ? GROUP + lane.group()
                                : "kind " + source.unitKind(lane.subject()).name();
        };
    }

    private Section section(String key, List<Section.Entry> all) {
        var first = lanes.get(all.getFirst().lane());
        var head = new ArrayList<Section.Entry>();
        var units = new ArrayList<>(all);
        int more = 0;
        if (first.kind() == Lane.Kind.GROUP) {
            head.add(units.removeFirst());
            more = first.units() - units.size();
            if (arrangement.whole().contains(first.group())) {
                units.clear();
                source.unitsOf(first.subject()).ifPresent(it -> addAll(it, units));
                more = first.units() - units.size();
            }
        }
        units.removeIf(it -> isElsewhere(it.key()));
        head.removeIf(it -> isElsewhere(it.key()));
        sort(key, units);
        return new Section(key, title(key, first, all), head, units, more);
    }

    private static void addAll(GroupUnits group, List<Section.Entry> units) {
        int count = Math.min(group.size(), MOST_UNITS);
        for (int place = 0; place < count; place++) {
            units.add(new Section.Entry(-1, new LaneKey(Lane.Kind.UNIT, group.unit(place)), "", 1));
        }
    }

    private boolean isElsewhere(LaneKey key) {
        return arrangement.hidden().contains(key) || arrangement.pinned().contains(key);
    }

    private String title(String key, Lane first, List<Section.Entry> all) {
        return switch (first.kind()) {
            case CORE -> Words.text("section.cores");
            case CARRIER, LOCK, LEVEL -> Words.text("section.shared");
            case VARIABLE -> Words.text("section.variables");
            case GROUP -> "";
            case UNIT, CHILD -> {
                UnitKind kind = source.unitKind(first.subject());
                long units = all.stream().filter(it -> it.depth() == 0).count();
                String kinds = Words.text("section.kind." + kind.name());
                yield key.startsWith("kind ")
                        ? kinds
                        : Words.text("section.group", first.group(), Figures.count(units), kinds);
            }
        };
    }

    /// Children stay behind their process.
    private void sort(String section, List<Section.Entry> units) {
        var moved = arrangement.moved().get(section);
        Comparator<Section.Entry> by = comparator(units).orElse(null);
        if (moved == null && by == null) {
            return;
        }
        var families = new ArrayList<List<Section.Entry>>();
        for (var unit : units) {
            if (unit.key().kind() != Lane.Kind.CHILD || families.isEmpty()) {
                families.add(new ArrayList<>());
            }
            families.getLast().add(unit);
        }
        if (by != null) {
            families.sort(Comparator.comparing(List::getFirst, by));
        }
        if (moved != null) {
            var places = new HashMap<LaneKey, Integer>();
            moved.forEach(it -> places.put(it, places.size()));
            families.sort(
                    Comparator.comparing(it -> places.getOrDefault(it.getFirst().key(), Integer.MAX_VALUE)));
        }
        units.clear();
        families.forEach(units::addAll);
    }

    private Optional<Comparator<Section.Entry>> comparator(List<Section.Entry> units) {
        boolean sortable = !units.isEmpty() && units.getFirst().key().kind() == Lane.Kind.UNIT;
        return !sortable
                ? Optional.empty()
                : switch (arrangement.order()) {
                    case CREATION -> Optional.empty();
                    case NAME ->
                        Optional.of(Comparator.comparing(
                                it -> source.unitName(it.key().subject()), Sections::inOrderOfNumbers));
                    case BUSY, WAITED ->
                        Optional.of(Comparator.comparingLong(it ->
                                -arrangement.amounts().getOrDefault(it.key().subject(), 0L)));
                };
    }

    /// `worker 2` before `worker 10`.
    static int inOrderOfNumbers(String one, String other) {
        int a = numberAt(one);
        int b = numberAt(other);
        int words = one.substring(0, a).compareToIgnoreCase(other.substring(0, b));
        if (words != 0 || a == one.length() || b == other.length()) {
            return words != 0 ? words : one.compareToIgnoreCase(other);
        }
        int byLength = Integer.compare(one.length() - a, other.length() - b);
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    private static int numberAt(String name) {
        int at = name.length();
        while (at > 0 && Character.isDigit(name.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
