package io.interleave.lint;

import io.interleave.model.ScenarioReader;
import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Has a group started that waits to be and that nothing starts: with the run, or by a step.
final class Starting {

    /// Between commas, or on a line of its own.
    private static final Pattern MANUAL = Pattern.compile(
            ", *start: *manual" + "|(?<=\\{) *start: *manual *," + "|\\R *start: *manual *(#[^\\r\\n]*)?(?=\\R|$)");

    private final String text;
    private final Lines lines;

    Starting(String text) {
        this.text = text;
        this.lines = new Lines(text);
    }

    List<Fix> fixes(String name) {
        var groups = ScenarioReader.read(text).scenario().map(it -> it.units()).orElse(List.of());
        var fixes = new ArrayList<Fix>();
        groups.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .flatMap(this::withTheRun)
                .ifPresent(fixes::add);
        groups.stream()
                .filter(it -> !it.manual() && !it.name().equals(name) && mayStart(it))
                .findFirst()
                .ifPresent(it -> fixes.add(new Fix(
                        "Start '%s' in '%s'".formatted(name, it.name()),
                        List.of(new StepEdit(lines).before(it.steps().getFirst(), "start: " + name)))));
        return fixes;
    }

    private Optional<Fix> withTheRun(UnitGroup group) {
        var manual = MANUAL.matcher(text)
                .region(lines.start(group.place()), lines.lastLineEnd(group.place()))
                .useTransparentBounds(true);
        return manual.find()
                ? Optional.of(new Fix(
                        "Start '%s' with the run".formatted(group.name()),
                        List.of(new Replacement(manual.start(), manual.end(), ""))))
                : Optional.empty();
    }

    /// One unit alone starts them, or there would be several times as many.
    private static boolean mayStart(UnitGroup group) {
        boolean acts = group.kind() instanceof UnitGroup.Thread || group.kind() instanceof UnitGroup.Coroutine;
        return acts && Knobs.whole(Knobs.always(group.count())).orElse(0) == 1;
    }
}
