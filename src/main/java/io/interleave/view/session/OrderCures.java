package io.interleave.view.session;

import io.interleave.analysis.Finding;
import io.interleave.lint.Fixes;
import io.interleave.lint.Hint;
import io.interleave.lint.Lint;
import io.interleave.lint.Rule;
import io.interleave.model.Problem;
import io.interleave.model.Settings;
import io.interleave.view.fx.Latest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Finds the order in which the locks of a deadlock had better be taken. Of a large scenario that takes longer than a
/// frame, and it is asked for at every report of a run: it is found out in the background, and remembered.
final class OrderCures {

    /// @param locks by their names
    private record Asked(Set<String> locks, Document document, Settings settings) {}

    private final Latest latest;
    private final ReadOnlyObjectWrapper<Optional<OrderCure>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Asked> asked = Optional.empty();

    OrderCures(Latest latest) {
        this.latest = latest;
    }

    /// The answer to the last question, once it has been found out.
    ReadOnlyObjectProperty<Optional<OrderCure>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// What is known by now.
    ///
    /// @param document as it is edited by now; none is known while that has errors
    Optional<OrderCure> of(List<Finding> findings, Document document, Settings settings) {
        var now = findings.stream()
                .filter(Finding.Deadlock.class::isInstance)
                .map(it -> new Asked(SwitchCure.locks((Finding.Deadlock) it), document, settings))
                .findFirst();
        if (!now.equals(asked)) {
            asked = now;
            found.set(Optional.empty());
            latest.ask(() -> now.flatMap(OrderCures::find), found::set);
        }
        return found.get();
    }

    private static Optional<OrderCure> find(Asked asked) {
        var document = asked.document();
        return document.scenario()
                .filter(_ -> document.problems().stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR))
                .flatMap(scenario -> Lint.of(scenario, asked.settings()).stream()
                        .filter(it -> isAbout(it, asked.locks()))
                        .flatMap(it -> Fixes.of(document.text(), it, asked.settings()).stream())
                        .map(OrderCure::new)
                        .findFirst());
    }

    private static boolean isAbout(Hint hint, Set<String> locks) {
        return hint.rule() instanceof Rule.LockOrder(var ordered)
                && locks.equals(
                        ordered.stream().map(it -> it.replaceFirst(" .*", "")).collect(Collectors.toSet()));
    }
}
