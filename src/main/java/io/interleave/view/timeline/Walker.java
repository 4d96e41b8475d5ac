package io.interleave.view.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Goes from what is selected to what is beside it, as keys and clicks ask for.
final class Walker {

    /// Pixels that a key scrolls where nothing is selected.
    private static final double SCROLL = 40;

    private final TimelineView view;

    Walker(TimelineView view) {
        this.view = view;
    }

    /// Selects the next span of the lane that is selected, or the one before; where none is, one of the first unit.
    void step(int direction) {
        var first = view.selectedLane() == null ? firstUnit() : Optional.<LaneKey>empty();
        go(walk -> first.map(it -> walk.across(view.selection(), it, middle()))
                .orElseGet(() -> walk.along(view.selection(), direction, middle())));
    }

    private Optional<LaneKey> firstUnit() {
        return Optional.ofNullable(view.plan())
                .flatMap(it ->
                        Walk.shown(it.layout()).stream().filter(Walk::isUnit).findFirst());
    }

    /// Selects what caused the selected span, or what that caused. Without a selected span, looks at the next
    /// lost update, or the one before.
    void follow(int direction) {
        if (view.selection() instanceof Selection.OfSpan) {
            go(walk -> direction < 0 ? walk.back(view.selection()) : walk.forward(view.selection()));
        } else if (direction < 0) {
            view.previousConflict();
        } else {
            view.nextConflict();
        }
    }

    /// Selects on the lane above or below; scrolls where nothing is selected.
    void climb(int lanes) {
        FramePlan shown = view.plan();
        LaneKey from = view.selectedLane();
        if (shown == null || from == null) {
            view.steering().scrollBy(lanes * SCROLL);
            return;
        }
        List<LaneKey> all = Walk.shown(shown.layout());
        int at = all.indexOf(from) + lanes;
        if (at >= 0 && at < all.size()) {
            go(walk -> walk.across(view.selection(), all.get(at), middle()));
        }
    }

    /// Selects what lies at a place of the picture.
    void pick(double x, double y) {
        FramePlan shown = view.plan();
        Source source = view.source();
        if (shown != null && source != null) {
            view.select(source.look(_ -> new Picker(shown).at(x, y)));
        }
    }

    /// Turns what is selected into a range of time on all lanes.
    void selectRange() {
        if (view.selection() instanceof Selection.OfSpan(var _, int _, long from, long to)) {
            view.select(new Selection.Range(from, Math.max(to, from + 1)));
        }
    }

    private void go(Function<Walk, Selection> way) {
        Source source = view.source();
        if (source != null) {
            Selection there = source.look(still -> way.apply(new Walk(still)));
            if (!(there instanceof Selection.Nothing)) {
                view.reveal(there);
            }
        }
    }

    private long middle() {
        return view.navigation().scale().timeAt(view.plotWidth() / 2.0);
    }
}
