package io.interleave.view.editor.blocks;

import io.interleave.lint.Fix;
import io.interleave.lint.Fixes;
import io.interleave.lint.Hint;
import io.interleave.lint.Rule;
import io.interleave.model.Place;
import io.interleave.model.Problem;
import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something that is wrong with a block, or probably a mistake.
///
/// @param words what and why, in sentences
/// @param broken whether the scenario cannot run for it
/// @param fixes finds what would put it right in the text that it is about; each is tried, which takes its time
record Complaint(Place place, String words, boolean broken, Function<String, List<Fix>> fixes) {

    static Complaint of(Problem problem) {
        return new Complaint(
                problem.place(),
                problem.expected().isEmpty()
                        ? Messages.sentence(problem.message())
                        : Messages.text(
                                "editor.problem.expected", Messages.sentence(problem.message()), problem.expected()),
                problem.severity() == Problem.Severity.ERROR,
                text -> Fixes.of(text, problem));
    }

    /// Of locks in an order that can deadlock, at each of the steps that take them: any of them may be the one that was
    /// just put there.
    static Stream<Complaint> of(Hint hint) {
        var also = hint.rule() instanceof Rule.LockOrder ? hint.also() : List.<Place>of();
        return Stream.concat(Stream.of(hint.place()), also.stream())
                .map(place -> new Complaint(
                        place,
                        Messages.text(
                                "editor.hint.why", Messages.sentence(hint.message()), Messages.sentence(hint.why())),
                        false,
                        text -> Fixes.of(text, hint)));
    }
}
