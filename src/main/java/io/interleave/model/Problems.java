package io.interleave.model;

import io.interleave.model.Problem.Matter;
import io.interleave.model.Problem.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Gathers what is wrong while a file is read, so that all of it can be told at once.
final class Problems {

    private static final Comparator<Problem> IN_ORDER_OF_TEXT = Comparator.comparingInt(
                    (Problem it) -> it.place().line())
            .thenComparingInt(it -> it.place().column());

    private final SequencedSet<Problem> found = new LinkedHashSet<>();

    void error(Place place, String message) {
        error(place, message, "");
    }

    void error(Place place, String message, String expected) {
        add(new Problem(Severity.ERROR, place, message, expected, Optional.empty()));
    }

    /// An error about `word`, which is perhaps a misspelling of one of the `known` words.
    void unknown(Place place, String message, String expected, String word, Collection<String> known) {
        unknown(place, message, expected, word, known, Matter.OTHER);
    }

    void unknown(Place place, String message, String expected, String word, Collection<String> known, Matter matter) {
        add(new Problem(Severity.ERROR, place, message, expected, Nearest.to(word, known), matter));
    }

    void hint(Place place, String message) {
        hint(place, message, Matter.OTHER);
    }

    void hint(Place place, String message, Matter matter) {
        add(new Problem(Severity.HINT, place, message, "", Optional.empty(), matter));
    }

    void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    private void add(Problem problem) {
        if (!isFull()) {
            found.add(problem);
        }
    }

    /// Whether further problems are dropped.
    boolean isFull() {
        return found.size() >= Limits.PROBLEMS;
    }

    int count() {
        return found.size();
    }

    boolean hasErrors() {
        return found.stream().anyMatch(it -> it.severity() == Severity.ERROR);
    }

    List<Problem> inOrder() {
        return found.stream().sorted(IN_ORDER_OF_TEXT).toList();
    }
}
