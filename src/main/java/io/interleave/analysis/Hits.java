package io.interleave.analysis;

import java.util.List;

/// What a search found, the best first.
///
/// @param hits no more than were asked for
/// @param total how many there are
public record Hits(List<Hit> hits, int total) {

    public Hits {
        hits = List.copyOf(hits);
    }
}
