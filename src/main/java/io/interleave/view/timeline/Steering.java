package io.interleave.view.timeline;

import io.interleave.analysis.Lane;

/// Moves the window along the run, and the lanes under it, as a person asks.
final class Steering {

    private final TimelineView view;
    private final Navigation navigation;
    private final LaneScroll scroll;
    private final Attention attention;

    Steering(TimelineView view, Navigation navigation, LaneScroll scroll, Attention attention) {
        this.view = view;
        this.navigation = navigation;
        this.scroll = scroll;
        this.attention = attention;
    }

    void fitAll() {
        navigation.fitAll();
        view.moved();
    }

    void zoomTo(long startNanos, long endNanos) {
        navigation.zoomTo(startNanos, endNanos);
        view.moved();
    }

    void zoomAt(double factor, double x) {
        navigation.zoom(factor, Math.clamp(x - view.plotX(), 0, view.plotWidth()));
        view.moved();
    }

    void pan(double pixels) {
        navigation.pan(pixels);
        view.moved();
    }

    void panTo(long time) {
        navigation.centre(time);
        view.moved();
    }

    void scrollBy(double pixels) {
        scroll.by(pixels);
    }

    private void show(TimeScale scale) {
        navigation.show(scale);
        view.moved();
    }

    void keepInSight(long time) {
        double x = navigation.scale().x(time);
        if (time != Long.MAX_VALUE && (x < 0 || x > view.plotWidth() * 0.95)) {
            show(navigation.scale().panned(Math.rint(x - view.plotWidth() * 0.1)));
        }
    }

    void reveal(Selection chosen) {
        attention.select(chosen);
        LaneKey lane = chosen.lane();
        if (lane != null) {
            view.arranger().unfold(lane);
            view.projector().makePlan();
            bringIntoSight(lane.kind(), lane.subject());
        }
        if (chosen.hasTime()) {
            view.pointer().askNoMore();
            navigation.bringIntoSight(chosen.from(), chosen.to());
            view.moved();
        }
    }

    /// Looks at the next lost update in a direction.
    void walk(int direction) {
        Source source = view.source();
        int next = source == null ? -1 : attention.next(source, navigation, direction);
        if (next >= 0) {
            focusConflict(next);
        }
    }

    void focusConflict(int conflict) {
        Source source = view.source();
        if (source == null) {
            return;
        }
        attention.lookAt(conflict);
        view.pointer().askNoMore();
        navigation.show(attention.around(source, view.plotWidth()));
        for (int unit : attention.units(source)) {
            bringIntoSight(Lane.Kind.UNIT, unit);
        }
        view.moved();
    }

    /// Zooms to the selection; to the whole run where there is none or it is in sight already.
    void focusSelection() {
        var window = attention.window(view.plotWidth(), navigation.scale());
        if (window == null) {
            fitAll();
        } else {
            show(window);
        }
    }

    private void bringIntoSight(Lane.Kind kind, int subject) {
        FramePlan shown = view.plan();
        if (shown != null) {
            scroll.bringIntoSight(shown, kind, subject);
        }
    }
}
