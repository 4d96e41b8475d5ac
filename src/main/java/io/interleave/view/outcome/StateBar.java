package io.interleave.view.outcome;

import io.interleave.analysis.State;
import io.interleave.view.session.RunSummary;
import io.interleave.view.timeline.StateColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// One unit's time as a stacked bar: a piece for each state, as long as its share, and as high as in the lanes, so that
/// here too no state is told by colour alone.
final class StateBar extends Region {

    private record Piece(Region region, State state, double share) {}

    private List<Piece> pieces = List.of();

    StateBar() {
        getStyleClass().add("state-bar");
    }

    void show(RunSummary.UnitTime unit) {
        var shown = new ArrayList<Piece>();
        for (var state : State.values()) {
            double share = unit.share(state);
            if (share > 0) {
                var region = new Region();
                region.getStyleClass()
                        .addAll(
                                "state",
                                "state-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                shown.add(new Piece(region, state, share));
            }
        }
        pieces = shown;
        getChildren().setAll(shown.stream().<Node>map(Piece::region).toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (var piece : pieces) {
            double width = getWidth() * piece.share();
            double left = Math.round(x);
            int height = StateColours.height(piece.state(), (int) getHeight());
            piece.region()
                    .resizeRelocate(left, getHeight() - height, Math.max(0, Math.round(x + width) - left), height);
            x += width;
        }
    }
}
