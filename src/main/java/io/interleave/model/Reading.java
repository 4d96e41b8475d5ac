package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// What came of reading a scenario's text.
///
/// @param scenario present exactly if no problem is an error
/// @param problems all that is wrong, in the order of the text
public record Reading(Optional<Scenario> scenario, List<Problem> problems) {

    public Reading {
        problems = List.copyOf(problems);
        if (scenario.isPresent() == problems.stream().anyMatch(Reading::isError)) {
            throw new IllegalArgumentException("a scenario is read exactly if nothing is wrong: " + problems);
        }
    }

    /// The problems that keep the scenario from running.
    public List<Problem> errors() {
        return problems.stream().filter(Reading::isError).toList();
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }
}
