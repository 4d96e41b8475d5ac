package io.interleave.code;

import io.interleave.model.Place;
import java.util.List;

/// A program made from a scenario.
///
/// @param fileName under which it can be run
/// @param text ends with a line end; lines are separated by `\n`
/// @param passages in the order of their first lines; one may lie within another, as a step's within its
///     unit's
/// @param gaps what the program does otherwise than the scenario, or not at all; each also stands in the text
///     as a comment
public record Listing(Language language, String fileName, String text, List<Passage> passages, List<Gap> gaps) {

    public Listing {
        passages = List.copyOf(passages);
        gaps = List.copyOf(gaps);
    }

    /// Lines that come from one place of the scenario.
    ///
    /// @param first counted from 1
    /// @param last included
    /// @param place of the step, resource, unit group, knob or expectation in the scenario's text
    public record Passage(int first, int last, Place place) {}

    /// Something that has no equivalent in the language.
    ///
    /// @param words one sentence: what it is, and what the program does instead
    public record Gap(Place place, String words) {}
}
