package io.interleave.view.timeline;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Where the pointer is, and what it points at.
final class Pointer {

    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private Hover hover = Hover.NOTHING;
    private double x = -1;
    private double y = -1;
    private boolean asks;

    /// In pixels of the picture; below 0 where it points at nothing.
    double x() {
        return x;
    }

    double y() {
        return y;
    }

    Hover hover() {
        return hover;
    }

    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    void move(double toX, double toY) {
        x = toX;
        y = toY;
        asks = true;
    }

    /// Until it moves, what is said of what is under it is not in the way: it was clicked, and is told of elsewhere.
    void askNoMore() {
        asks = false;
    }

    /// What is to be said beside it.
    Hover answer() {
        return asks ? hover : Hover.NOTHING;
    }

    /// Another picture is under it, or it has moved on this one.
    void look(@Nullable Watch run, @Nullable FramePlan shown) {
        hover = run == null || shown == null || x < 0
                ? Hover.NOTHING
                : run.source().look(still -> new HoverWords(still, shown).at(x, y));
        words.set(hover.words());
    }
}
