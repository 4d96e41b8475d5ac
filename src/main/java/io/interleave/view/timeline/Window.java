package io.interleave.view.timeline;

/// A stretch of time, in nanoseconds since the run began.
///
/// @param to after `from`
public record Window(long from, long to) {

    static final Window NOTHING = new Window(0, 1);
}
