/// The swimlanes: a timeline as a picture that can be zoomed, panned, followed while it grows, and asked.
///
/// Geometry is values (`TimeScale`, `LaneLayout`, `FramePlan`), made from a still moment of the timeline and tested
/// without a screen; painting is the last thin step, on `Pixels` and a `Pen`. No engine here, no file but the
/// picture that is asked for, and never a node per span or lane.
package io.interleave.view.timeline;
