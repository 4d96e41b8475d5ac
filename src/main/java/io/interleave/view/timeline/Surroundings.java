package io.interleave.view.timeline;

/// What there is around the lanes.
enum Surroundings {
    /// All: in a window of its own.
    ALL,
    /// No minimap, which would only repeat it, and lanes as low as need be: a picture of the whole run for
    /// good.
    OF_PICTURE,
    /// Neither legend nor minimap: beside another timeline that has them.
    NONE
}
