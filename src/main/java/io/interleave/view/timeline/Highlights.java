package io.interleave.view.timeline;

import io.interleave.analysis.CriticalPath;
import java.util.List;
import java.util.Optional;

/// What is drawn over the lanes beside what they show.
///
/// @param arrows whether what led to what is shown of everything in sight, not only of what is selected
/// @param route a way through the lanes
/// @param notes places that someone has marked
record Highlights(Selection selection, boolean arrows, Optional<CriticalPath> route, List<Note> notes) {

    static final Highlights NONE = new Highlights(Selection.NONE, false, Optional.empty(), List.of());
}
