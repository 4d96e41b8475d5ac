package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Step;
import java.util.List;

/// Puts steps into a scenario's text, takes them out, and puts others in their place. A list of steps is shown by
/// indentation or by brackets, and what is put in is written the same way.
final class StepEdit {

    private final Lines lines;

    StepEdit(Lines lines) {
        this.lines = lines;
    }

    /// Whether the step's line begins with its dash, so that there are no brackets around its list.
    private boolean isIndented(Step step) {
        String before = lines.before(step.place());
        return before.stripLeading().startsWith("-") && before.strip().equals("-");
    }

    /// Spaces and dash of a step that stands beside this one.
    private String dash(Step step) {
        return lines.before(step.place());
    }

    Replacement after(Step step, String added) {
        if (isIndented(step)) {
            int at = lines.lastLineEnd(step.place());
            return new Replacement(at, at, lines.lineEnd() + dash(step) + added);
        }
        int at = lines.end(step.place());
        return new Replacement(at, at, ", " + added);
    }

    Replacement before(Step step, String added) {
        if (isIndented(step)) {
            int at = lines.lineStart(step.place());
            return new Replacement(at, at, dash(step) + added + lines.lineEnd());
        }
        int at = lines.start(step.place());
        return new Replacement(at, at, added + ", ");
    }

    Replacement instead(Step step, String other) {
        return new Replacement(lines.start(step.place()), lines.end(step.place()), other);
    }

    /// Takes out the steps of a list from this one on; it is not the first.
    Replacement cut(List<Step> steps, int from) {
        var last = steps.getLast().place();
        var before = steps.get(from - 1).place();
        return isIndented(steps.get(from))
                ? new Replacement(lines.lastLineEnd(before), lines.lastLineEnd(last), "")
                : new Replacement(lines.end(before), lines.end(last), "");
    }

    /// The step within a `hold` of this lock.
    Replacement within(String lock, Step step) {
        String itself = lines.at(step.place());
        if (!isIndented(step)) {
            String item = itself.startsWith("{") ? itself : "{ " + itself + " }";
            return instead(step, "{ hold: %s, steps: [ %s ] }".formatted(lock, item));
        }
        String pad = " ".repeat(dash(step).length());
        return instead(
                step, "hold: " + lock + lines.lineEnd() + pad + "steps:" + lines.lineEnd() + pad + "  - " + itself);
    }

    static boolean isOnOneLine(Place place) {
        return place.line() == place.endLine();
    }
}
