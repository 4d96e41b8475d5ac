package io.interleave.view.timeline;

import io.interleave.analysis.UnitTable;
import java.util.List;
import java.util.Map;

/// Arranges the lanes as keys, drags and menus ask for.
final class LaneArranger {

    private final TimelineView view;

    LaneArranger(TimelineView view) {
        this.view = view;
    }

    private Arrangement now() {
        return view.arrangementProperty().get();
    }

    void change(Arrangement to) {
        view.arrangementProperty().set(to);
    }

    /// Folds what is under a lane or heading, or unfolds it.
    void toggle(String fold) {
        change(now().toggled(fold));
    }

    /// Folds a section or unfolds it, or gives the rest of its units lanes.
    void toggle(LaneLayout.Heading heading) {
        if (heading.more() > 0) {
            change(now().toggledWhole(Sections.groupOf(heading.key())));
        } else {
            toggle(heading.key());
        }
    }

    /// Folds the section of the selected lane.
    void foldSection() {
        Source source = view.source();
        LaneKey lane = view.selectedLane();
        if (source != null && lane != null) {
            source.look(still -> Sections.containing(still, now(), lane)).ifPresent(it -> toggle(it.key()));
        }
    }

    /// Makes a lane visible that is folded away, hidden, or one of a large group.
    void unfold(LaneKey lane) {
        Source source = view.source();
        if (source != null) {
            change(source.look(still -> Sections.revealing(still, now(), lane)));
        }
    }

    void hide() {
        LaneKey lane = view.selectedLane();
        if (lane != null) {
            change(now().hiding(lane));
            view.select(Selection.NONE);
        }
    }

    void pin() {
        LaneKey lane = view.selectedLane();
        if (lane != null) {
            change(now().togglingPin(lane));
        }
    }

    void taller(int steps) {
        change(now().taller(steps));
    }

    /// Moves the selected lane up or down within its section.
    void move(int places) {
        FramePlan shown = view.plan();
        LaneKey lane = view.selectedLane();
        if (shown != null && lane != null) {
            List<LaneKey> all = Walk.shown(shown.layout());
            int to = all.indexOf(lane) + places;
            if (to >= 0 && to < all.size()) {
                move(lane, all.get(to));
            }
        }
    }

    /// Puts a lane in the place of another one of the same section.
    void move(LaneKey lane, LaneKey place) {
        Source source = view.source();
        if (source != null) {
            change(source.look(still -> Sections.moving(still, now(), lane, place)));
        }
    }

    /// Sorts the units by what is known of them now.
    void sort(Arrangement.Order order) {
        Source source = view.source();
        Map<Integer, Long> amounts = source == null
                ? Map.of()
                : switch (order) {
                    case CREATION, NAME -> Map.of();
                    case BUSY -> source.amounts(UnitTable.Column.BUSY);
                    case WAITED -> source.amounts(UnitTable.Column.WAITED);
                };
        change(now().sorted(order, amounts));
    }
}
