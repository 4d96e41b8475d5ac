package io.interleave.view.timeline;

import java.util.List;

/// Lanes that belong together and fold together, in the order in which they are shown.
///
/// @param key that does not change while the run grows
/// @param title as its heading says it; empty where a lane of the group itself is the heading
/// @param head the lane that stays when it is folded; none for sections with a heading
/// @param more units that have no lane here
record Section(String key, String title, List<Entry> head, List<Entry> entries, int more) {

    /// A lane, or a unit that is given one when it comes into sight.
    ///
    /// @param lane its place among the timeline's lanes, or -1
    /// @param fold the key of what folds under it; empty for nothing
    /// @param depth how far it is indented
    record Entry(int lane, LaneKey key, String fold, int depth) {}

    Section {
        head = List.copyOf(head);
        entries = List.copyOf(entries);
    }
}
