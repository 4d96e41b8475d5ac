package io.interleave.model;

import java.util.Optional;

/// A group of units without its steps. A part that is wrong in the file, which has been reported then, is as if
/// the file did not mention it.
///
/// @param word the kind, as the file says it
/// @param kind absent where a part of it that others depend on is wrong
/// @param steps as the file has them, not read yet
record UnitHead(
        YamlNode.Scalar owner,
        Place place,
        String word,
        Optional<UnitGroup.Kind> kind,
        Expr count,
        boolean manual,
        Optional<YamlNode> steps) {

    String name() {
        return owner.text();
    }

    /// The type of what a generator yields or a task takes and gives.
    Optional<Value.Type> of() {
        return kind.flatMap(it -> switch (it) {
            case UnitGroup.Generator generator -> Optional.of(generator.of());
            case UnitGroup.Task task -> Optional.of(task.of());
            case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Process _ -> Optional.empty();
        });
    }

    Optional<UnitGroup.Process> process() {
        return kind.filter(UnitGroup.Process.class::isInstance).map(UnitGroup.Process.class::cast);
    }
}
