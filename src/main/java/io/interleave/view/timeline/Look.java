package io.interleave.view.timeline;

/// What is to be seen: the size of the picture and the window into time and lanes.
///
/// @param scroll how far the lanes are scrolled up, in pixels
/// @param until nothing from then on is shown
/// @param focused the lost update that is looked at, or -1
/// @param grain how many pixels the columns are wide that narrow spans are gathered in
/// @param frozen whether the picture stands still while the run goes on
/// @param surroundings what there is beside the lanes
record Look(
        int width,
        int height,
        Metrics metrics,
        TimeScale scale,
        Arrangement arrangement,
        Highlights highlights,
        int scroll,
        long until,
        int focused,
        int grain,
        boolean frozen,
        Surroundings surroundings) {

    /// The same, with columns of a pixel each.
    Look fine() {
        return new Look(
                width,
                height,
                metrics,
                scale,
                arrangement,
                highlights,
                scroll,
                until,
                focused,
                1,
                frozen,
                surroundings);
    }
}
