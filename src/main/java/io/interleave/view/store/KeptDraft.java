package io.interleave.view.store;

import java.time.Instant;

/// Edits that are not saved, as they are kept on disk.
///
/// @param id unique, and good as a part of a file's name
/// @param title what the scenario is called
/// @param base the text that was edited, which undoing everything leads back to
/// @param text what has become of it
/// @param at when it was edited last
/// @param open whether it is what the window shows
/// @param pasted whether it has a command that came from the clipboard, and that nobody has agreed to
public record KeptDraft(
        String id,
        DraftOrigin origin,
        String title,
        String base,
        String text,
        Instant at,
        boolean open,
        boolean pasted) {}
