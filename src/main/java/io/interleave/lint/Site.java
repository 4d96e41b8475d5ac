package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import java.util.Optional;
import java.util.stream.Stream;

/// A step where it stands: what is around it, what is certain before it, how often it is done.
final class Site {

    final UnitGroup group;
    final Step step;
    final Optional<Site> parent;
    final State before;

    /// By each unit of the group.
    final Times times;

    Site(UnitGroup group, Step step, Optional<Site> parent, State before, Times times) {
        this.group = group;
        this.step = step;
        this.parent = parent;
        this.before = before;
        this.times = times;
    }

    /// Whether a run may come here with the knobs as they are.
    boolean isOpen() {
        return before.reach() == Reach.OPEN;
    }

    boolean isDead() {
        return before.reach() == Reach.DEAD;
    }

    /// The steps that this one is within, the nearest first.
    Stream<Site> around() {
        return Stream.iterate(parent, Optional::isPresent, it -> it.orElseThrow().parent)
                .map(Optional::orElseThrow);
    }

    /// Where a hint about this step stands: at the name of what it acts on, or else at the whole step.
    Place place() {
        return StepParts.target(step).map(it -> it.place()).orElse(step.place());
    }
}
