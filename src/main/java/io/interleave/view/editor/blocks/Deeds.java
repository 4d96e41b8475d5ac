package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Body;
import io.interleave.edit.Operation;
import io.interleave.edit.Slot;
import io.interleave.edit.Spot;
import io.interleave.lint.Fix;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.Optional;

/// What can be done with blocks, whether by dragging, by keys or from a menu. Each says for itself what it is, for
/// Undo.
final class Deeds {

    private static final List<String> RANGE = List.of("from", "to");

    private final BlocksModel model;
    private final Draft draft;

    Deeds(BlocksModel model) {
        this.model = model;
        this.draft = model.draft();
    }

    boolean add(Spot at, String word) {
        return perform("add", word, new Operation.Add(at, word));
    }

    /// Adds behind what is selected, or where else it is likely wanted.
    boolean add(Carried.Fresh fresh) {
        var spot = likely(fresh.kind());
        if (spot.isPresent()) {
            return add(spot.get(), fresh.word());
        }
        // There is no unit yet that a step could be part of.
        String group = "first unit of " + model.outline().text().length();
        boolean done = draft.perform(
                what("add", fresh.word()),
                group,
                new Operation.Add(Spot.atEnd(model.rows().section(Block.Kind.UNIT)), "thread"));
        return done
                && likely(Block.Kind.STEP)
                        .filter(it ->
                                draft.perform(what("add", fresh.word()), group, new Operation.Add(it, fresh.word())))
                        .isPresent();
    }

    /// Where a new block of this kind is likely wanted.
    private Optional<Spot> likely(Block.Kind kind) {
        var last = model.selected().stream().reduce((_, b) -> b);
        var behind = last.flatMap(it -> behind(it, kind));
        if (behind.isPresent()) {
            return behind;
        }
        if (kind != Block.Kind.STEP) {
            return Optional.of(Spot.atEnd(model.rows().section(kind)));
        }
        return model.rows().section(Block.Kind.UNIT).blocks().reversed().stream()
                .flatMap(it -> it.body(Rows.STEPS).stream())
                .findFirst()
                .map(Spot::atEnd);
    }

    private Optional<Spot> behind(Block selected, Block.Kind kind) {
        if (selected.kind() == kind) {
            boolean isEmpty = selected.bodies().stream().anyMatch(Body::isRequired)
                    && selected.bodies().getFirst().blocks().isEmpty();
            return Optional.of(isEmpty ? Spot.atEnd(selected.bodies().getFirst()) : Spot.behind(selected));
        }
        return kind == Block.Kind.STEP ? selected.body(Rows.STEPS).map(Spot::atEnd) : Optional.empty();
    }

    /// Lets go of what was carried.
    boolean drop(Carried carried, Aim.Target target, boolean copy) {
        return switch (target) {
            case Aim.Nowhere _ -> false;
            case Aim.Onto(var step, var key, var resource, var _) -> connect(step, key, resource);
            case Aim.Into(var spot, var _, var _, var _) ->
                switch (carried) {
                    case Carried.Fresh(var _, var word) -> add(spot, word);
                    case Carried.Blocks(var blocks) ->
                        copy
                                ? perform("copy", words(blocks), new Operation.Copy(blocks, spot))
                                : perform("move", words(blocks), new Operation.Move(blocks, spot));
                };
        };
    }

    boolean connect(Block step, String key, Block resource) {
        return set(what("connect", resource.name()), step, key, Slot.Single.of(resource.name()));
    }

    void delete() {
        var blocks = model.selected();
        if (!blocks.isEmpty()) {
            perform("delete", words(blocks), new Operation.Delete(blocks));
        }
    }

    void duplicate() {
        var blocks = model.selected();
        if (!blocks.isEmpty()) {
            perform("duplicate", words(blocks), new Operation.Duplicate(blocks));
        }
    }

    String copied() {
        return draft.script().textOf(model.selected());
    }

    void paste(String yaml) {
        var last = model.selected().stream().reduce((_, b) -> b);
        var spot = last.flatMap(it -> pasted(it, yaml)).or(() -> likely(kindOf(yaml)));
        spot.ifPresent(it -> perform("paste", "", new Operation.Paste(it, yaml)));
    }

    private Optional<Spot> pasted(Block selected, String yaml) {
        return behind(selected, kindOf(yaml));
    }

    /// Steps and expectations are items of a list; what has a name is told apart by where it can stand.
    private Block.Kind kindOf(String yaml) {
        boolean isList = yaml.stripLeading().startsWith("-");
        var selected = model.selected().stream().map(Block::kind).findFirst();
        if (isList) {
            return selected.filter(it -> it == Block.Kind.EXPECTATION).orElse(Block.Kind.STEP);
        }
        return selected.filter(it -> it != Block.Kind.STEP).orElse(Block.Kind.RESOURCE);
    }

    /// One place up, or out of the step at whose beginning they stand.
    void moveUp() {
        var blocks = model.selected();
        if (!blocks.isEmpty()) {
            var first = blocks.stream()
                    .min((a, b) -> Integer.compare(a.start(), b.start()))
                    .orElseThrow();
            if (first.index() > 0) {
                move(blocks, new Spot(first.home(), first.index() - 1));
            } else if (first.home().owner().kind() == Block.Kind.STEP) {
                move(blocks, Spot.before(first.home().owner()));
            }
        }
    }

    void moveDown() {
        var blocks = model.selected();
        if (!blocks.isEmpty()) {
            var last = blocks.stream()
                    .max((a, b) -> Integer.compare(a.start(), b.start()))
                    .orElseThrow();
            if (last.index() + 1 < last.home().blocks().size()) {
                move(blocks, new Spot(last.home(), last.index() + 2));
            } else if (last.home().owner().kind() == Block.Kind.STEP) {
                move(blocks, Spot.behind(last.home().owner()));
            }
        }
    }

    private void move(List<Block> blocks, Spot to) {
        perform("move", words(blocks), new Operation.Move(blocks, to));
    }

    void wrap(String word) {
        perform("wrap", word, new Operation.Wrap(model.selected(), word));
    }

    void unwrap() {
        model.selected().stream().findFirst().ifPresent(it -> perform("unwrap", it.word(), new Operation.Unwrap(it)));
    }

    boolean set(Block block, String key, String text) {
        return set(block, key, Slot.Single.of(text));
    }

    boolean set(Block block, String key, Slot.Content content) {
        return set(what("set", key.isEmpty() ? block.word() : key), block, key, content);
    }

    /// Takes away what cannot stand beside the new value: a loop has a queue instead of its range.
    private boolean set(String what, Block block, String key, Slot.Content content) {
        var set = new Operation.Set(block, key, content);
        boolean isForItems = block.word().equals("for_each") && key.equals("in") && !(content instanceof Slot.Absent);
        if (!isForItems) {
            return draft.perform(what, set);
        }
        String group =
                "items of %d %d".formatted(block.id(), model.outline().text().length());
        boolean done = draft.perform(what, group, set);
        if (done) {
            block.slots().stream()
                    .filter(it -> RANGE.contains(it.key()) && !it.isAbsent())
                    .forEach(it -> draft.perform(what, group, new Operation.Set(block, it.key(), new Slot.Absent())));
        }
        return done;
    }

    /// What was typed in place: a name, or a value; nothing clears a value that need not be there.
    boolean type(Block block, String key, String text) {
        if (key.equals(Chip.NAME)) {
            return rename(block, text);
        }
        return block.slot(key)
                .map(it -> set(block, key, Texts.content(it.form(), text)))
                .orElse(false);
    }

    /// Makes a value that of a new knob, which is then selected.
    boolean makeKnob(Block block, Slot slot) {
        String name = KnobNames.of(model.outline(), block, slot.key());
        return perform("knob", name, new Operation.MakeKnob(block, slot.key(), name));
    }

    void dissolve(Block knob) {
        perform("dissolve", knob.name(), new Operation.DissolveKnob(knob));
    }

    /// Gives an absent value one to begin with.
    boolean put(Block block, Slot slot) {
        return set(block, slot.key(), new First(model.outline()).of(block, slot));
    }

    /// Makes a new resource, and names it here.
    boolean setToNew(Block block, String key, String word) {
        String group = "new %s %d".formatted(word, model.outline().text().length());
        var resources = model.rows().section(Block.Kind.RESOURCE);
        boolean made = draft.perform(what("add", word), group, new Operation.Add(Spot.atEnd(resources), word));
        return made
                && model.selected().stream()
                        .findFirst()
                        .filter(it -> draft.perform(
                                what("connect", it.name()), group, new Operation.Set(block, key, it.name())))
                        .isPresent();
    }

    void apply(Fix fix) {
        draft.apply(fix);
    }

    void comment(Block block, List<String> lines) {
        perform("comment", words(List.of(block)), new Operation.Comment(block, lines));
    }

    boolean rename(Block block, String name) {
        return perform("rename", name, new Operation.Rename(block, name));
    }

    private boolean perform(String deed, String about, Operation operation) {
        return draft.perform(what(deed, about), operation);
    }

    private static String what(String deed, String about) {
        return Messages.text("blocks.deed." + deed, about).strip();
    }

    private static String words(List<Block> blocks) {
        return blocks.size() == 1
                ? blocks.getFirst().name().isEmpty()
                        ? blocks.getFirst().word()
                        : blocks.getFirst().name()
                : Messages.text("blocks.several", blocks.size());
    }
}
