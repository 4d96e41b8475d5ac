package io.interleave.view.timeline;

/// What a key in the timeline asks for that lies beside it.
public enum TimelineCommand {
    /// To look for a name.
    SEARCH,
    /// To type a time.
    GO_TO,
    /// To play the run, or stop playing.
    PLAY,
    /// To mark a moment.
    MARK,
    /// To show the critical path, or no longer.
    ROUTE,
    /// To say all about what is selected.
    DETAILS
}
