package io.interleave.view.session;

import io.interleave.analysis.Finding;
import io.interleave.model.Expr;
import io.interleave.model.Knob;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import io.interleave.model.Value;
import java.util.List;
import java.util.Optional;

/// A switch to turn that does away with a finding.
public record Cure(Knob.Toggle knob, boolean on) {

    /// The cure for updates lost: a lock around the variable's steps that a switch has turned off.
    public static Optional<Cure> of(List<Finding> findings, Scenario scenario, Settings settings) {
        return findings.stream()
                .flatMap(finding -> switch (finding) {
                    case Finding.UpdatesLost lost -> lockOff(lost.name(), scenario, settings).stream();
                    case Finding.Deadlock _, Finding.Contention _ -> Optional.<Cure>empty().stream();
                })
                .findFirst();
    }

    private static Optional<Cure> lockOff(String variable, Scenario scenario, Settings settings) {
        return scenario.resources().stream()
                .flatMap(resource -> switch (resource) {
                    case Resource.Lock lock when guards(lock.name(), variable, scenario) ->
                        enabler(lock, scenario).stream();
                    case Resource.Lock _, Resource.Variable _ -> Optional.<Knob.Toggle>empty().stream();
                })
                .filter(toggle -> settings.get(toggle.name()).equals(new Value.Truth(false)))
                .map(toggle -> new Cure(toggle, true))
                .findFirst();
    }

    private static Optional<Knob.Toggle> enabler(Resource.Lock lock, Scenario scenario) {
        return lock.enabled() instanceof Expr.Name(var _, var name)
                        && scenario.knob(name).orElse(null) instanceof Knob.Toggle toggle
                ? Optional.of(toggle)
                : Optional.empty();
    }

    private static boolean guards(String lock, String variable, Scenario scenario) {
        return scenario.units().stream().anyMatch(group -> guards(lock, variable, group.steps(), false));
    }

    /// Whether one of `steps` touches the variable while the lock is held; acquiring without a body counts for what follows it.
    private static boolean guards(String lock, String variable, List<Step> steps, boolean heldBefore) {
        boolean held = heldBefore;
        for (var step : steps) {
            boolean here = held;
            boolean found = switch (step) {
                case Step.Repeat repeat -> guards(lock, variable, repeat.body(), here);
                case Step.Hold hold -> guards(lock, variable, hold.body(), here || hold.lock().equals(lock));
                case Step.Read read -> here && read.variable().equals(variable);
                case Step.Write write -> here && write.variable().equals(variable);
                case Step.Increment increment -> here && increment.variable().equals(variable);
                case Step.Update update -> here && update.variable().equals(variable);
                case Step.Acquire _, Step.Release _, Step.Compute _, Step.Sleep _, Step.Log _ -> false;
            };
            if (found) {
                return true;
            }
            held = switch (step) {
                case Step.Acquire acquire when acquire.lock().equals(lock) -> true;
                case Step.Release release when release.lock().equals(lock) -> false;
                default -> held;
            };
        }
        return false;
    }
}
