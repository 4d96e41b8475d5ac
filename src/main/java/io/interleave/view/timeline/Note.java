package io.interleave.view.timeline;

/// A moment that someone has marked.
///
/// @param time nanoseconds since the run began
/// @param text of the note; empty for none
public record Note(long time, String text) {}
