package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Body;
import io.interleave.edit.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The outline of a scenario, line by line as it is shown. Immutable.
final class Rows {

    static final String STEPS = "steps";

    /// What there is to be used, who uses it, and what must come of it; knobs are also above the timeline.
    private static final List<Block.Kind> ORDER =
            List.of(Block.Kind.RESOURCE, Block.Kind.UNIT, Block.Kind.EXPECTATION, Block.Kind.KNOB, Block.Kind.PRESET);

    private final List<Row> rows = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /// Of each row the id of the block that begins on it, or -1.
    private int[] beginnings = new int[64];

    private final Outline outline;
    private final Folds folds;

    private Rows(Outline outline, Folds folds) {
        this.outline = outline;
        this.folds = folds;
    }

    static Rows of(Outline outline, Folds folds) {
        var rows = new Rows(outline, folds);
        ORDER.stream().map(rows::section).filter(rows::isOfUse).forEach(rows::show);
        return rows;
    }

    int size() {
        return rows.size();
    }

    List<Row> all() {
        return List.copyOf(rows);
    }

    Row row(int index) {
        return rows.get(index);
    }

    /// The block that a row belongs to; of a section's the scenario.
    Block block(int index) {
        return blocks.get(index);
    }

    Outline outline() {
        return outline;
    }

    /// The row on which a block begins; nothing where that is folded away.
    Optional<Integer> indexOf(int block) {
        for (int i = 0; i < rows.size(); i++) {
            if (beginnings[i] == block) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// The row on which a block ends; nothing where it is folded away.
    Optional<Integer> lastOf(Block block) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).block() == block.id()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// The body that the row is part of: that in which its block stands, or whose end or heading it is.
    Body body(int index) {
        return switch (row(index)) {
            case Row.Section it -> section(it.kind());
            case Row.Empty it -> section(it.kind());
            case Row.End it -> block(index).body(it.body()).orElseThrow();
            case Row.Otherwise it -> block(index).body(it.body()).orElseThrow();
            case Row.Item _, Row.Unit _, Row.Step _ -> block(index).home();
        };
    }

    Body section(Block.Kind kind) {
        return outline.scenario().bodies().stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /// There are no presets without knobs.
    private boolean isOfUse(Body section) {
        return section.kind() != Block.Kind.PRESET
                || !section.blocks().isEmpty()
                || !section(Block.Kind.KNOB).blocks().isEmpty();
    }

    private void show(Body section) {
        boolean folded = folds.sections().contains(section.kind());
        var scenario = section.owner();
        add(new Row.Section(section.kind(), section.blocks().size(), folded), scenario);
        if (folded) {
            return;
        }
        if (section.blocks().isEmpty()) {
            add(new Row.Empty(section.kind()), scenario);
        }
        for (var it : section.blocks()) {
            if (section.kind() == Block.Kind.UNIT) {
                unit(it);
            } else {
                add(new Row.Item(it.id(), it.kind(), Category.of(it)), it);
            }
        }
    }

    private void unit(Block unit) {
        boolean folded = folds.has(unit);
        boolean closed = folded || unit.bodies().isEmpty();
        add(new Row.Unit(unit.id(), closed, folded), unit);
        if (!closed) {
            bodies(unit, shown(unit), List.of(), Category.UNKNOWN);
        }
    }

    private void step(Block step, List<Category> around) {
        var category = Category.of(step);
        var shown = shown(step);
        var shape = shown.isEmpty() ? Row.Shape.WHOLE : folds.has(step) ? Row.Shape.FOLDED : Row.Shape.TOP;
        add(new Row.Step(step.id(), around, category, shape), step);
        if (shape == Row.Shape.TOP) {
            bodies(step, shown, around, category);
        }
    }

    /// A body that a step may have and has not is shown where it is likely wanted.
    private List<Body> shown(Block block) {
        if (block.bodies().isEmpty()) {
            return List.of();
        }
        boolean all = folds.opened().contains(block.id())
                || switch (block.word()) {
                    case "if", "try" -> true;
                    default -> false;
                };
        if (all) {
            return block.bodies();
        }
        var shown = new ArrayList<Body>(block.bodies().size());
        for (var it : block.bodies()) {
            if (it.isPresent() || it.isRequired()) {
                shown.add(it);
            }
        }
        return shown;
    }

    private void bodies(Block owner, List<Body> bodies, List<Category> around, Category category) {
        boolean ofUnit = owner.kind() == Block.Kind.UNIT;
        var inside = ofUnit ? around : plus(around, category);
        for (var body : bodies) {
            if (!body.key().equals(STEPS)) {
                add(new Row.Otherwise(owner.id(), body.key(), around, category), owner);
            }
            for (var it : body.blocks()) {
                step(it, inside);
            }
            boolean closes = body == bodies.getLast();
            boolean empty = body.blocks().isEmpty();
            add(new Row.End(owner.id(), body.key(), around, category, ofUnit, closes, empty), owner);
        }
    }

    private static List<Category> plus(List<Category> around, Category category) {
        var more = new ArrayList<>(around);
        more.add(category);
        return List.copyOf(more);
    }

    private void add(Row row, Block block) {
        if (rows.size() == beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, 2 * beginnings.length);
        }
        beginnings[rows.size()] = row.isBeginning() ? block.id() : -1;
        rows.add(row);
        blocks.add(block);
    }
}
