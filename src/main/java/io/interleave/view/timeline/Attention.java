package io.interleave.view.timeline;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a person has chosen to look at: a lost update, or a selection; not both.
final class Attention {

    private static final int NONE = -1;

    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private int conflict = NONE;

    /// The lost update that is looked at, or -1.
    int conflict() {
        return conflict;
    }

    Selection selection() {
        return selection.get();
    }

    ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    void select(Selection chosen) {
        conflict = NONE;
        selection.set(chosen);
    }

    void lookAt(int chosen) {
        conflict = chosen;
        selection.set(Selection.NONE);
    }

    /// The present is looked at.
    void leaveConflict() {
        conflict = NONE;
    }

    /// Lets go, one after the other, of the lost update and of the selection.
    void letGo() {
        if (conflict >= 0) {
            conflict = NONE;
        } else {
            selection.set(Selection.NONE);
        }
    }

    void clear() {
        conflict = NONE;
        selection.set(Selection.NONE);
    }

    /// The next lost update in a direction, from the one looked at or from the window's left edge; -1 if there
    /// is none.
    int next(Source source, Navigation navigation, int direction) {
        return source.look(still -> navigation.conflict(still.lostUpdates(), conflict, direction));
    }

    /// The window that shows the lost update that is looked at.
    TimeScale around(Source source, int plotWidth) {
        return source.look(still -> Navigation.around(still.lostUpdates(), conflict, plotWidth));
    }

    /// The units of the lost update that is looked at.
    int[] units(Source source) {
        return source.look(still -> {
            var lost = still.lostUpdates();
            return new int[] {lost.lostUnit(conflict), lost.overwriter(conflict)};
        });
    }

    /// What is said of the lost update that is looked at; nothing where there is none.
    Hover card(@Nullable Watch watch) {
        return conflict < 0 || watch == null
                ? Hover.NOTHING
                : watch.source().look(still -> ConflictWords.of(still, conflict));
    }

    /// The window that shows what is selected; `null` where nothing is, or it is in sight already.
    @Nullable
    TimeScale window(int plotWidth, TimeScale shown) {
        var chosen = selection();
        if (!chosen.hasTime()) {
            return null;
        }
        long from = chosen.from();
        long to = Math.max(chosen.to(), from + 1);
        if (chosen instanceof Selection.OfSpan) {
            long air = Math.max(1, (to - from) / 4);
            from -= air;
            to += air;
        }
        TimeScale window = TimeScale.fitting(from, to, plotWidth);
        return window.equals(shown) ? null : window;
    }
}
