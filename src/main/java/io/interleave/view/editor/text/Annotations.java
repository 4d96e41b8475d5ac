package io.interleave.view.editor.text;

import io.interleave.lint.Fix;
import io.interleave.lint.Fixes;
import io.interleave.lint.Hint;
import io.interleave.model.Place;
import io.interleave.model.Problem;
import io.interleave.view.editor.text.Annotation.Severity;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What reading a scenario found and what is probably a mistake in it, at its stretches of the text.
public final class Annotations {

    /// Of so many there are fixes: each that is offered has been tried on the whole text.
    private static final int FIXED = 20;

    private final String text;
    private final List<String> lines;

    private Annotations(String text) {
        this.text = text;
        lines = text.lines().toList();
    }

    /// All of them, without fixes, which take their time.
    public static List<Annotation> of(String text, List<Problem> problems, List<Hint> hints) {
        return withFixes(text, problems, hints, () -> false);
    }

    /// All of them, the first ones with what would put them right.
    ///
    /// @param wanted whether fixes are still to be looked for
    public static List<Annotation> withFixes(
            String text, List<Problem> problems, List<Hint> hints, BooleanSupplier wanted) {
        var annotations = new Annotations(text);
        var all = new ArrayList<Annotation>();
        BooleanSupplier isFixed = () -> all.size() < FIXED && wanted.getAsBoolean();
        for (var it : problems) {
            var fixes = isFixed.getAsBoolean() ? Fixes.of(text, it, problems) : List.<Fix>of();
            all.add(annotations.annotation(it, fixes));
        }
        for (var it : hints) {
            var fixes = isFixed.getAsBoolean() ? Fixes.of(text, it) : List.<Fix>of();
            all.add(annotations.annotation(it, fixes));
        }
        return List.copyOf(all);
    }

    private Annotation annotation(Problem problem, List<Fix> fixes) {
        String message = Messages.sentence(problem.message());
        return at(
                problem.place(),
                switch (problem.severity()) {
                    case ERROR -> Severity.PROBLEM;
                    case HINT -> Severity.HINT;
                },
                problem.expected().isEmpty()
                        ? message
                        : Messages.text("editor.problem.expected", message, problem.expected()),
                fixes);
    }

    private Annotation annotation(Hint hint, List<Fix> fixes) {
        return at(
                hint.place(),
                Severity.HINT,
                Messages.text("editor.hint.why", Messages.sentence(hint.message()), Messages.sentence(hint.why())),
                fixes);
    }

    private Annotation at(Place place, Severity severity, String message, List<Fix> fixes) {
        int start = offset(place.line(), place.column());
        return new Annotation(
                start,
                Math.max(end(place, start), start),
                severity,
                message,
                fixes.stream()
                        .map(it -> new Annotation.Fix(
                                Messages.sentence(it.words()), TextEdit.between(text, it.apply(text))))
                        .toList());
    }

    /// A problem of several lines is shown on its first one.
    private int end(Place place, int start) {
        if (place.endLine() == place.line()) {
            return offset(place.endLine(), place.endColumn());
        }
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /// Where a place is in a text, in `char`s.
    public static int offset(String text, Place place) {
        return new Annotations(text).offset(place.line(), place.column());
    }

    /// The `char` at a line and column; both count from 1, and columns count code points.
    private int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        String its = line - 1 < lines.size() && line > 0 ? lines.get(line - 1) : "";
        int points = Math.clamp(column - 1, 0, its.codePointCount(0, its.length()));
        return start + its.offsetByCodePoints(0, points);
    }
}
