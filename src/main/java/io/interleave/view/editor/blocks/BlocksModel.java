package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Outline;
import io.interleave.edit.Script;
import io.interleave.edit.Selection;
import io.interleave.edit.Slot;
import io.interleave.model.Reading;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The blocks as they are shown: the rows, what stands on each, what is folded, chosen and edited in place. Knows no
/// controls. What it does to the scenario, {@link Deeds} does.
final class BlocksModel {

    private final Draft draft;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Rows> rows;
    private final ReadOnlyObjectWrapper<Optional<Editing>> editing = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// Turned whenever what stands on the rows may be another thing, while the rows may be the same.
    private final ReadOnlyBooleanWrapper faces = new ReadOnlyBooleanWrapper();
    private Folds folds = Folds.NONE;
    private Complaints complaints = Complaints.NONE;
    private Users users = Users.NONE;
    /// Whether it was asked who uses what in the outline as it is now. While no resource is in sight, nobody does.
    private boolean usersAsked;
    private boolean usersCanWait;
    private Set<Integer> selected = Set.of();
    private int focused;
    private int opened;

    /// @param latest finds out in the background who uses what
    BlocksModel(Draft draft, Latest latest) {
        this.draft = draft;
        this.latest = latest;
        rows = new ReadOnlyObjectWrapper<>(Rows.of(draft.script().outline(), folds));
        draft.scriptProperty().subscribe(this::follow);
        draft.selectionProperty().subscribe(this::follow);
        draft.readingProperty().subscribe(this::follow);
        draft.hintsProperty().subscribe(_ -> follow(draft.readingProperty().get()));
    }

    Draft draft() {
        return draft;
    }

    /// As {@link Draft#opened()}, of the scenario whose rows these are.
    int opened() {
        return opened;
    }

    Outline outline() {
        return rows.get().outline();
    }

    ReadOnlyObjectProperty<Rows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    Rows rows() {
        return rows.get();
    }

    ReadOnlyBooleanProperty facesProperty() {
        return faces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Editing>> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    Optional<Editing> editing() {
        return editing.get();
    }

    private void follow(Script script) {
        boolean isAnother = draft.opened() != opened;
        if (isAnother) {
            opened = draft.opened();
            folds = Folds.NONE;
            focused = 0;
            editing.set(Optional.empty());
        }
        if (script.outline() != outline()) {
            show(Rows.of(script.outline(), folds));
            usersAsked = false;
            usersCanWait = !isAnother && script.isLarge();
        }
        turn();
    }

    private List<String> users(Block resource) {
        if (!usersAsked) {
            usersAsked = true;
            var outline = outline();
            latest.ask(usersCanWait, () -> Users.of(outline), found -> {
                users = found;
                turn();
            });
        }
        return users.of(resource.name());
    }

    private void follow(Selection selection) {
        var now = Set.copyOf(selection.blocks());
        if (!now.equals(selected)) {
            selected = now;
            selection.blocks().stream().findFirst().ifPresent(this::reveal);
            selection.blocks().stream()
                    .flatMap(it -> rows().indexOf(it).stream())
                    .findFirst()
                    .ifPresent(it -> focused = it);
            turn();
        }
    }

    /// While a text has not been read yet, what was wrong with the last one is likely still so.
    private void follow(Optional<Reading> reading) {
        reading.ifPresent(it -> {
            complaints = draft.script().isSound()
                    ? Complaints.of(
                            outline(), it.problems(), draft.hintsProperty().get())
                    : Complaints.NONE;
            turn();
        });
    }

    private void turn() {
        faces.set(!faces.get());
    }

    /// What stands on a row.
    Face face(int index) {
        var block = rows().block(index);
        return switch (rows().row(index)) {
            case Row.Section it -> Face.of(section(it.kind()));
            case Row.Empty it ->
                Face.of(Messages.text("blocks.empty." + it.kind().name()));
            case Row.Otherwise it -> Face.of(it.body());
            case Row.End it -> Face.of(Messages.text(it.empty() ? "blocks.end.empty" : "blocks.end"));
            case Row.Item _, Row.Unit _, Row.Step _ -> face(block);
        };
    }

    private Face face(Block block) {
        var problems = complaints.of(block.id());
        return new Face(
                block.word(),
                block.name(),
                Face.chips(block),
                Face.offers(block),
                block.kind() == Block.Kind.KNOB
                        ? block.slot("label").map(Slot::text).orElse("")
                        : "",
                block.kind() == Block.Kind.RESOURCE ? users(block) : List.of(),
                outline().comments(block).all(),
                problems.stream().map(Complaint::words).toList(),
                problems.stream().anyMatch(Complaint::broken));
    }

    List<Complaint> complaints(Block block) {
        return complaints.of(block.id());
    }

    static String section(Block.Kind kind) {
        return Messages.text("blocks.section." + kind.name());
    }

    // Folding

    boolean isFolded(Block block) {
        return folds.has(block);
    }

    void fold(Set<Integer> ids, boolean folded) {
        fold(folds.with(ids, folded));
    }

    void fold(Block.Kind section, boolean folded) {
        fold(folds.with(section, folded));
    }

    /// Shows the bodies as well that the step may have and has not.
    void open(Block step) {
        fold(folds.opening(step.id()));
    }

    private void fold(Folds changed) {
        folds = changed;
        show(Rows.of(outline(), folds));
        turn();
    }

    /// The focus stays at its block.
    private void show(Rows now) {
        int at = focused();
        int block = rows().row(at).block();
        int offset = at - rows().indexOf(block).orElse(at);
        focused = now.indexOf(block).map(it -> it + offset).orElse(at);
        rows.set(now);
    }

    /// Sees to it that the block has a row.
    private void reveal(int id) {
        if (rows().indexOf(id).isPresent()) {
            return;
        }
        outline().find(id).filter(it -> it.parent().isPresent()).ifPresent(block -> {
            var ids = new HashSet<Integer>();
            for (var it = block.parent(); it.isPresent(); it = it.get().parent()) {
                ids.add(it.get().id());
            }
            var top = block;
            while (top.parent().orElseThrow().parent().isPresent()) {
                top = top.parent().orElseThrow();
            }
            fold(folds.with(ids, false).with(top.kind(), false));
        });
    }

    // What is chosen

    /// The row that keys act on.
    int focused() {
        return Math.clamp(focused, 0, rows().size() - 1);
    }

    List<Block> selected() {
        return draft.selectionProperty().get().blocks().stream()
                .flatMap(it -> outline().find(it).stream())
                .toList();
    }

    boolean isSelected(Block block) {
        return selected.contains(block.id());
    }

    /// Goes to a row, and selects its block if it is the block's own row.
    void choose(int index) {
        focused = Math.clamp(index, 0, rows().size() - 1);
        select(isBlock(focused) ? List.of(rows().block(focused)) : List.of());
    }

    /// Selects all the blocks as well from the row that keys act on to this one.
    void extend(int index) {
        int to = Math.clamp(index, 0, rows().size() - 1);
        var all = new LinkedHashSet<>(selected());
        for (int i = Math.min(focused, to); i <= Math.max(focused, to); i++) {
            if (isBlock(i)) {
                all.add(rows().block(i));
            }
        }
        select(List.copyOf(all));
        focused = to;
        turn();
    }

    /// Selects a block besides the others, or no longer.
    void toggle(int index) {
        if (!isBlock(index)) {
            return;
        }
        var block = rows().block(index);
        var all = new ArrayList<>(selected());
        if (!all.removeIf(it -> it.id() == block.id())) {
            all.add(block);
        }
        select(all);
        focused = index;
        turn();
    }

    void toNothing() {
        select(List.of());
    }

    private void select(List<Block> blocks) {
        draft.select(Selection.of(blocks));
        turn();
    }

    boolean isBlock(int index) {
        return rows().row(index).isBeginning();
    }

    // Editing in place

    void edit(Editing value) {
        editing.set(Optional.of(value));
        turn();
    }

    void endEditing() {
        if (editing.get().isPresent()) {
            editing.set(Optional.empty());
            turn();
        }
    }
}
