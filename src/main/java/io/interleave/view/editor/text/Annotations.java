package io.interleave.view.editor.text;

import io.interleave.model.Form;
import io.interleave.model.Place;
import io.interleave.model.Problem;
import io.interleave.model.Word.Family;
import io.interleave.view.editor.text.Annotation.Fix;
import io.interleave.view.editor.text.Annotation.Severity;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What reading a scenario found, at its stretches of the text and with the fixes that the text itself suggests:
/// the nearest word, a resource that is missing, a lock that is never released.
public final class Annotations {

    private static final int MOST_KINDS = 3;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern ACQUIRE = Pattern.compile("( *)- acquire: (?:(\\w+)|\\{.*\\block: *(\\w+).*\\})\\s*");

    private final String text;
    private final List<String> lines;
    private final Outline outline;

    private Annotations(String text) {
        this.text = text;
        lines = text.lines().toList();
        outline = Outline.of(text);
    }

    public static List<Annotation> of(String text, List<Problem> problems) {
        if (problems.isEmpty()) {
            return List.of();
        }
        var annotations = new Annotations(text);
        return problems.stream().map(annotations::annotation).toList();
    }

    private Annotation annotation(Problem problem) {
        int start = offset(problem.place().line(), problem.place().column());
        int end = Math.max(end(problem.place(), start), start);
        String message = Character.toUpperCase(problem.message().charAt(0))
                + problem.message().substring(1);
        return new Annotation(
                start,
                end,
                switch (problem.severity()) {
                    case ERROR -> Severity.PROBLEM;
                    case HINT -> Severity.HINT;
                },
                problem.expected().isEmpty()
                        ? message
                        : Messages.text("editor.problem.expected", message, problem.expected()),
                fixes(problem, start, end));
    }

    /// A problem of several lines is shown on its first one.
    private int end(Place place, int start) {
        if (place.endLine() == place.line()) {
            return offset(place.endLine(), place.endColumn());
        }
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
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

    private List<Fix> fixes(Problem problem, int start, int end) {
        var fixes = new ArrayList<Fix>();
        String word = text.substring(start, end);
        problem.nearest()
                .ifPresent(nearest -> fixes.add(
                        new Fix(Messages.text("editor.fix.nearest", nearest), new TextEdit(start, word, nearest))));
        if (problem.severity() == Problem.Severity.ERROR) {
            fixes.addAll(declare(word, start));
        } else {
            release(problem.place().line()).ifPresent(fixes::add);
        }
        return fixes;
    }

    /// Where something of the kinds that fit here is named that nobody declares.
    private List<Fix> declare(String word, int start) {
        boolean missing = NAME.matcher(word).matches() && !outline.names().contains(word);
        if (!missing
                || !(CursorPlace.of(Surroundings.at(text, start)) instanceof CursorPlace.Value value)
                || value.form().kind() != Form.Kind.NAME && value.form().kind() != Form.Kind.NAMES) {
            return List.of();
        }
        return value.form().choices().stream()
                .flatMap(kind -> Language.word(Family.RESOURCE, kind).stream())
                .limit(MOST_KINDS)
                .map(kind -> new Fix(
                        Messages.text("editor.fix.declare", kind.word().replace('_', ' '), word),
                        inResources("  " + new Body(outline).declaration(kind, word, 2) + "\n")))
                .toList();
    }

    /// The entry at the end of the section; where there is none, a section of its own before the units.
    private TextEdit inResources(String entry) {
        int section = text.startsWith("resources:") ? 0 : text.indexOf("\nresources:") + 1;
        boolean there = section > 0 || text.startsWith("resources:");
        if (!there) {
            int units = text.startsWith("units:") ? 0 : text.indexOf("\nunits:") + 1;
            return new TextEdit(units, "", "resources:\n" + entry + "\n");
        }
        int at = lineEnd(section);
        for (int line = at; line < text.length(); ) {
            int end = lineEnd(line);
            String its = text.substring(line, end);
            if (!its.isBlank() && !its.startsWith(" ") && !its.startsWith("#")) {
                break;
            }
            at = its.startsWith(" ") && !its.isBlank() ? end : at;
            line = end;
        }
        return new TextEdit(at, "", text.startsWith("\n", at - 1) ? entry : "\n" + entry.stripTrailing());
    }

    /// Where the next line begins.
    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /// Of a hint at a step that acquires: the step that releases, behind the last step of the same list.
    private Optional<Fix> release(int line) {
        var acquire = ACQUIRE.matcher(line >= 1 && line <= lines.size() ? lines.get(line - 1) : "");
        if (!acquire.matches()) {
            return Optional.empty();
        }
        String indent = acquire.group(1);
        String lock = Optional.ofNullable(acquire.group(2)).orElse(acquire.group(3));
        int last = line;
        for (int i = line; i < lines.size(); i++) {
            String its = lines.get(i);
            if (!its.isBlank() && !its.startsWith(indent + " ") && !its.startsWith(indent + "- ")) {
                break;
            }
            last = its.isBlank() ? last : i + 1;
        }
        int at = offset(last, Integer.MAX_VALUE);
        return Optional.of(new Fix(
                Messages.text("editor.fix.release", lock), new TextEdit(at, "", "\n" + indent + "- release: " + lock)));
    }
}
