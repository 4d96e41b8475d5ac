package io.interleave.view.timeline;

import io.interleave.analysis.CriticalPath;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What is drawn over the lanes beside what they show.
///
/// @param arrows whether what led to what is shown of everything in sight, not only of what is selected
/// @param route a way through the lanes
/// @param notes places that someone has marked
/// @param lines of the scenario, from 1: where units are at their steps is underlined
record Highlights(Selection selection, boolean arrows, Optional<CriticalPath> route, List<Note> notes, BitSet lines) {

    static final Highlights NONE = new Highlights(Selection.NONE, false, Optional.empty(), List.of());

    Highlights(Selection selection, boolean arrows, Optional<CriticalPath> route, List<Note> notes) {
        this(selection, arrows, route, notes, new BitSet());
    }
}
