package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// How long a step that must wait does so, and what then.
///
/// @param timeout a `TIME`; absent for as long as it takes
/// @param otherwise what the unit does when the time is up, or when what it waits for can never come, such as
///     an item of a queue that is closed and empty. Without it the unit fails then.
public record Waiting(Optional<Expr> timeout, Optional<List<Step>> otherwise) {

    /// For as long as it takes.
    public static final Waiting FOR_EVER = new Waiting(Optional.empty(), Optional.empty());

    public Waiting {
        otherwise = otherwise.map(List::copyOf);
    }
}
