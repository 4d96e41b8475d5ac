package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lays lanes out from top to bottom: larger where there are few, down to `smallest` times their usual height
/// where there are many; where that is not enough they scroll. What room is left goes to the curves, which gain
/// by it, and where there are none to the other lanes. A lane on which nothing has happened has its usual height at
/// most.
final class LaneStacker {

    /// How many times its usual height a lane has, while there are curves to have the room, and at most.
    private static final double LARGE = 4;

    private static final double LARGEST = 9;
    private static final double MOST_LEFT = 9;
    private static final double HEADING = 1.35;
    private static final double FOLDED = 2.4;
    private static final double GAP = 0.45;

    private final Arrangement arrangement;
    private final Metrics metrics;
    private final boolean conflicts;
    private final boolean headings;
    private final double squeeze;
    private final double left;
    private final List<Lane> lanes;
    private final List<Section> sections;
    private final List<LaneLayout.Row> pinned = new ArrayList<>();
    private final List<LaneLayout.Row> rows = new ArrayList<>();
    private final List<LaneLayout.Heading> titles = new ArrayList<>();
    private final List<Integer> separators = new ArrayList<>();
    private int y;

    /// @param headings whether sections have headings that say what they are
    LaneStacker(
            List<Lane> lanes,
            List<Section> sections,
            Arrangement arrangement,
            Metrics metrics,
            int room,
            boolean conflicts,
            double smallest,
            boolean headings) {
        this.lanes = lanes;
        this.sections = sections.stream().filter(LaneStacker::isThere).toList();
        this.arrangement = arrangement;
        this.metrics = metrics;
        this.conflicts = conflicts;
        this.headings = headings;
        var pins = pins();
        var all = new ArrayList<>(pins);
        double fixed = pins.isEmpty() ? GAP : 2 * GAP;
        for (Section section : this.sections) {
            fixed += GAP + (hasHeading(section) ? heading(section) : 0) + (hasMore(section) ? HEADING : 0);
            all.addAll(shown(section));
        }
        // Each height is rounded to whole pixels, at worst upwards.
        double available = (room - (2 * this.sections.size() + all.size()) * 0.5) / metrics.em() - fixed;
        double flat = 0;
        double others = 0;
        int curves = 0;
        for (Section.Entry entry : all) {
            double ems = ems(entry.key().kind());
            flat += isFlat(entry) ? ems : 0;
            others += isFlat(entry) ? 0 : ems;
            curves += isCurve(entry.key().kind()) && !isFlat(entry) ? 1 : 0;
        }
        squeeze = fitting(available, flat, others, curves, smallest) * arrangement.height();
        double spare = available - flat * squeezeOfFlat() - others * squeeze;
        left = curves == 0 ? 0 : Math.clamp(spare / curves, 0, MOST_LEFT);
        pins.forEach(it -> pinned.add(row(it, true)));
        y = pinned.isEmpty() ? 0 : y + metrics.px(GAP);
    }

    /// How many times its usual height a lane has.
    private static double fitting(double available, double flat, double others, int curves, double smallest) {
        double even = flat + others == 0 ? 1 : available / (flat + others);
        if (even <= 1 || others == 0) {
            return Math.clamp(even, smallest, 1);
        }
        double beside = available - flat;
        return Math.max(Math.min(beside / others, LARGE), Math.min((beside - curves * MOST_LEFT) / others, LARGEST));
    }

    private double squeezeOfFlat() {
        return Math.min(squeeze, arrangement.height());
    }

    private List<Section.Entry> pins() {
        Map<LaneKey, Integer> places = new HashMap<>();
        if (!arrangement.pinned().isEmpty()) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                places.put(LaneKey.of(lanes.get(lane)), lane);
            }
        }
        var entries = new ArrayList<Section.Entry>();
        for (LaneKey key : arrangement.pinned()) {
            Integer lane = places.get(key);
            if (lane != null || key.kind() == Lane.Kind.UNIT) {
                entries.add(new Section.Entry(lane == null ? -1 : lane, key, "", 0));
            }
        }
        return entries;
    }

    LaneLayout stack() {
        int pinnedHeight = y;
        y = metrics.px(GAP);
        for (Section section : sections) {
            if (hasHeading(section)) {
                heading(section, 0, heading(section));
            } else if (!rows.isEmpty()) {
                separators.add(y - metrics.px(GAP) / 2);
            }
            for (Section.Entry entry : shown(section)) {
                rows.add(row(entry, false));
            }
            if (hasMore(section)) {
                heading(section, section.more(), HEADING);
            }
            y += metrics.px(GAP);
        }
        return new LaneLayout(pinned, rows, titles, separators, pinnedHeight, y);
    }

    /// All lanes of a section may be pinned or hidden.
    private static boolean isThere(Section section) {
        return !section.entries().isEmpty() || !section.head().isEmpty() || section.more() > 0;
    }

    private boolean hasHeading(Section section) {
        boolean empty = section.entries().isEmpty() && section.head().isEmpty();
        return !section.title().isEmpty() && !empty && (headings || isFolded(section));
    }

    private boolean hasMore(Section section) {
        return headings && section.more() > 0 && !isFolded(section);
    }

    private boolean isFolded(Section section) {
        return arrangement.isFolded(section.key());
    }

    private double heading(Section section) {
        return !isFolded(section) ? HEADING : isDrawn(section) ? FOLDED * arrangement.height() : HEADING;
    }

    /// Curves have no sum.
    private static boolean isDrawn(Section section) {
        return section.entries().stream().anyMatch(it -> !isCurve(it.key().kind()));
    }

    private List<Section.Entry> shown(Section section) {
        if (isFolded(section)) {
            return section.head();
        }
        if (section.head().isEmpty()) {
            return section.entries();
        }
        var all = new ArrayList<>(section.head());
        all.addAll(section.entries());
        return all;
    }

    private LaneLayout.Row row(Section.Entry entry, boolean isPinned) {
        Lane.Kind kind = entry.key().kind();
        boolean flat = isFlat(entry);
        double times = flat ? squeezeOfFlat() : squeeze;
        int height = metrics.px(ems(kind) * times + (isCurve(kind) && !flat ? left : 0));
        int strip = kind == Lane.Kind.VARIABLE && conflicts ? metrics.px(0.9 * times) : 0;
        int space = Math.max(2, metrics.px(0.36 * times));
        int body = y + space / 2 + strip;
        var row = new LaneLayout.Row(
                entry.lane(),
                kind,
                entry.key().subject(),
                entry.fold(),
                !entry.fold().isEmpty() && arrangement.isFolded(entry.fold()),
                entry.depth(),
                isPinned,
                y,
                height,
                body,
                height - space - strip);
        y += height;
        return row;
    }

    private void heading(Section section, int more, double ems) {
        int height = metrics.px(ems);
        boolean drawn = more == 0 && isFolded(section) && isDrawn(section);
        titles.add(new LaneLayout.Heading(
                section.key(),
                section.title(),
                isFolded(section),
                section.entries(),
                more,
                y,
                height,
                y + 2,
                drawn ? height - 4 : 0));
        y += height;
    }

    private boolean isFlat(Section.Entry entry) {
        return entry.lane() >= 0 && isFlat(lanes.get(entry.lane()));
    }

    /// Whether nothing has happened to what is shared so far: a variable or an amount is as it was at first, a lock is
    /// off or nobody has had it.
    static boolean isFlat(Lane lane) {
        var spans = lane.spans();
        return switch (lane.kind()) {
            case VARIABLE, LEVEL -> spans.size() < 2;
            case LOCK -> spans.size() == 0 || spans.size() == 1 && spans.state(0) == State.OFF;
            case CORE, GROUP, UNIT, CHILD, CARRIER -> false;
        };
    }

    /// Whether a lane gains by height, and has no sum.
    static boolean isCurve(Lane.Kind kind) {
        return switch (kind) {
            case GROUP, LEVEL, VARIABLE -> true;
            case CORE, UNIT, CHILD, CARRIER, LOCK -> false;
        };
    }

    private double ems(Lane.Kind kind) {
        return switch (kind) {
            case CORE, UNIT -> 2.2;
            case CHILD -> 1.7;
            case CARRIER, LOCK -> 2.0;
            case LEVEL -> 2.6;
            case GROUP -> 3.8;
            case VARIABLE -> conflicts ? 3.8 : 2.9;
        };
    }
}
