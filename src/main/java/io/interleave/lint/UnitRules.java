package io.interleave.lint;

import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import io.interleave.model.UnitGroup.Process.Output;
import java.util.List;
import java.util.function.Consumer;

/// Groups are started, those that are awaited come to an end, and what processes print is read.
final class UnitRules {

    private final Facts facts;
    private final Consumer<Hint> hints;

    UnitRules(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        for (var group : facts.scenario.units()) {
            if (facts.isEndless(group) && !facts.isNamed(group.name(), Step.Cancel.class)) {
                awaits(group);
            }
            if (group.manual()
                    && !isStarted(group)
                    && !facts.naming(group.name()).isEmpty()) {
                hints.accept(new Hint(
                        group.place(),
                        new Rule.NeverStarted(group.name()),
                        facts.naming(group.name()).stream().map(Site::place).toList()));
            }
            if (group.kind() instanceof UnitGroup.Process process && process.output() == Output.READ) {
                output(group);
            }
        }
    }

    /// A process is also started with the one that reads what it prints.
    private boolean isStarted(UnitGroup group) {
        return facts.isNamed(group.name(), Step.Start.class)
                || facts.isNamed(group.name(), Step.Gather.class)
                || facts.scenario.units().stream()
                        .anyMatch(it -> it.kind() instanceof UnitGroup.Process reader
                                && reader.input().filter(group.name()::equals).isPresent());
    }

    private void awaits(UnitGroup group) {
        for (var site : facts.naming(group.name())) {
            boolean waits = site.step instanceof Step.Await || site.step instanceof Step.Gather;
            // That a group waits for its own end the reader says.
            if (waits && site.isOpen() && StepParts.isForEver(site.step) && site.group != group) {
                hints.accept(new Hint(site.place(), new Rule.NeverEnds(group.name()), List.of(group.place())));
            }
        }
    }

    private void output(UnitGroup process) {
        boolean read = facts.naming(process.name()).stream()
                .anyMatch(it -> it.step instanceof Step.ReadLine || it.step instanceof Step.Communicate);
        boolean used = !process.manual() || !facts.naming(process.name()).isEmpty();
        if (!read && used) {
            hints.accept(new Hint(process.place(), new Rule.NeverRead(process.name()), List.of()));
        }
    }
}
