package io.interleave.view.session;

import io.interleave.analysis.Finding;
import io.interleave.lint.Fix;
import io.interleave.lint.Fixes;
import io.interleave.lint.Hint;
import io.interleave.lint.Lint;
import io.interleave.lint.Rule;
import io.interleave.model.Problem;
import io.interleave.model.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An edit of the scenario after which the locks of a deadlock are taken in one order: the one that the hint at their
/// block offers too.
///
/// @param fix of the text of the open document
public record OrderCure(Fix fix) implements Cure {

    /// @param document as it is edited by now; none is known while that has errors
    static Optional<OrderCure> of(List<Finding> findings, Document document, Settings settings) {
        var locks = findings.stream()
                .filter(Finding.Deadlock.class::isInstance)
                .map(it -> SwitchCure.locks((Finding.Deadlock) it))
                .findFirst()
                .filter(_ -> document.problems().stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR));
        return locks.flatMap(those -> document.scenario().stream()
                .flatMap(it -> Lint.of(it, settings).stream())
                .filter(it -> isAbout(it, those))
                .flatMap(it -> Fixes.of(document.text(), it, settings).stream())
                .map(OrderCure::new)
                .findFirst());
    }

    private static boolean isAbout(Hint hint, Set<String> locks) {
        return hint.rule() instanceof Rule.LockOrder(var ordered)
                && locks.equals(
                        ordered.stream().map(it -> it.replaceFirst(" .*", "")).collect(Collectors.toSet()));
    }
}
