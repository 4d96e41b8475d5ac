package io.interleave.view.store;

import java.nio.file.Path;

/// What a draft is a draft of.
public sealed interface DraftOrigin {

    /// A scenario of the gallery, which itself stays as it is.
    ///
    /// @param name the gallery's word for it
    record Gallery(String name) implements DraftOrigin {}

    record OfFile(Path file) implements DraftOrigin {}

    /// Nothing that it could be saved to: it is new, or the text of an earlier run.
    ///
    /// @param name what to call it
    record Loose(String name) implements DraftOrigin {}
}
