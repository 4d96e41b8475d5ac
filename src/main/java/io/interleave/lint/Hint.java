package io.interleave.lint;

import io.interleave.model.Place;
import java.util.List;

/// Something in a scenario that is probably a mistake. It keeps nobody from running it: to watch a mistake is what a
/// scenario may be for.
///
/// @param place of the word or step that the hint stands at
/// @param also other places that have part in it
public record Hint(Place place, Rule rule, List<Place> also) {

    public Hint {
        also = List.copyOf(also);
    }

    /// What is the matter, a sentence without a full stop, naming what it is about.
    public String message() {
        return RuleWords.message(rule);
    }

    /// Why that is bad, or what to do: a sentence without a full stop.
    public String why() {
        return RuleWords.why(rule);
    }

    /// One line as compilers print it: `file:line:column: hint: message; why`.
    public String inFile(String file) {
        return "%s:%d:%d: hint: %s; %s".formatted(file, place.line(), place.column(), message(), why());
    }
}
