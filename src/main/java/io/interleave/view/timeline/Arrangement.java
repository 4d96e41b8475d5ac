package io.interleave.view.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How someone has arranged the lanes. Never changes: every change makes another one, so that it can be undone
/// by going back.
///
/// @param turned keys of sections that are not as they begin: large groups folded, all others unfolded
/// @param whole names of large groups of which every unit has a lane
/// @param pinned lanes that stay at the top, in order
/// @param moved by the key of a section the lanes that were put into another order, in that order
/// @param amounts by unit what it is sorted by, as of when that was asked for; nanoseconds
/// @param height of lanes, as a multiple of what fits best
public record Arrangement(
        Set<String> turned,
        Set<String> whole,
        Set<LaneKey> hidden,
        List<LaneKey> pinned,
        Map<String, List<LaneKey>> moved,
        Order order,
        Map<Integer, Long> amounts,
        double height) {

    /// As the run has them.
    public static final Arrangement PLAIN =
            new Arrangement(Set.of(), Set.of(), Set.of(), List.of(), Map.of(), Order.CREATION, Map.of(), 1);

    private static final double STEP = 1.25;
    private static final double LOWEST = 0.4;
    private static final double HIGHEST = 4;

    /// What the units of a group are sorted by.
    public enum Order {
        CREATION,
        NAME,
        /// The one first that ran longest.
        BUSY,
        /// The one first that waited longest.
        WAITED
    }

    public Arrangement {
        turned = Set.copyOf(turned);
        whole = Set.copyOf(whole);
        hidden = Set.copyOf(hidden);
        pinned = List.copyOf(pinned);
        moved = Map.copyOf(moved);
        amounts = Map.copyOf(amounts);
    }

    /// Folds a section, or unfolds it.
    Arrangement toggled(String section) {
        return new Arrangement(with(turned, section), whole, hidden, pinned, moved, order, amounts, height);
    }

    /// Gives every unit of a large group a lane, or only the first again.
    Arrangement toggledWhole(String group) {
        return new Arrangement(turned, with(whole, group), hidden, pinned, moved, order, amounts, height);
    }

    /// Whether only the summary of a section is shown.
    boolean isFolded(String section) {
        return turned.contains(section) != Sections.isLarge(section);
    }

    /// Folds all these sections, or if all are folded, none.
    Arrangement foldedAll(Set<String> sections) {
        boolean unfold = sections.stream().allMatch(this::isFolded);
        var changed = this;
        for (String section : sections) {
            changed = changed.isFolded(section) == unfold ? changed.toggled(section) : changed;
        }
        return changed;
    }

    /// Hides a lane, pinned or not, or shows it again.
    /// Hides a lane, pinned or not, or shows it again.
    Arrangement hiding(LaneKey lane) {
        var others = new ArrayList<>(pinned);
        others.remove(lane);
        return new Arrangement(turned, whole, with(hidden, lane), others, moved, order, amounts, height);
    }

    Arrangement showingAll() {
        return new Arrangement(turned, whole, Set.of(), pinned, moved, order, amounts, height);
    }

    Arrangement togglingPin(LaneKey lane) {
        var changed = new ArrayList<>(pinned);
        if (!changed.remove(lane)) {
            changed.add(lane);
        }
        return pinning(changed);
    }

    Arrangement pinning(List<LaneKey> lanes) {
        return new Arrangement(turned, whole, hidden, lanes, moved, order, amounts, height);
    }

    /// Sorts the units of every group; what was moved by hand goes back.
    Arrangement sorted(Order by, Map<Integer, Long> byUnit) {
        return new Arrangement(turned, whole, hidden, pinned, Map.of(), by, byUnit, height);
    }

    /// Puts the lanes of a section into this order.
    Arrangement moved(String section, List<LaneKey> lanes) {
        var changed = new HashMap<>(moved);
        changed.put(section, List.copyOf(lanes));
        return new Arrangement(turned, whole, hidden, pinned, changed, order, amounts, height);
    }

    /// @param steps more, or less than 0 for less
    Arrangement taller(int steps) {
        double changed = Math.clamp(height * Math.pow(STEP, steps), LOWEST, HIGHEST);
        return new Arrangement(turned, whole, hidden, pinned, moved, order, amounts, changed);
    }

    private static <T> Set<T> with(Set<T> set, T element) {
        var changed = new HashSet<>(set);
        if (!changed.remove(element)) {
            changed.add(element);
        }
        return changed;
    }
}
