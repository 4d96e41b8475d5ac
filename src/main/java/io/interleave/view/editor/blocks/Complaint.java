package io.interleave.view.editor.blocks;

import io.interleave.lint.Fix;
import io.interleave.lint.Fixes;
import io.interleave.lint.Hint;
import io.interleave.model.Place;
import io.interleave.model.Problem;
import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.function.Function;

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
                        ? problem.message()
                        : Messages.text("blocks.problem", problem.message(), problem.expected()),
                problem.severity() == Problem.Severity.ERROR,
                text -> Fixes.of(text, problem));
    }

    static Complaint of(Hint hint) {
        return new Complaint(
                hint.place(),
                Messages.text("editor.hint.why", hint.message(), hint.why()),
                false,
                text -> Fixes.of(text, hint));
    }
}
