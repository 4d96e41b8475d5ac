package io.interleave.view.tour;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the tour is. Knows no controls.
public final class Tour {

    /// In the order in which they are visited.
    public enum Stop {
        GALLERY,
        RUN,
        PICTURE,
        EDITOR;

        boolean isFirst() {
            return ordinal() == 0;
        }

        boolean isLast() {
            return ordinal() == values().length - 1;
        }
    }

    private final ReadOnlyObjectWrapper<Optional<Stop>> stop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean wanted;

    /// Empty where there is no tour.
    public ReadOnlyObjectProperty<Optional<Stop>> stopProperty() {
        return stop.getReadOnlyProperty();
    }

    /// Begins without being asked to: the keys stay with what has them.
    public void offer() {
        begin(false);
    }

    /// Begins because the user wants it.
    public void show() {
        begin(true);
    }

    private void begin(boolean asked) {
        wanted = asked;
        stop.set(Optional.of(Stop.GALLERY));
    }

    /// Whether the user asked for it.
    boolean isWanted() {
        return wanted;
    }

    /// Goes on; behind the last stop the tour is over.
    void next() {
        go(1);
    }

    /// Goes back; from the first stop not at all.
    void back() {
        stop.get().filter(it -> !it.isFirst()).ifPresent(_ -> go(-1));
    }

    private void go(int by) {
        stop.set(stop.get()
                .map(it -> it.ordinal() + by)
                .filter(it -> it < Stop.values().length)
                .map(it -> Stop.values()[it]));
    }

    /// A run was started: whoever has done that is shown the picture next.
    void ran() {
        stop.get()
                .filter(it -> it == Stop.GALLERY || it == Stop.RUN)
                .ifPresent(_ -> stop.set(Optional.of(Stop.PICTURE)));
    }

    void skip() {
        stop.set(Optional.empty());
    }
}
