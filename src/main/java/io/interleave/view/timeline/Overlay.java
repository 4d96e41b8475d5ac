package io.interleave.view.timeline;

/// What lies over the picture while someone uses it.
///
/// @param hover the words at the pointer
/// @param pointerX the pointer, or below 0 if it is elsewhere
/// @param selectionFrom the left edge of the chosen range in the picture
/// @param selectionTo below `selectionFrom` if none is chosen
/// @param card the explanation of the lost update that is looked at; without a title none
record Overlay(
        Hover hover,
        double pointerX,
        double pointerY,
        double selectionFrom,
        double selectionTo,
        String selection,
        Hover card) {

    static final Overlay NONE = new Overlay(Hover.NOTHING, -1, -1, 0, -1, "", Hover.NOTHING);

    boolean hasSelection() {
        return selectionTo >= selectionFrom;
    }
}
