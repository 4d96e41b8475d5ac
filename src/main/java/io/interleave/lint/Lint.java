package io.interleave.lint;

import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Finds what is probably a mistake in a scenario. Runs nothing, and takes time in proportion to the scenario's
/// length, not to the number of ways through it.
public final class Lint {

    private static final Comparator<Hint> IN_ORDER_OF_TEXT = Comparator.comparingInt(
                    (Hint it) -> it.place().line())
            .thenComparingInt(it -> it.place().column());

    private Lint() {}

    /// What is probably a mistake with the knobs as the scenario sets them.
    public static List<Hint> of(Scenario scenario) {
        return of(scenario, Settings.of(scenario));
    }

    /// What is probably a mistake with these settings of the knobs, in the order of the text. Where knobs decide, they
    /// are taken as they are set; what a step of any of their settings could still put right is no mistake.
    public static List<Hint> of(Scenario scenario, Settings settings) {
        var hints = new LinkedHashSet<Hint>();
        var facts = new Facts(scenario, settings, hints::add);
        new LockRules(facts, hints::add).check();
        new LockOrderRule(facts, hints::add).check();
        new WakerRule(facts, hints::add).check();
        new QueueRules(facts, hints::add).check();
        new WaitRules(facts, hints::add).check();
        new UnitRules(facts, hints::add).check();
        new LoopRules(facts, hints::add).check();
        new LostUpdateRule(facts, hints::add).check();
        var sorted = new ArrayList<>(hints);
        sorted.sort(IN_ORDER_OF_TEXT);
        return List.copyOf(sorted);
    }
}
